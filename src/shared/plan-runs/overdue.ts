import { type Instant, minute } from '../time';
import type { overdueLevels } from './events';

/**
 * Who is told that a step or a report of a run is overdue, and how long after its time (issue 5): the leader of the group at once, the
 * shift leader when another five minutes have passed (domain.md 1: an important matter reaches them within 5 minutes).
 */
export const overdueTold: readonly { told: (typeof overdueLevels)[number]; after: number }[] = [
  { told: 'groupLeader', after: 0 },
  { told: 'shiftLeader', after: 5 * minute },
];

/** The alarms that stand at a moment for something due at `due` and not done. */
export function toldBy(due: Instant, now: Instant): (typeof overdueLevels)[number][] {
  return overdueTold.filter(({ after }) => now >= due + after).map(({ told }) => told);
}
