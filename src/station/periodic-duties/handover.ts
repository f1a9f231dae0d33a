import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import type { DutyRow } from '../../shared/periodic-duties/contract';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { type DutyContext, furthestBack, occurrenceId } from './demanded';
import { listDuties } from './read';

/** Duties that are due before the shift ends, or overdue: one item each, however many periods of it are open. */
export function dutyItems(context: DutyContext, { end }: Pick<Shift, 'end'>): HandoverItem[] {
  const byDuty = Map.groupBy(
    listDuties(context).due.filter(({ dueAt }) => dueAt <= end),
    ({ profile, duty }) => `${profile}/${duty}`,
  );
  return [...byDuty.values()].flatMap((rows) => {
    const [first] = rows.toSorted((one, other) => one.dueAt - other.dueAt);
    return first ? [itemOf(first, rows, overdueOf(context, first))] : [];
  });
}

/** How many periods of a duty are over and open, the ones no list shows any more too; and since when. */
function overdueOf({ raw, now }: DutyContext, { profile, duty }: DutyRow): { over: number; since: Instant | null; due: Instant | null } {
  return statement<unknown[], { over: number; since: Instant | null; due: Instant | null }>(
    raw,
    `SELECT count(*) AS over, min(begins) AS since, min(due_at) AS due FROM periodic_duties
     WHERE profile = ? AND duty = ? AND begins >= ? AND due_at < ? AND standing IN ('open', 'partly', 'contested')`,
  ).get(profile, duty, now - furthestBack, now) as { over: number; since: Instant | null; due: Instant | null };
}

function itemOf(first: DutyRow, rows: readonly DutyRow[], { over, since, due }: ReturnType<typeof overdueOf>): HandoverItem {
  const contested = rows.some(({ standing }) => standing === 'contested');
  return {
    key: `periodicDuty:${occurrenceId(first.profile, first.duty, '')}`,
    kind: 'periodicDuty',
    subject: first.id,
    number: '',
    title: `${first.profileName.zh}：${first.name.zh}${over > 1 ? `（${over}期未完成）` : ''}`.slice(0, 400).toWellFormed(),
    state: contested ? 'contested' : over > 0 ? 'overdue' : 'toDo',
    nextCode: 'record',
    next: '',
    holder: '',
    since: since ?? first.from,
    due: due ?? first.dueAt,
    highRisk: false,
  };
}

/** Periods recorded as done in a span, and those that were missed in it. */
export function dutyFigures({ raw }: Pick<Context, 'raw'>, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string) =>
    statement<[number, number], number>(raw, `SELECT count(*) FROM periodic_duties WHERE ${where}`).pluck().get(from, until) ?? 0;
  return [
    { key: 'dutiesDone', value: count("standing IN ('done', 'partly') AND said_at >= ? AND said_at < ?") },
    { key: 'dutiesMissed', value: count('missed = 1 AND due_at >= ? AND due_at < ?') },
  ];
}
