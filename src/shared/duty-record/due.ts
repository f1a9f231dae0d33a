import { hour, type Instant } from '../time';

/** Before this the record of a shift can only be signed with a reason. */
export const signAhead = hour;

/** Whether a record may be signed without saying why so early. */
export function isTimeToSign(end: Instant, now: Instant): boolean {
  return now >= end - signAhead;
}
