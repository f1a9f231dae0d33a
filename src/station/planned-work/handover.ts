import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { workStateAt } from '../../shared/planned-work/state';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { shiftAfter } from '../roster';
import { type HungWork, standingWorks } from './read';
import { namesOf } from './scope-names';

/** Every work in force, overdue, or planned to begin before the next shift ends: part of every handover (issue 4). */
export function plannedWorkItems(context: Pick<Context, 'raw' | 'db' | 'zone' | 'now'>, shift: Pick<Shift, 'end'>): HandoverItem[] {
  const until = shiftAfter(context, shift).end;
  return standingWorks(context.raw)
    .filter(({ standing: { starts } }) => starts <= context.now || starts < until)
    .map((work) => itemOf(work, context.now));
}

function itemOf({ id, hanging, standing }: HungWork, now: Instant): HandoverItem {
  const { starts, end, hungAt, sides } = standing;
  const state = workStateAt(standing, now);
  const contested = sides.length > 0;
  const { name, phone } = hanging.owner;
  return {
    key: `plannedWork:${id}`,
    kind: 'plannedWork',
    subject: id,
    number: hanging.number,
    title: beginning(`${beginning(namesOf(hanging.scope).join('、'), longestScope)}\n${hanging.reason}`, longestTitle),
    state: contested ? 'contested' : state,
    nextCode: contested ? 'settle' : state === 'planned' ? 'begin' : 'takeDown',
    next: '',
    holder: beginning([name, phone].filter(Boolean).join(' '), 80),
    since: state === 'planned' ? hungAt : starts,
    // The moment of its next step.
    due: state === 'planned' ? starts : end,
    highRisk: false,
  };
}

/** What a handover item has room for, and how much of it the names of many devices may take. */
const longestTitle = 400;
const longestScope = 120;

function beginning(text: string, longest: number): string {
  return (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).toWellFormed().trim();
}

/** Tags hung and taken down in a span, and those past their planned end at the end of it (or now). */
export function plannedWorkFigures({ raw, now }: Pick<Context, 'raw' | 'now'>, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string, ...values: number[]) =>
    statement<number[], number>(raw, `SELECT count(*) FROM planned_works WHERE number <> '' AND ${where}`)
      .pluck()
      .get(...values) ?? 0;
  return [
    { key: 'plannedWorkHung', value: count('hung_at >= ? AND hung_at < ?', from, until) },
    { key: 'plannedWorkTakenDown', value: count("outcome = 'takenDown' AND ended_at >= ? AND ended_at < ?", from, until) },
    { key: 'plannedWorkOverdue', value: count("outcome = 'standing' AND planned_end < ?", Math.min(now, until)) },
  ];
}
