import type { DutyCalendar } from '../../shared/calendar/calendar';
import type { EventDraft } from '../../shared/event';
import type { PersonReference } from '../../shared/references';
import type { Leave } from '../../shared/roster/absence';
import { type Assignment, isManned, sameWatch } from '../../shared/roster/assignment';
import { type BrokenRule, brokenRules, newlyBroken } from '../../shared/roster/broken-rules';
import { shiftRostered } from '../../shared/roster/events';
import { dateAfter } from '../../shared/roster/pattern';
import type { RosterRules } from '../../shared/roster/rules-in-force';
import type { Shift } from '../../shared/roster/shift';
import { day } from '../../shared/time';
import { leavesBetween } from './changes';
import { readRosterRules, type RosterBook, shiftByKey, shiftsOn, shiftStateOf } from './read';
import { assignmentFromRegister, leftAmong } from './registered';
import { isContested, knownTo } from './shift-state';

/** Reads what the calendar says of a span of dates, both ends counted in; the calendar's slice is handed in. */
export type CalendarOf = (book: RosterBook, first: string, last: string) => DutyCalendar;

/** The wanted shifts that differ from the roster, as the register calls their people. Unknown shifts are passed over. */
export function changedOf(book: RosterBook, wanted: readonly Assignment[]): { shift: Shift; assignment: Assignment }[] {
  return wanted.flatMap((one) => {
    const shift = shiftByKey(book, one.key);
    if (!shift) return [];
    const assignment = assignmentFromRegister(book.db, one);
    const state = shiftStateOf(book, one.key);
    const changes = state?.roster ? !sameWatch(shift, assignment) || isContested(state) : isManned(assignment);
    return changes ? [{ shift, assignment }] : [];
  });
}

/** The entries that make the roster what is wanted: only those shifts that change. The rules are the caller's to check first. */
export function rosteringsOf(book: RosterBook, wanted: readonly Assignment[], author: string, reason: string): EventDraft[] {
  return changedOf(book, wanted).map(({ shift: { id, date, shift, name, start, end, key }, assignment: { leader, officers, open } }) => {
    const state = shiftStateOf(book, key);
    const replaces = state ? knownTo(state) : [];
    return shiftRostered(id, { author, date, shift, name, start, end, leader, officers, open, reason, replaces });
  });
}

/** Every rule that the wanted shifts break, also where they leave too little rest before a shift that stays as it is. */
export function brokenBy(book: RosterBook, calendarOf: CalendarOf, wanted: readonly Assignment[]): BrokenRule[] {
  const keys = new Set(wanted.map(({ key }) => key));
  return heldAgainstRules(book, calendarOf, wanted).after.filter(
    ({ key, other }) => keys.has(key) || (other !== undefined && keys.has(other)),
  );
}

/** Only the rules that would be broken anew. */
export function newlyBrokenBy(book: RosterBook, calendarOf: CalendarOf, wanted: readonly Assignment[]): BrokenRule[] {
  const { before, after } = heldAgainstRules(book, calendarOf, wanted);
  return newlyBroken(before, after);
}

/** Days looked at around a shift: as much as rest can reach. */
const reach = 2;

function heldAgainstRules(book: RosterBook, calendarOf: CalendarOf, wanted: readonly Assignment[]) {
  const byKey = new Map(wanted.map((one) => [one.key, assignmentFromRegister(book.db, one)]));
  const rules = readRosterRules(book);
  const before: BrokenRule[] = [];
  const after: BrokenRule[] = [];
  for (const { first, last } of runsOf(wanted.map(({ key }) => key.slice(0, 10)))) {
    const shifts = shiftsOn(book, dateAfter(first, -reach), dateAfter(last, reach));
    const changed = shifts.map((shift) => {
      const assignment = byKey.get(shift.key);
      return assignment ? { ...shift, ...assignment, rostered: true } : shift;
    });
    const facts = { ...factsAbout(book, calendarOf, rules, [...shifts, ...changed]) };
    before.push(...brokenRules(shifts, facts));
    after.push(...brokenRules(changed, facts));
  }
  return { before, after };
}

/** What shifts are held against; `beside` are people who may come to stand them. */
export function factsAbout(
  book: RosterBook,
  calendarOf: CalendarOf,
  rules: RosterRules,
  shifts: readonly Shift[],
  beside: readonly PersonReference[] = [],
) {
  const dates = shifts.map(({ date }) => date).sort();
  const [first, last] = [dates[0] ?? '2000-01-01', dates.at(-1) ?? '2000-01-01'];
  const leaves: Leave[] = leavesBetween(book.db, Math.min(...shifts.map(({ start }) => start)), Math.max(...shifts.map(({ end }) => end)));
  return { rules, calendar: calendarOf(book, first, last), leaves, left: leftAmong(book.db, shifts, beside) };
}

/** Dates that lie near each other, together: far apart, what is between is not looked at. */
function runsOf(dates: readonly string[]): { first: string; last: string }[] {
  const runs: { first: string; last: string }[] = [];
  for (const date of [...new Set(dates)].sort()) {
    const run = runs.at(-1);
    if (run && Date.parse(date) - Date.parse(run.last) <= 2 * reach * day) run.last = date;
    else runs.push({ first: date, last: date });
  }
  return runs;
}
