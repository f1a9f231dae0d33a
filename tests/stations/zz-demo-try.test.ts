import { rmSync } from 'node:fs';
import { test } from 'vitest';
import { fillDemonstration } from '/work/main/src/station/demonstration';
test('fill', { timeout: 100_000 }, async () => {
  rmSync('/tmp/demo-try', { recursive: true, force: true });
  const start = performance.now();
  await fillDemonstration({ folder: '/tmp/demo-try', resources: '/work/main/resources', passwordCost: process.env.COST ? Number(process.env.COST) : 4, onProgress: (d, of) => console.log(d, of, Math.round(performance.now() - start)) });
  console.log('ms', Math.round(performance.now() - start));
});
