import type { Instant } from '../time';
import { type ClockState, type ClockSubject, holds } from './clocks';
import type { CalendarBook } from './counted-hours';
import { millisecondsOf } from './duration';
import type { Raise, ServiceProfile } from './profile';

/** A tier that must have taken a case over by a moment. */
export interface TakeOverDue {
  tier: string;
  at: Instant;
}

/** Who must have taken a fault over by when, in order of time (domain.md 3, P4 «confirmation matrix»); counted from `since`, the report. */
export function takeOversOf(subject: ClockSubject, profile: ServiceProfile, since: Instant, book: CalendarBook): TakeOverDue[] {
  return profile.takeOver
    .filter(({ when }) => holds(when, subject, since, profile, book))
    .map(({ after, tier }) => ({ tier, at: since + millisecondsOf(after) }))
    .sort((one, other) => one.at - other.at);
}

export interface RaiseDue {
  code: string;
  raises: Raise['raises'];
  at: Instant;
}

/**
 * When a fault goes up one as things stand, in order of time: so long after the last progress (`progressAt`, the last raise
 * counts as one), or once a clock is over (domain.md 3: P4 up one after 2 h without progress; P2 handed up at once when not
 * solved in its time). Empty for what never comes.
 */
export function raisesOf(
  subject: ClockSubject,
  profile: ServiceProfile,
  states: readonly ClockState[],
  progressAt: Instant,
  book: CalendarBook,
): RaiseDue[] {
  return profile.raises
    .flatMap(({ code, when, over, after, raises }) => {
      if (!holds(when, subject, progressAt, profile, book)) return [];
      const last = over === undefined ? undefined : states.findLast(({ clock }) => clock === over);
      const since = over === undefined ? progressAt : last?.standing === 'running' || last?.late ? last.dueAt : undefined;
      return since === undefined ? [] : [{ code, raises, at: since + millisecondsOf(after) }];
    })
    .sort((one, other) => one.at - other.at);
}
