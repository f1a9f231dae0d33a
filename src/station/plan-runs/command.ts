import { inForce } from '../../shared/in-force';
import { postsOf } from '../../shared/plan-runs/muster';
import { saidAs } from '../../shared/plan-runs/said';
import type { PersonReference } from '../../shared/references';
import type { WholeRun } from './read';

/**
 * Who commands a run in a shift (指挥): whoever was named for it; in the shift that activated it, the holder of the commanding post.
 * Undefined: nobody was named, and the shift before cannot be signed over (issue 5).
 */
export function commanderIn({ run, plan, activated }: WholeRun, shift: string): PersonReference | undefined {
  const named = inForce(saidAs(run, 'nameCommander').filter((one) => one.shift === shift)).at(-1)?.commander;
  if (named || activated.shift !== shift) return named;
  return postsOf(run, plan).find(({ code }) => code === plan.commander)?.people[0];
}
