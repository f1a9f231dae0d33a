import type { ReactNode } from 'react';
import type { FaultRecord } from '../../../shared/faults/record';
import type { WorkOrder } from '../../../shared/faults/work-order';
import { dateTimeIn } from '../../../shared/time';
import type { PaperBlock } from '../../print/Sheets';
import { said } from './words';
import styles from './work-order.module.css';

const two = (one: readonly [string, ReactNode], other: readonly [string, ReactNode]): PaperBlock => ({
  key: one[0],
  element: (
    <div className={styles.row}>
      <div className={styles.label}>{one[0]}</div>
      <div className={styles.cell}>{one[1]}</div>
      <div className={styles.label}>{other[0]}</div>
      <div className={styles.cell}>{other[1]}</div>
    </div>
  ),
});
const wide = (label: string, value: ReactNode, high = false): PaperBlock => ({
  key: label,
  element: (
    <div className={styles.row} data-wide>
      <div className={styles.label}>{label}</div>
      <div className={high ? `${styles.cell} ${styles.high}` : styles.cell}>{value}</div>
    </div>
  ),
});

/** The whole form: what is known is printed, the rest is left to be written by hand. */
export function blocksOf(order: WorkOrder, fault: Pick<FaultRecord, 'class' | 'priority'>, className: string, zone: string): PaperBlock[] {
  const { device, reporter, engineer, limits } = order;
  const at = (moment: number | undefined) => (moment === undefined ? '' : dateTimeIn(zone, moment));
  return [
    wide(said.device, <span className={styles.strong}>{device.name || said.none}</span>),
    two([said.code, device.code], [said.address, device.address]),
    two([said.type, device.type], [said.upstream, device.upstream]),
    two([said.area, device.area], [said.place, device.place]),
    two([said.class, className || fault.class], [said.priority, fault.priority ? said.priorities[fault.priority] : said.none]),
    two([said.reporter, reporter?.name ?? ''], [said.phone, reporter?.phone ?? '']),
    two([said.foundAt, at(order.foundAt)], [said.reportedAt, at(order.reportedAt)]),
    wide(said.symptom, order.symptom),
    ...(order.scope ? [wide(said.scope, order.scope)] : []),
    wide(said.tried, order.tried || said.none),
    ...(order.cause ? [wide(said.diagnosed, order.cause)] : []),
    wide(
      said.limits,
      limits.length === 0
        ? said.none
        : limits.map((one) => (
            <div key={one.name.zh} className={styles.limit}>
              <span>{said.limit(one)}</span>
              <span className={styles.strong}>
                {one.metAt === undefined ? one.dueAt !== undefined && said.due(at(one.dueAt)) : said.met(at(one.metAt))}
                {one.late && said.late}
              </span>
            </div>
          )),
    ),
    two(
      [
        said.engineer,
        <span key="engineer" className={styles.strong}>
          {engineer?.name ?? ''}
        </span>,
      ],
      [said.phone, engineer?.phone ?? ''],
    ),
    two([said.dispatchedBy, order.dispatchedBy], [said.dispatchedAt, at(order.dispatchedAt)]),
    ...(order.note ? [wide(said.note, order.note)] : []),
    { key: 'to fill', element: <div className={styles.heading}>{said.toFill}</div>, keepsWithNext: true },
    wide(said.arrival, said.when),
    wide(said.cause, '', true),
    wide(said.remedy, '', true),
    wide(said.parts, '\u00a0'),
    wide(said.result, said.results),
    wide(said.departure, said.when),
    {
      key: 'signatures',
      element: (
        <div className={styles.row} data-signs>
          {[said.engineerSigns, said.siteSigns, said.deskSigns].map((who) => (
            <div key={who} className={`${styles.cell} ${styles.sign}`}>
              {who}
            </div>
          ))}
        </div>
      ),
    },
  ];
}
