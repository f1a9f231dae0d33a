import type { HeldAgainst, RosterReading } from '../../shared/roster-files/reading';
import { dateAfter } from '../../shared/roster/pattern';
import { calendarOf } from '../calendar';
import type { Context } from '../handler';
import { factsAbout, readRosterRules, shiftsOn } from '../roster';

/** Days looked at around a roster: as much as rest between two shifts can reach. */
const reach = 2;

/** What the shifts of a reading are held against; nothing where it has no date. */
export function heldAgainst(reading: RosterReading, context: Context): HeldAgainst {
  const { minimumOnShift, minimumOnSite, pattern } = readRosterRules(context);
  const rules = { minimumOnShift, minimumOnSite, pattern };
  const mended = reading.issues.flatMap(({ options }) => options.flatMap(({ key }) => (key.startsWith('date ') ? [key.slice(5)] : [])));
  const dates = [...reading.rows.flatMap(({ date }) => date ?? []), ...mended].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { shifts: [], rules, calendar: { days: [], marked: [] }, leaves: [], left: [] };
  const shifts = shiftsOn(context, dateAfter(first, -reach), dateAfter(last, reach));
  const named = reading.rows.flatMap(({ cells }) => cells.flatMap(({ names }) => names.flatMap(({ person }) => person ?? [])));
  const offered = reading.issues.flatMap(({ options }) => options.flatMap(({ person }) => person ?? []));
  const { calendar, leaves, left } = factsAbout(context, calendarOf, readRosterRules(context), shifts, [...named, ...offered]);
  return { shifts, rules, calendar, leaves, left };
}
