import type { accounts } from './accounts/contract';
import type { Procedure } from './contract';
import type { unit } from './unit/contract';
import type { warnings } from './warnings/contract';

/** The facts of a procedure without its schemas: a screen never reads those, only their types. */
function factsOf<P extends Procedure>(facts: Omit<P, 'input' | 'output'>): P {
  return facts as P;
}

/**
 * What a window asks before anyone has signed in: the same procedures as in their contracts (door.test.ts compares them), without
 * the schemas, so that the first paint does not wait for zod and every slice's rules.
 */
export const door = {
  status: factsOf<typeof unit.status>({ kind: 'query', name: 'unit.status', roles: 'anyone', reads: ['unit'], refuses: [] }),
  current: factsOf<typeof accounts.current>({
    kind: 'query',
    name: 'accounts.current',
    roles: 'anyone',
    reads: ['accounts'],
    refuses: [],
  }),
  /** Level and kind of what is in force: all that is said before anyone has signed in. */
  warnings: factsOf<typeof warnings.banner>({
    kind: 'query',
    name: 'warnings.banner',
    roles: 'anyone',
    reads: ['warnings', 'accounts'],
    refuses: [],
  }),
  signIn: factsOf<typeof accounts.signIn>({
    kind: 'command',
    name: 'accounts.signIn',
    roles: 'anyone',
    refuses: ['wrongPassword', 'accountLocked', 'accountDisabled'],
  }),
};
