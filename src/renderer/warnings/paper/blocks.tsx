import type { ReactNode } from 'react';
import { dateTimeIn } from '../../../shared/time';
import type { WarningRecord } from '../../../shared/warnings/record';
import { answerDueAt, type TaskOrder } from '../../../shared/warnings/task-order';
import styles from './WarningPaper.module.css';
import { said } from './words';

/** A piece of the paper that is never torn apart. */
export interface Block {
  key: string;
  element: ReactNode;
  keepsWithNext?: boolean;
}

type Fact = readonly [label: string, value: ReactNode];

const two = (one: Fact, other: Fact): Block => ({
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
const wide = (label: string, value: ReactNode, high = false): Block => ({
  key: label,
  element: (
    <div className={styles.row} data-wide>
      <div className={styles.label}>{label}</div>
      <div className={high ? `${styles.cell} ${styles.high}` : styles.cell}>{value}</div>
    </div>
  ),
});
const signs = (...who: string[]): Block => ({
  key: 'signatures',
  element: (
    <div className={styles.row} data-signs={who.length}>
      {who.map((one) => (
        <div key={one} className={`${styles.cell} ${styles.sign}`}>
          {one}
        </div>
      ))}
    </div>
  ),
});

/** 预警通知: what is in force, since when, who decided, what is asked. */
export function noticeBlocks(warning: WarningRecord, zone: string): Block[] {
  const { level, kind, contents, outcome, publishedAt, endedAt, timeline } = warning;
  const at = (moment: number | null | undefined) => (moment === undefined || moment === null ? '' : dateTimeIn(zone, moment));
  const publication = timeline.find(({ verb }) => verb === 'publish');
  const issuer = publication?.issuer;
  const by = issuer
    ? `${said.issuers[issuer.role]} ${issuer.name}${issuer.how === 'phone' ? said.phone(issuer, publication.confirmedBy !== undefined) : ''}`
    : '';
  return [
    wide(said.level, <span className={styles.strong}>{level ? said.levels[level] : said.none}</span>),
    two([said.kind, kind ? said.kinds[kind] : ''], [said.state, said.states[outcome]]),
    wide(said.what, <span className={styles.strong}>{contents?.what ?? ''}</span>),
    two([said.area, contents?.area || said.none], [said.source, contents?.source ?? '']),
    two([said.from, at(contents?.from)], [said.until, at(contents?.until)]),
    wide(said.measures, contents?.measures || said.none),
    two([said.publishedAt, at(publishedAt)], [said.endedAt, at(endedAt)]),
    wide(said.issuer, by),
    signs(said.signature, said.seal, said.dutySigns),
  ];
}

/** 任务通知书: what one unit is asked, and room for its receipt. */
export function orderBlocks({ facts, receivedAt, receivedBy, setUpAt, strength }: TaskOrder, zone: string): Block[] {
  if (!facts) return [];
  const at = (moment: number | undefined) => (moment === undefined ? said.when : dateTimeIn(zone, moment));
  return [
    wide(said.unit, <span className={styles.strong}>{facts.unitName}</span>),
    two([said.contact, facts.contact], [said.phoneNumber, facts.phone]),
    two([said.warning, facts.warningNumber], [said.level, <strong key="level">{said.levels[facts.level]}</strong>]),
    two([said.issuedBy, facts.issuedBy], [said.issuedAt, at(facts.issuedAt)]),
    wide(said.tasks, facts.tasks, true),
    wide(said.answer, said.answerWithin(facts.answerMinutes, dateTimeIn(zone, answerDueAt(facts)))),
    ...(facts.setUpBy === null ? [] : [wide(said.setUpBy, said.setUpAt(dateTimeIn(zone, facts.setUpBy)))]),
    { key: 'to fill', element: <div className={styles.heading}>{said.toFill}</div>, keepsWithNext: true },
    two([said.receivedBy, receivedBy ?? ''], [said.receivedAt, at(receivedAt)]),
    two([said.strength, strength ?? ''], [said.setUp, at(setUpAt)]),
    wide(said.remarks, '', true),
    signs(said.unitSigns, said.dutySigns),
  ];
}
