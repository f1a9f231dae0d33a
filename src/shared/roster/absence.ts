import { z } from 'zod';
import { Id } from '../input';

/** An approved leave: from one moment up to, and not including, another. */
export const Leave = z.object({ person: Id, from: z.number(), until: z.number() });
export type Leave = z.infer<typeof Leave>;

/** Somebody who has left the unit, with the last day there. */
export const LeftPerson = z.object({ person: Id, date: z.string() });
export type LeftPerson = z.infer<typeof LeftPerson>;

interface Times {
  date: string;
  start: number;
  end: number;
}

export function isOnLeave(leaves: readonly Leave[], person: string | undefined, { start, end }: Times): boolean {
  return leaves.some((leave) => leave.person === person && leave.from < end && leave.until > start);
}

/** The last day counts in. */
export function hasLeft(left: readonly LeftPerson[], person: string | undefined, { date }: Times): boolean {
  return left.some((gone) => gone.person === person && date > gone.date);
}
