import type { PersonReference } from '../references';
import { type Instant, minute } from '../time';

/** Late and absent are shown 5 minutes after the beginning of the shift (issue 3). */
export const presenceGrace = 5 * minute;
/** A shift can be checked in to from 60 minutes before it begins: the handover is drafted then (domain.md 2). */
export const checkInAhead = 60 * minute;

/** How a person gave permission to leave the post (domain.md 1: leaving without approval is a violation). */
export const permissionMeans = ['spoken', 'phone', 'message', 'written'] as const;
export type PermissionMeans = (typeof permissionMeans)[number];

export const spotCheckResults = ['inOrder', 'problems'] as const;
export type SpotCheckResult = (typeof spotCheckResults)[number];

/** Whole minutes since the beginning of the shift for who comes later than 5 minutes after it; 0 for who is in time. */
export function minutesLate(start: Instant, at: Instant): number {
  return at - start > presenceGrace ? Math.floor((at - start) / minute) : 0;
}

/** Whether somebody who is on the roster and has not checked in is absent by now, and not only expected. */
export function isAbsentBy(start: Instant, now: Instant): boolean {
  return now >= start + presenceGrace;
}

/** Whether a shift that has not begun may be checked in to. */
export function opensForCheckIn(start: Instant, now: Instant): boolean {
  return now >= start - checkInAhead;
}

/** Whether who left the post is over the time they said they would be back. */
export function isOverdue(expectedBack: Instant | undefined, now: Instant): boolean {
  return expectedBack !== undefined && now > expectedBack;
}

/**
 * Whether who comes is the one the roster expects. A name is enough only where the roster itself has no more: who shares
 * a name with somebody of the register does not take that person's place.
 */
export function isExpected(expected: PersonReference, comer: PersonReference): boolean {
  return expected.id === undefined ? expected.name === comer.name : expected.id === comer.id;
}
