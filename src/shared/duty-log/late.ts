import { type Instant, minute } from '../time';

/** What is entered more than 15 minutes after it happened is marked 补录. */
export const lateAfter = 15 * minute;
/** A desk's clock may be this far behind what an officer reads off the wall; nothing later can have happened yet. */
export const futureTolerance = 2 * minute;

/** True when an event was entered late: more than 15 minutes after it happened. */
export function isLate(occurredAt: Instant, writtenAt: Instant): boolean {
  return writtenAt - occurredAt > lateAfter;
}

/** True when an event lies further ahead than a clock may be off: it is refused. */
export function isAhead(occurredAt: Instant, now: Instant): boolean {
  return occurredAt - now > futureTolerance;
}
