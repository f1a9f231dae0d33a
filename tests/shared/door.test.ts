import { expect, test } from 'vitest';
import { accounts } from '../../src/shared/accounts/contract';
import type { Procedure } from '../../src/shared/contract';
import { door } from '../../src/shared/door';
import { unit } from '../../src/shared/unit/contract';
import { warnings } from '../../src/shared/warnings/contract';

test('what is asked at the door is what the contracts say', () => {
  const facts = ({ input: _1, output: _2, ...rest }: Procedure) => rest;
  expect(door).toEqual({
    status: facts(unit.status),
    current: facts(accounts.current),
    signIn: facts(accounts.signIn),
    warnings: facts(warnings.banner),
  });
});
