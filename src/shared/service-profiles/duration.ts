import { z } from 'zod';
import { day, hour, minute } from '../time';

const units = { min: minute, h: hour, d: day } as const;

/** A length of time as a contract writes it: `30min`, `4h`, `2d`. A day has 24 hours; which hours count, the clock says. */
export const Duration = z.string().regex(/^[1-9]\d{0,4}(min|h|d)$/u, 'duration');
export type Duration = z.infer<typeof Duration>;

/** Milliseconds. Throws on a text that {@link Duration} does not let in. */
export function millisecondsOf(duration: Duration): number {
  const match = /^(\d+)(min|h|d)$/u.exec(duration);
  if (!match) throw new RangeError(`not a duration: ${duration}`);
  return Number(match[1]) * units[match[2] as keyof typeof units];
}
