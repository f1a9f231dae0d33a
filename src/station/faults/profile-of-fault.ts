import type { CalendarBook } from '../../shared/service-profiles/counted-hours';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { dateIn, yearIn } from '../../shared/time';
import { calendarOf } from '../calendar';
import type { Context } from '../handler';
import { profilesInUse, profileVersion } from '../service-profiles';
import type { Fault } from './fault';

/** What the clocks of faults need of the station. */
export type ClockContext = Pick<Context, 'db' | 'raw' | 'resources' | 'zone' | 'now'>;

/** The profile a fault runs under; undefined while the other desk's version has not arrived. A fault that names none runs under the usual one. */
export function profileOf(context: ClockContext, { profile }: Pick<Fault, 'profile'>): ServiceProfile | undefined {
  return profile ? profileVersion(context, profile.code, profile.version) : profilesInUse(context)[0]?.profile;
}

/** The statutory calendar for clocks: last year's faults may still be open, and next year's limits be running. */
export function calendarBookOf(context: ClockContext): CalendarBook {
  const year = yearIn(context.zone, context.now);
  return { zone: context.zone, calendar: calendarOf(context, `${year - 1}-01-01`, `${year + 1}-12-31`) };
}

/** Today in the station's zone, for what is kept per day. */
export function today({ zone, now }: ClockContext): string {
  return dateIn(zone, now);
}
