import type { BrokenRule } from '../../shared/roster/broken-rules';
import { type Refused, refuse } from '../handler';

/** Rules are broken and nobody said why: which (`rules`), how often (`count`), and the first `date`. */
export function reasonNeeded(broken: readonly BrokenRule[]): Refused {
  const rules = [...new Set(broken.map(({ rule }) => rule))].join(',');
  return refuse('reasonNeeded', { rules, count: broken.length, date: broken[0]?.date ?? '' });
}
