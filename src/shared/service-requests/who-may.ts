import type { Doer } from '../service-profiles/profile-format';
import type { Role } from '../roles';

/** Who puts down what people outside the desk did. */
const recorders: readonly Role[] = ['dutyOfficer', 'shiftLeader', 'office', 'engineer'];

/**
 * Whether an officer may take a step, as the contract gives it out. A role takes it itself (the leader of the shift also what the
 * duty officer may); engineers, tiers and posts that have no role at the desk are out there: the desk puts down who it was
 * (`doerNeeded`). What the station could not do by itself, the desk completes.
 */
export function mayTake(by: Doer, held: readonly Role[]): 'yes' | 'doerNeeded' | 'no' {
  const records = held.some((role) => recorders.includes(role));
  if (by === 'station') return records ? 'yes' : 'no';
  if (by === 'holder' || by === 'engineer' || typeof by === 'object') {
    if (by === 'engineer' && held.includes('engineer')) return 'yes';
    return records ? 'doerNeeded' : 'no';
  }
  if (held.includes(by)) return 'yes';
  return by === 'dutyOfficer' && held.includes('shiftLeader') ? 'yes' : 'no';
}
