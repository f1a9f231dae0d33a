import type { Assignment } from '../roster/assignment';
import { type BrokenRule, brokenRules } from '../roster/broken-rules';
import type { HeldAgainst } from './reading';

/**
 * The rules that the roster would break once `changes` are written: those of the changed shifts, and the rest that they leave too
 * short before or after a shift that stays. The same as saving the roster asks a reason for.
 */
export function brokenByImport({ shifts, ...facts }: HeldAgainst, changes: readonly Assignment[]): BrokenRule[] {
  const wanted = new Map(changes.map((change) => [change.key, change]));
  const after = shifts.map((shift) => {
    const change = wanted.get(shift.key);
    return change ? { ...shift, ...change, rostered: true } : shift;
  });
  return brokenRules(after, facts).filter(({ key, other }) => wanted.has(key) || (other !== undefined && wanted.has(other)));
}
