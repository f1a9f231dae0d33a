import type { RequestRow } from '../../shared/service-requests/record';
import type { Urgency } from '../../shared/urgency';

/** Amber from three quarters of the hours that count, red once it is over. */
export function limitUrgency(limit: RequestRow['clock'], now: number): Urgency {
  if (!limit || limit.standing !== 'running' || limit.direction === 'notBefore') return 'calm';
  return now > limit.dueAt ? 'red' : now >= limit.amberAt ? 'amber' : 'calm';
}
