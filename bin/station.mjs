#!/usr/bin/env node
// The command line of the station, on Node 24 whatever Node calls it. Stdout belongs to the command alone: it prints JSON.
import '../scripts/check-node.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../scripts/build.mjs';
import { install } from '../scripts/install.mjs';
import { node24, out } from '../scripts/places.mjs';
import { Stop } from '../scripts/say.mjs';

const command = join(out, 'main', 'cli.cjs');
const node = process.env.DUTY_STATION_NODE ?? node24;

try {
  if (!existsSync(node)) await install();
  if (!existsSync(command)) {
    await install();
    await build();
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`✗ ${error.message}\n`);
  process.exit(1);
}

if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import(pathToFileURL(command).href);
} else {
  const child = spawn(node, [command, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; it decides how to end, and we end with its answer.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`✗ ${node} does not start: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
