import { type Instant, minute } from '../time';

/** Five wrong passwords in a row lock an account for 30 minutes. */
export const failuresBeforeLock = 5;
export const lockDuration = 30 * minute;

export interface SignInRecord {
  /** Wrong passwords since the last right one or the last lock. */
  failures: number;
  lockedUntil?: Instant | undefined;
}

export function afterFailure(record: SignInRecord, at: Instant): SignInRecord {
  const failures = record.failures + 1;
  return failures >= failuresBeforeLock ? { failures: 0, lockedUntil: at + lockDuration } : { ...record, failures };
}

export function isLocked(record: SignInRecord, now: Instant): boolean {
  return record.lockedUntil !== undefined && now < record.lockedUntil;
}
