import type { Instant } from './time';

/** How much of its time has passed when a clock turns amber (domain.md 3, «Clock rules for all»). */
export const amberShare = 0.75;

export const urgencies = ['calm', 'amber', 'red'] as const;
export type Urgency = (typeof urgencies)[number];

/** The moment a clock that runs from `start` to `due` turns amber: three quarters of the way. */
export function amberFrom(start: Instant, due: Instant): Instant {
  return start + Math.max(0, due - start) * amberShare;
}

/** Amber from three quarters of the time on, red once it is over; what is done at the very moment `due` is in time. */
export function urgencyBetween(start: Instant, due: Instant, now: Instant): Urgency {
  if (now > due) return 'red';
  return now >= amberFrom(start, due) ? 'amber' : 'calm';
}
