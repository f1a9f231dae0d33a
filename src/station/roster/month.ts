import type { OutputOf } from '../../shared/contract';
import { type BrokenRule, brokenRules } from '../../shared/roster/broken-rules';
import type { roster as contract } from '../../shared/roster/contract';
import { generateRoster } from '../../shared/roster/generate';
import { dateAfter, slotsOf } from '../../shared/roster/pattern';
import { dateIn, day, type Instant, instantIn } from '../../shared/time';
import type { Refusal } from '../../shared/answer';
import { recordOfChange } from './change-record';
import { findChanges, leavesBetween } from './changes';
import type { SignedContext } from '../handler';
import { readRosterRules, type RosterBook, shiftsOn } from './read';
import { leftAmong } from './registered';
import { type CalendarOf, factsAbout } from './rosterings';

/** How far the rest between two shifts reaches across the end of a month, days. */
const beside = 2;
/** How far back a rotation is looked for, days. */
const rotationReach = 31;

/** The first and the last date of `2026-12`. */
export function datesOf(month: string): { first: string; last: string } {
  const first = `${month}-01`;
  return { first, last: dateAfter(`${dateAfter(first, 31).slice(0, 7)}-01`, -1) };
}

/** The moments a month lies between. */
export function spanOf(zone: string, month: string): { from: Instant; until: Instant } {
  const { first, last } = datesOf(month);
  return { from: instantIn(zone, first, '00:00') as Instant, until: instantIn(zone, dateAfter(last, 1), '00:00') as Instant };
}

/** A month's roster with all that it is held against. */
export function monthOf(context: SignedContext, calendarOf: CalendarOf, month: string): OutputOf<typeof contract.month> {
  const { first, last } = datesOf(month);
  const rules = readRosterRules(context);
  const all = shiftsOn(context, dateAfter(first, -beside), dateAfter(last, beside));
  const isInMonth = ({ date }: { date: string }) => date >= first && date <= last;
  const facts = factsAbout(context, calendarOf, rules, all);
  return {
    month,
    today: dateIn(context.zone, context.now),
    shifts: all.filter(isInMonth),
    around: all.filter((shift) => !isInMonth(shift)),
    broken: brokenRules(all, facts, isInMonth),
    calendar: facts.calendar,
    rules,
    leaves: [...facts.leaves],
    left: [...facts.left],
    pending: findChanges(context.db, { pending: true, ...spanOf(context.zone, month) }).map((change) =>
      recordOfChange(context, calendarOf, change),
    ),
  };
}

/** A generated roster for what of the month has not begun. Refusals: `teamsMissing`, `monthOver`. */
export function proposalFor(
  book: RosterBook & { now: Instant },
  calendarOf: CalendarOf,
  month: string,
): { assignments: ReturnType<typeof generateRoster>; broken: BrokenRule[] } | { refusal: Refusal } {
  const { first, last } = datesOf(month);
  const rules = readRosterRules(book);
  if (rules.teams.every(({ members }) => members.length === 0)) return { refusal: { code: 'teamsMissing' } };
  const all = shiftsOn(book, dateAfter(first, -rotationReach), dateAfter(last, beside));
  const free: ReturnType<typeof slotsOf> = [];
  for (let date = first; date <= last; date = dateAfter(date, 1)) {
    for (const slot of slotsOf(rules.pattern, book.zone, date)) {
      // What stands at that time after an earlier pattern stays.
      const taken = all.some(({ key, rostered, start, end }) => rostered && key !== slot.key && start < slot.end && end > slot.start);
      if (slot.start > book.now && !taken) free.push(slot);
    }
  }
  if (free.length === 0) return { refusal: { code: 'monthOver' } };
  const keys = new Set(free.map(({ key }) => key));
  const around = all.filter(({ key }) => !keys.has(key));
  const span = factsAbout(book, calendarOf, rules, all);
  const left = leftAmong(book.db, all, [...rules.teams.flatMap(({ members }) => members), ...rules.leaders]);
  const leaves = leavesBetween(book.db, book.now, (free.at(-1)?.end ?? book.now) + beside * day);
  const assignments = generateRoster({ rules, calendar: span.calendar, leaves, left, slots: free, around });
  const filled = free.map((slot, i) => {
    const { leader = null, officers = [], open = 0 } = assignments[i] ?? {};
    return { ...slot, leader, officers, open, rostered: true };
  });
  const broken = brokenRules([...around, ...filled], { ...span, left, leaves }, ({ key }) => keys.has(key));
  return { assignments, broken };
}
