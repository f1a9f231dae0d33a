import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { nextStep } from '../../shared/faults/states';
import type { Shift } from '../../shared/roster/shift';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { boardOf } from './read';

/** Every open fault: class A must be restated when it is handed over (domain.md 2). */
export function faultItems({ raw, now }: Context): HandoverItem[] {
  return boardOf(raw, { text: '' }, now).open.map((fault) => ({
    key: `fault:${fault.id}`,
    kind: 'fault',
    subject: fault.id,
    number: fault.number,
    title: [...[fault.device ?? fault.place, fault.symptom].filter((part) => part !== '').join(' ')].slice(0, 200).join(''),
    state: fault.contested ? 'contested' : fault.state,
    nextCode: nextStep(fault.state) ?? '',
    next: fault.waitingFor ?? '',
    holder: fault.engineer ?? '',
    since: fault.reportedAt,
    highRisk: fault.class === 'A',
  }));
}

/** Faults taken and closed within the shift, and open now. */
export function faultFigures({ raw }: Context, { start, end }: Pick<Shift, 'start' | 'end'>): ShiftFigure[] {
  const counted = (where: string, ...values: number[]) =>
    statement<number[], number>(raw, `SELECT count(*) FROM faults WHERE number <> '' AND ${where}`)
      .pluck()
      .get(...values) ?? 0;
  return [
    { key: 'faultsReported', value: counted('reported_at >= ? AND reported_at < ?', start, end) },
    { key: 'faultsClosed', value: counted("open = 0 AND state = 'closed' AND since >= ? AND since < ?", start, end) },
    { key: 'faultsOpen', value: counted('open = 1') },
  ];
}
