import type { GoalLine } from '../../shared/periodic-duties/contract';

/** A share as per cent, cut and not rounded up: what misses a goal must not look as if it met it. A number of people as it is. */
export function goalValue(measure: GoalLine['measure'], value: number): string {
  if (measure === 'resident' || measure === 'behindPost') return String(value);
  return `${Math.floor(value * 10_000 + 1e-6) / 100}%`;
}
