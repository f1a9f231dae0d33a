import type { ShiftOnDuty } from '../../shared/attendance/contract';
import type { Presence } from '../../shared/attendance/record';

/** Who has an account and has not come yet: of this shift, then of the next once it is open. */
export function awaited({ people, next }: Pick<ShiftOnDuty, 'people' | 'next'>): Presence[] {
  return [...people, ...(next?.people ?? [])].filter(({ checkedIn, login }) => !checkedIn && login !== undefined);
}

/** Whose login stands in the box before anybody types: the only one who is awaited, or the officer of the desk if awaited. */
export function proposedLogin(duty: Pick<ShiftOnDuty, 'people' | 'next'>, officer: string): string {
  const logins = [...new Set(awaited(duty).map(({ login }) => login as string))];
  return logins.length === 1 ? (logins[0] as string) : logins.includes(officer) ? officer : '';
}
