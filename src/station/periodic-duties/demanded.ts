import type { Occurrence } from '../../shared/periodic-duties/events';
import { dueAtOf, type Period, periodAt, periodBefore } from '../../shared/periodic-duties/periods';
import type { Duty, Words } from '../../shared/service-profiles/profile';
import { day, type Instant } from '../../shared/time';
import type { Context } from '../handler';
import { derivedId } from '../random';
import { dutiesSince, profilesInUse } from '../service-profiles';

/** What reading duties needs of the station. */
export type DutyContext = Pick<Context, 'db' | 'raw' | 'resources' | 'zone' | 'now'>;

/** A duty of a profile in use, and since when it has been demanded here. */
export interface Demanded {
  profile: string;
  profileName: Words;
  duty: Duty;
  since: Instant;
}

/** Periods that ended longer ago than this are not looked for any more: a station that stood still for a year begins anew. */
export const furthestBack = 400 * day;

/** Every duty of every profile in use here. */
export function demandedDuties(context: DutyContext): Demanded[] {
  return profilesInUse(context).flatMap(({ profile }) => {
    if (profile.duties.length === 0) return [];
    const since = dutiesSince(context.raw, profile.code);
    return profile.duties.map((duty) => ({
      profile: profile.code,
      profileName: profile.name,
      duty,
      since: since[duty.code] ?? context.now,
    }));
  });
}

/** Every desk names a period of a duty alike. */
export function occurrenceId(profile: string, duty: string, period: string): string {
  return derivedId(`periodicDuty/${profile}/${duty}/${period}`);
}

export function occurrenceOf({ profile, duty }: Pick<Demanded, 'profile' | 'duty'>, period: Period): Occurrence {
  const { key, from, until } = period;
  return { profile, duty: duty.code, name: duty.name, period: key, from, until, dueAt: dueAtOf(duty, period) };
}

/** The period of now, and those before it for which there is time still. */
export function periodsDue({ duty }: Pick<Demanded, 'duty'>, { now, zone }: Pick<DutyContext, 'now' | 'zone'>): Period[] {
  const periods: Period[] = [];
  for (let period = periodAt(duty.every, now, zone); dueAtOf(duty, period) >= now; period = periodBefore(duty.every, period, zone)) {
    periods.push(period);
  }
  return periods;
}
