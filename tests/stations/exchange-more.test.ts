import { test } from 'vitest';
import { playSeeds } from '../support/apart';

test('two stations apart, the other seeds of exchange.test.ts: 250 more', { timeout: 600_000 }, async () => {
  // Played alone (DUTY_SEED) a seed is played over there.
  if (!process.env.DUTY_SEED) await playSeeds(1_001, 250);
});
