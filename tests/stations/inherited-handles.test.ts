import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test.runIf(process.platform === 'linux')('a station lets go of a handle it was forked with by accident, and comes up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-inherited-'));
  const root = resolve(import.meta.dirname, '../..');
  const station = fork(join(root, 'out/main/station.cjs'), [], {
    env: { ...process.env, DUTY_DATA_DIR: folder, DUTY_RESOURCES: join(root, 'resources') },
    // The last is what the station was not meant to get; high, as a shell with windows has dozens of handles open.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', ...Array(36).fill('ignore'), 'pipe'],
  });
  const ready = once(station, 'message');
  const accident = station.stdio.at(-1) as unknown as Socket;
  accident.resume();
  await once(accident, 'end');
  expect(station.exitCode).toBeNull();
  expect((await ready)[0]).toEqual({ kind: 'ready' });
  station.disconnect();
  await once(station, 'exit');
  rmSync(folder, { recursive: true, force: true });
});
