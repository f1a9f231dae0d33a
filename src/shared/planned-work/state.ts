import { z } from 'zod';
import type { Instant } from '../time';
import type { Urgency } from '../urgency';
import { announcementDue } from './limits';

/** What people said of a work: it stands until it is taken down (摘牌), or is cancelled before it began. */
export const workOutcomes = ['standing', 'takenDown', 'cancelled'] as const;
export const WorkOutcome = z.enum(workOutcomes);
export type WorkOutcome = z.infer<typeof WorkOutcome>;

/** What a work is at a moment. `overdue`: past its planned end and not taken down. */
export const workStates = ['overdue', 'inForce', 'planned', 'takenDown', 'cancelled'] as const;
export type WorkState = (typeof workStates)[number];

/** All that the state of a work is read from. */
export interface WorkTimes {
  outcome: WorkOutcome;
  starts: Instant;
  end: Instant;
  endedAt?: Instant | undefined;
}

/** In force from its beginning on; at the very moment of its planned end it is still in time. */
export function workStateAt({ outcome, starts, end }: WorkTimes, now: Instant): WorkState {
  if (outcome !== 'standing') return outcome;
  if (now > end) return 'overdue';
  return now < starts ? 'planned' : 'inForce';
}

/** Amber once its end is announced, red once it is over and the tag still hangs; a work to come, or an ended one, never. */
export function workUrgency(work: WorkTimes, now: Instant): Urgency {
  const state = workStateAt(work, now);
  if (state === 'overdue') return 'red';
  return state === 'inForce' && announcementDue(work.starts, work.end, now) ? 'amber' : 'calm';
}

/** In force and overdue first, the next end first; then the ones to come, the next beginning first; then the ended, newest first. */
export function inOrder<W extends WorkTimes & { id: string }>(works: readonly W[], now: Instant): W[] {
  const rank = (work: W) => ({ overdue: 0, inForce: 0, planned: 1, takenDown: 2, cancelled: 2 })[workStateAt(work, now)];
  const moment = (work: W) => [work.end, work.starts, -(work.endedAt ?? 0)][rank(work)] as number;
  return works.toSorted((a, b) => rank(a) - rank(b) || moment(a) - moment(b) || (a.id < b.id ? -1 : 1));
}
