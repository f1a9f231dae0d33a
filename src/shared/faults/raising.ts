import { clocksOf, type ClockSubject, holds } from '../service-profiles/clocks';
import type { CalendarBook } from '../service-profiles/counted-hours';
import { millisecondsOf } from '../service-profiles/duration';
import type { ServiceProfile } from '../service-profiles/profile';
import type { Instant } from '../time';
import type { Moment } from './record';
import { type FaultState, isFinal, transitions } from './states';

/** A case that goes up by itself, and when it was due to. */
export interface DueRaise {
  raises: 'class' | 'tier';
  /** Names the rule and, where it may hold again, the moment it was counted from. */
  rule: string;
  dueAt: Instant;
  fromCode: string;
  toCode: string;
}

/** What raising depends on. */
export interface RaisedCase {
  state: FaultState;
  tier?: string | undefined;
  class?: string | undefined;
  timeline: readonly Pick<Moment, 'verb' | 'at' | 'happenedAt' | 'dueAt'>[];
}

/** Nothing goes up any more once it is repaired; while it waits for something named, nothing is expected of anybody. */
const raisable: readonly FaultState[] = ['reported', 'accepted', 'dispatched', 'acknowledged', 'onSite', 'diagnosed'];

/**
 * Every raise that is due at a moment (domain.md 3): the confirmation matrix of P4, who had to have taken the case over by
 * when, and «up one after so long without progress». Of several take-overs missed the highest counts.
 */
export function dueRaises(one: RaisedCase, subject: ClockSubject, profile: ServiceProfile, book: CalendarBook, now: Instant): DueRaise[] {
  if (!raisable.includes(one.state)) return [];
  const reportedAt = subject.marks.find(({ what }) => what === 'reported')?.at;
  if (reportedAt === undefined) return [];
  const due: DueRaise[] = [];
  const takeOver = missedTakeOver(one, subject, profile, book, reportedAt, now);
  if (takeOver) due.push(takeOver);
  const progress = lastProgress(one.timeline, reportedAt);
  for (const { code, when, over, after, raises } of profile.raises) {
    const base = over === undefined ? progress : overSince(over, one, subject, profile, book);
    if (base === undefined) continue;
    const dueAt = base + millisecondsOf(after);
    if (now <= dueAt || !holds(when, subject, reportedAt, profile, book)) continue;
    const order = raises === 'class' ? profile.classes.map((grave) => grave.code).reverse() : profile.tiers.map((tier) => tier.code);
    const fromCode = (raises === 'class' ? one.class : one.tier) ?? '';
    const toCode = order[order.indexOf(fromCode) + 1];
    if (toCode !== undefined) due.push({ raises, rule: `${code}/${base}`, dueAt, fromCode, toCode });
  }
  return due;
}

/**
 * Since when whoever has the case has not solved it in its time (domain.md 3, P2): since the clock was over, and once it was
 * handed up since the clock's limit has passed again, for the next one has that time too.
 */
function overSince(
  clock: string,
  { timeline }: RaisedCase,
  subject: ClockSubject,
  profile: ServiceProfile,
  book: CalendarBook,
): Instant | undefined {
  const state = clocksOf(subject, profile, book).findLast((known) => known.clock === clock);
  if (state?.dueAt === undefined || state.standing !== 'running') return undefined;
  let since = state.dueAt;
  for (const { verb, at, happenedAt, dueAt } of timeline) {
    if (verb !== 'raise' && verb !== 'escalate') continue;
    const up = verb === 'raise' ? (dueAt ?? at) : (happenedAt ?? at);
    if (up >= state.dueAt) since = Math.max(since, up + state.limit);
  }
  return since;
}

function missedTakeOver(
  one: RaisedCase,
  subject: ClockSubject,
  profile: ServiceProfile,
  book: CalendarBook,
  reportedAt: Instant,
  now: Instant,
): DueRaise | undefined {
  const rank = (tier: string | undefined) => profile.tiers.findIndex(({ code }) => code === tier);
  let missed: DueRaise | undefined;
  for (const { when, after, tier } of profile.takeOver) {
    const dueAt = reportedAt + millisecondsOf(after);
    if (now <= dueAt || rank(one.tier) >= rank(tier) || !holds(when, subject, reportedAt, profile, book)) continue;
    if (missed && rank(missed.toCode) >= rank(tier)) continue;
    missed = { raises: 'tier', rule: `takeOver/${after}/${tier}`, dueAt, fromCode: one.tier ?? '', toCode: tier };
  }
  return missed;
}

/** When the case last got on: a step, a consultation, a tier taking it over, a raise. Notes and alarms taken are no progress. */
function lastProgress(timeline: RaisedCase['timeline'], reportedAt: Instant): Instant {
  let last = reportedAt;
  for (const { verb, at, happenedAt, dueAt } of timeline) {
    if (verb === 'breach') continue;
    const moved =
      verb === 'raise' ||
      verb === 'report' ||
      verb === 'takeOver' ||
      verb === 'escalate' ||
      verb === 'answer' ||
      verb === 'consult' ||
      moves(verb);
    if (moved) last = Math.max(last, verb === 'raise' ? (dueAt ?? at) : (happenedAt ?? at));
  }
  return last;
}

function moves(verb: Exclude<Moment['verb'], 'breach' | 'raise' | 'report'>): boolean {
  const { to } = transitions[verb];
  return (to !== 'same' && (to === 'before' || !isFinal(to))) || verb === 'depart' || verb === 'diagnose';
}
