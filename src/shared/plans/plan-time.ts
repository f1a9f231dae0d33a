import { z } from 'zod';
import { dateIn, day, hour, type Instant, instantIn, minute } from '../time';

/**
 * When a step of a plan is due, as plans write it: `T-7d`, `T-1d 18:00`, `A+15min`, `E+3d`. T is the moment the plan is for (the first
 * hour of a holiday, the arrival of a visit; the activation where nothing is announced), A the activation, E the end of the run
 * (终止). A time of day is said for whole days only: it is read on that date in the station's zone.
 */
export const PlanTime = z.string().regex(/^[TAE][+-](\d{1,4}(min|h)|\d{1,3}d( ([01]\d|2[0-3]):[0-5]\d)?)$/u, 'planTime');
export type PlanTime = z.infer<typeof PlanTime>;

export interface Anchors {
  /** T: what the plan is for. */
  target: Instant;
  /** A. */
  activated: Instant;
  /** E; undefined while the run goes on: what hangs on it is not due yet. */
  ended?: Instant | undefined;
}

const units = { min: minute, h: hour, d: day } as const;

/** The moment of a plan time; undefined as long as what it hangs on has not happened. Throws on a text that {@link PlanTime} does not let in. */
export function momentOf(time: PlanTime, { target, activated, ended }: Anchors, zone: string): Instant | undefined {
  const match = /^([TAE])([+-])(\d+)(min|h|d)(?: (\d\d:\d\d))?$/u.exec(time);
  if (!match) throw new RangeError(`not a time of a plan: ${time}`);
  const anchor = { T: target, A: activated, E: ended }[match[1] as 'T' | 'A' | 'E'];
  if (anchor === undefined) return undefined;
  const shift = Number(match[3]) * units[match[4] as keyof typeof units];
  const moment = match[2] === '-' ? anchor - shift : anchor + shift;
  return match[5] === undefined ? moment : instantIn(zone, dateIn(zone, moment), match[5]);
}
