import { z } from 'zod';
import { type DutyCalendar, occasionOf } from '../calendar/calendar';
import { PersonReference } from '../references';
import { hasLeft, isOnLeave, type Leave, type LeftPerson } from './absence';
import { personKey } from './assignment';
import type { RosterRules } from './rules-in-force';
import { type Shift, ShiftKey } from './shift';

/** What a roster is held against (domain.md 1), in the order in which they are shown. */
export const rosterRuleNames = [
  'notRostered',
  'leaderMissing',
  'postOpen',
  'tooFewOfficers',
  'tooFewOnSite',
  'twiceAtOnce',
  'restTooShort',
  'onLeave',
  'hasLeft',
  'unknownPerson',
] as const;
export const RosterRuleName = z.enum(rosterRuleNames);
export type RosterRuleName = z.infer<typeof RosterRuleName>;

export const BrokenRule = z.object({
  /** The day it is shown on: the one its shift begins on. */
  date: z.string(),
  key: ShiftKey,
  rule: RosterRuleName,
  person: PersonReference.optional(),
  /** The shift before, where two shifts of one person are too near. */
  other: ShiftKey.optional(),
  /** How many there are, and how many there must be. */
  found: z.number().optional(),
  needed: z.number().optional(),
});
export type BrokenRule = z.infer<typeof BrokenRule>;

export type RosteredShift = Pick<Shift, 'key' | 'date' | 'start' | 'end' | 'leader' | 'officers' | 'open' | 'rostered'>;

export interface RosterFacts {
  rules: Pick<RosterRules, 'minimumOnShift' | 'minimumOnSite'> & { pattern: Pick<RosterRules['pattern'], 'leader'> };
  calendar: DutyCalendar;
  leaves: readonly Leave[];
  left: readonly LeftPerson[];
}

/** One uninterrupted stretch on duty of one person. */
interface Duty {
  person: PersonReference;
  /** The shift it begins with. */
  key: string;
  date: string;
  post: 'leader' | 'officer';
  start: number;
  end: number;
}

/**
 * Every rule that shifts break, shift by shift. `shifts` must also hold those just before and after, or the rest between two
 * shifts cannot be seen; `wanted` says whose breaches are told (all, when left out). A day is marked by the date its shifts
 * begin on, as the roster's line of that date says.
 */
export function brokenRules(
  shifts: readonly RosteredShift[],
  facts: RosterFacts,
  wanted: (shift: Pick<RosteredShift, 'key' | 'date'>) => boolean = () => true,
): BrokenRule[] {
  const inOrder = [...shifts].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
  const own = inOrder.filter(wanted).flatMap((shift) => brokenWithin(shift, facts));
  const between = brokenBetween(inOrder, facts.rules.pattern.leader === 'wholeDay').filter(wanted);
  const rank = new Map(inOrder.map(({ key }, i) => [key, i]));
  const place = ({ key, rule }: BrokenRule) => (rank.get(key) ?? 0) * rosterRuleNames.length + rosterRuleNames.indexOf(rule);
  return [...own, ...between].sort((a, b) => place(a) - place(b));
}

/** What one shift breaks by itself. */
function brokenWithin(shift: RosteredShift, { rules, calendar, leaves, left }: RosterFacts): BrokenRule[] {
  const { date, key, leader, officers, open } = shift;
  const on = { date, key };
  if (!shift.rostered) return [{ ...on, rule: 'notRostered' }];
  const broken: BrokenRule[] = [];
  if (!leader) broken.push({ ...on, rule: 'leaderMissing' });
  if (open > 0) broken.push({ ...on, rule: 'postOpen', found: open });
  const standing = new Set(officers.map(personKey));
  if (standing.size < rules.minimumOnShift) {
    broken.push({ ...on, rule: 'tooFewOfficers', found: standing.size, needed: rules.minimumOnShift });
  }
  const onSite = new Set([...standing, ...(leader ? [personKey(leader)] : [])]).size;
  if (onSite < rules.minimumOnSite && occasionOf(calendar, date) !== undefined) {
    broken.push({ ...on, rule: 'tooFewOnSite', found: onSite, needed: rules.minimumOnSite });
  }
  for (const person of peopleOf(shift)) {
    if (person.id === undefined) broken.push({ ...on, rule: 'unknownPerson', person });
    if (isOnLeave(leaves, person.id, shift)) broken.push({ ...on, rule: 'onLeave', person });
    if (hasLeft(left, person.id, shift)) broken.push({ ...on, rule: 'hasLeft', person });
  }
  return broken;
}

/** Nobody stands twice at once, and at least one whole shift lies between two shifts of one person. */
function brokenBetween(shifts: readonly RosteredShift[], wholeDay: boolean): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const duties of dutiesByPerson(shifts, wholeDay).values()) {
    let latest: Duty | undefined;
    for (const duty of duties) {
      const { person, key, date } = duty;
      if (latest && duty.start < latest.end) {
        // Where it really overlaps: a leader for the whole day may be an officer in the second of its shifts.
        broken.push({ date, key, rule: 'twiceAtOnce', person, other: latest.key });
      } else if (latest && !isShiftBetween(shifts, latest.end, duty.start)) {
        broken.push({ date, key, rule: 'restTooShort', person, other: latest.key });
      }
      if (!latest || duty.end > latest.end) latest = duty;
    }
  }
  return broken;
}

function isShiftBetween(shifts: readonly RosteredShift[], from: number, until: number): boolean {
  return shifts.some(({ start, end }) => start >= from && end <= until);
}

/** A leader's shifts of one date are one duty where leaders stand for the whole day. */
function dutiesByPerson(shifts: readonly RosteredShift[], wholeDay: boolean): Map<string, Duty[]> {
  const duties = new Map<string, Duty[]>();
  for (const { key, date, start, end, leader, officers } of shifts) {
    const add = (person: PersonReference, post: Duty['post']) => {
      const known = duties.get(personKey(person)) ?? [];
      duties.set(personKey(person), known);
      const running = known.findLast((duty) => duty.post === 'leader' && duty.date === date);
      if (wholeDay && post === 'leader' && running) running.end = Math.max(running.end, end);
      else known.push({ person, key, date, post, start, end });
    };
    if (leader) add(leader, 'leader');
    for (const officer of officers) add(officer, 'officer');
  }
  return duties;
}

function peopleOf({ leader, officers }: RosteredShift): PersonReference[] {
  const people = new Map<string, PersonReference>();
  for (const person of leader ? [leader, ...officers] : officers) people.set(personKey(person), person);
  return [...people.values()];
}

/** The breaches of `after` that `before` did not have: what a change would break. */
export function newlyBroken(before: readonly BrokenRule[], after: readonly BrokenRule[]): BrokenRule[] {
  const text = ({ key, rule, person, other, found }: BrokenRule) => [key, rule, person ? personKey(person) : '', other, found].join(' ');
  const known = new Set(before.map(text));
  return after.filter((breach) => !known.has(text(breach)));
}
