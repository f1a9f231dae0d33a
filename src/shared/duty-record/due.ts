import { hour, type Instant, minute } from '../time';

/** A record unsigned so long after the end of its shift is red: the limits of an unsigned handover (issue 3). */
export const redAfter = 15 * minute;
/** Before this the record of a shift can only be signed with a reason. */
export const signAhead = hour;

/** How urgent an unsigned record is: nothing before the shift ends, then amber, from 15 minutes after it red. */
export function urgencyOfUnsigned(end: Instant, now: Instant): 'none' | 'amber' | 'red' {
  if (now < end) return 'none';
  return now < end + redAfter ? 'amber' : 'red';
}

/** Whether a record may be signed without saying why so early. */
export function isTimeToSign(end: Instant, now: Instant): boolean {
  return now >= end - signAhead;
}
