import { expect, test } from 'vitest';
import { procedures } from '../../src/shared/contracts';
import { playSeeds } from '../support/apart';
import { leftOut, randomCommands } from '../support/random-commands';

test('random play knows every command there is', () => {
  const commands = [...procedures.values()].filter(({ kind }) => kind === 'command').map(({ name }) => name);
  expect([...Object.keys(randomCommands), ...Object.keys(leftOut)].toSorted()).toEqual(commands.toSorted());
});

// Half of them here, half in exchange-more.test.ts: two processes, two cores.
test('two stations, random commands, clocks 9 minutes apart, a bad line: equal tables on both and on a third, for 260 seeds', {
  timeout: 600_000,
}, async () => {
  const done = await playSeeds(1, 260);
  if (!process.env.DUTY_SEED) expect([...done].filter(([, times]) => times === 0)).toEqual([]);
});
