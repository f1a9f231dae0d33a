import { type DutyCalendar, occasionOf } from '../calendar/calendar';
import { isSamePerson, type PersonReference } from '../references';
import { hasLeft, isOnLeave, type Leave, type LeftPerson } from './absence';
import { type Assignment, personKey } from './assignment';
import { brokenRules, type RosteredShift } from './broken-rules';
import type { ShiftSlot } from './pattern';
import type { RosterRules, Team } from './rules-in-force';
import { day } from '../time';

export interface GenerateFrom {
  rules: RosterRules;
  calendar: DutyCalendar;
  leaves: readonly Leave[];
  left: readonly LeftPerson[];
  /** The shifts to fill, in order of their beginning. */
  slots: readonly ShiftSlot[];
  /** Those around them that stay as they are: the rotation goes on from the ones before, rest is kept towards both. */
  around: readonly RosteredShift[];
}

/**
 * A roster from teams and leaders in rotation, going on where the shifts before ended. Whoever is on leave or has left is
 * left out; where that leaves too few, and on marked days, the team that has rested longest helps out as far as everybody
 * keeps the rest of one shift. What cannot be filled stays open. Always the same for the same input; a proposal only.
 */
export function generateRoster(from: GenerateFrom): Assignment[] {
  const { slots, around, rules } = from;
  const first = slots[0];
  if (!first) return [];
  const before = around.filter(({ start }) => start < first.start).sort((a, b) => a.start - b.start);
  const plan = new Plan(from, [...before, ...around.filter(({ start }) => start >= first.start)]);
  const turn = nextTeam(rules.teams, before);
  const leaderTurn = new LeaderTurn(rules, before);
  for (const [i, slot] of slots.entries()) {
    const team = rules.teams[(turn + i) % Math.max(rules.teams.length, 1)];
    plan.put(slot, {
      key: slot.key,
      leader: leaderTurn.leaderOf(slot, (person) => plan.isPresent(person, slot)),
      officers: (team?.members ?? []).filter((person) => plan.isPresent(person, slot)),
      open: 0,
    });
  }
  for (const slot of slots) plan.strengthen(slot);
  return slots.map(({ key }) => plan.assignment(key));
}

/** The team whose turn the next shift is: the one after the team that stood last. Turns since then count. */
function nextTeam(teams: readonly Team[], before: readonly RosteredShift[]): number {
  for (const [ago, { officers }] of before.toReversed().entries()) {
    let best = -1;
    let most = 0;
    for (const [i, { members }] of teams.entries()) {
      const present = members.filter((person) => officers.some((other) => isSamePerson(person, other))).length;
      if (present > most) [best, most] = [i, present];
    }
    if (best >= 0) return (best + ago + 1) % teams.length;
  }
  return 0;
}

/** Leaders in rotation, each for a shift or for a whole day. */
class LeaderTurn {
  private turn: number;
  private readonly byDate = new Map<string, PersonReference | null>();
  private readonly leaders: readonly PersonReference[];
  private readonly wholeDay: boolean;

  constructor({ leaders, pattern }: RosterRules, before: readonly RosteredShift[]) {
    this.leaders = leaders;
    this.wholeDay = pattern.leader === 'wholeDay';
    // Where a day is under way already its leader stays.
    const led = before.filter(({ leader }) => leader !== null);
    for (const { date, leader } of led) this.byDate.set(date, leader);
    const turns = this.wholeDay ? [...new Map(before.map((shift) => [shift.date, shift])).values()] : before;
    this.turn = this.after(turns);
  }

  leaderOf(slot: ShiftSlot, isPresent: (person: PersonReference) => boolean): PersonReference | null {
    if (this.wholeDay && this.byDate.has(slot.date)) {
      const leader = this.byDate.get(slot.date) ?? null;
      if (leader === null || isPresent(leader)) return leader;
    }
    const leader = this.next(isPresent);
    this.byDate.set(slot.date, leader);
    return leader;
  }

  private after(turns: readonly RosteredShift[]): number {
    for (const [ago, { date, leader }] of turns.toReversed().entries()) {
      const standing = this.wholeDay ? (this.byDate.get(date) ?? leader) : leader;
      const i = standing ? this.leaders.findIndex((person) => isSamePerson(person, standing)) : -1;
      if (i >= 0) return (i + ago + 1) % this.leaders.length;
    }
    return 0;
  }

  /** Who is away is passed over for this time; the turn goes on after whoever takes it. */
  private next(isPresent: (person: PersonReference) => boolean): PersonReference | null {
    for (let i = 0; i < this.leaders.length; i++) {
      const leader = this.leaders[(this.turn + i) % this.leaders.length] as PersonReference;
      if (!isPresent(leader)) continue;
      this.turn = (this.turn + i + 1) % this.leaders.length;
      return leader;
    }
    return null;
  }
}

/** The roster as it grows. */
class Plan {
  private readonly shifts = new Map<string, RosteredShift>();

  constructor(
    private readonly from: GenerateFrom,
    around: readonly RosteredShift[],
  ) {
    for (const shift of around) this.shifts.set(shift.key, shift);
  }

  isPresent({ id }: PersonReference, slot: ShiftSlot): boolean {
    return !isOnLeave(this.from.leaves, id, slot) && !hasLeft(this.from.left, id, slot);
  }

  put({ key, date, start, end }: ShiftSlot, { leader, officers, open }: Assignment): void {
    this.shifts.set(key, { key, date, start, end, leader, officers, open, rostered: true });
  }

  assignment(key: string): Assignment {
    const { leader, officers, open } = this.shifts.get(key) as RosteredShift;
    return { key, leader, officers, open };
  }

  /** Adds a reserve until there are enough, or nobody is left who may; the posts that stay empty are marked open. */
  strengthen(slot: ShiftSlot): void {
    const { minimumOnShift, minimumOnSite } = this.from.rules;
    const marked = occasionOf(this.from.calendar, slot.date) !== undefined;
    const needed = ({ leader }: RosteredShift) => Math.max(minimumOnShift, marked ? minimumOnSite - (leader ? 1 : 0) : 0);
    let shift = this.shifts.get(slot.key) as RosteredShift;
    for (const person of this.reserve(slot)) {
      if (shift.officers.length >= Math.min(needed(shift), 12)) break;
      const stronger = { ...shift, officers: [...shift.officers, person] };
      this.shifts.set(slot.key, stronger);
      if (this.tires(person, slot)) this.shifts.set(slot.key, shift);
      else shift = stronger;
    }
    this.shifts.set(slot.key, { ...shift, open: Math.max(0, Math.min(minimumOnShift, 12) - shift.officers.length) });
  }

  /** Everybody else of the teams who is there, those of the most rested team first. */
  private reserve(slot: ShiftSlot): PersonReference[] {
    const { officers, leader } = this.shifts.get(slot.key) as RosteredShift;
    const taken = new Set([...officers, ...(leader ? [leader] : [])].map(personKey));
    return this.from.rules.teams
      .map(({ members }, i) => ({ members, i, lastEnd: Math.max(0, ...members.map((person) => this.lastEnd(person, slot.start))) }))
      .sort((a, b) => a.lastEnd - b.lastEnd || a.i - b.i)
      .flatMap(({ members }) => members)
      .filter((person) => !taken.has(personKey(person)) && this.isPresent(person, slot));
  }

  private lastEnd(person: PersonReference, until: number): number {
    let last = 0;
    for (const { start, end, officers } of this.shifts.values()) {
      if (start < until && end > last && officers.some((other) => isSamePerson(other, person))) last = end;
    }
    return last;
  }

  /** Whether this person would stand twice at once or without rest around that shift. */
  private tires(person: PersonReference, slot: ShiftSlot): boolean {
    const key = personKey(person);
    const near = [...this.shifts.values()].filter(({ start }) => Math.abs(start - slot.start) <= 3 * day);
    return brokenRules(near, { ...this.from, leaves: [], left: [] }).some(
      (breach) =>
        (breach.rule === 'restTooShort' || breach.rule === 'twiceAtOnce') &&
        breach.person !== undefined &&
        personKey(breach.person) === key,
    );
  }
}
