import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { Million } from './million';
import type { Bench, Part } from './part';
import { append } from './parts/append';
import { board } from './parts/board';
import { bulk } from './parts/bulk';
import { memory } from './parts/memory';
import { rebuild } from './parts/rebuild';
import { receiving } from './parts/receive';
import { search } from './parts/search';
import { start } from './parts/start';
import { window } from './parts/window';
import { type Row, rowOf } from './row';
import { tableOf } from './table';

// Those that need the large log come last: it is built once, and files of that size leave the disk busy.
const parts: readonly Part[] = [append, bulk, rebuild, window, board, start, search, memory, receiving];

const arguments_ = process.argv.slice(2);
const json = arguments_.includes('--json');
const quick = arguments_.includes('--quick');
const only = arguments_.includes('--only') ? arguments_[arguments_.indexOf('--only') + 1] : undefined;
const chosen = parts.filter(({ name }) => only === undefined || name === only);

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function run(): Promise<void> {
  if (chosen.length === 0) throw new Error(`no part ${only}: ${parts.map(({ name }) => name).join(', ')}`);
  mkdirSync(resolve('.tmp/bench'), { recursive: true });
  const place = mkdtempSync(resolve('.tmp/bench/run-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  let folders = 0;
  const folder = (name: string) => {
    const made = join(place, `${++folders}-${name}`);
    mkdirSync(made);
    return made;
  };
  const million = new Million(quick ? 100_000 : 1_000_000, () => folder('million'), say);
  const bench: Bench = { quick, folder, million, say };
  const rows: Row[] = [];
  const failed: { part: string; error: string }[] = [];
  for (const part of chosen) {
    say(`▸ ${part.name}`);
    const begun = performance.now();
    try {
      rows.push(...(await part.run(bench)).map((measured) => rowOf(part.name, measured)));
      say(`✓ ${part.name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    } catch (error) {
      // One part that cannot be measured must not take the others' figures with it.
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failed.push({ part: part.name, error: error instanceof Error ? error.message : String(error) });
      say(`✗ ${part.name}: ${reason}`);
    }
  }
  report(rows, failed);
}

function report(rows: Row[], failed: { part: string; error: string }[]): void {
  const missed = rows.filter(({ goal }) => goal && !goal.met);
  const met = rows.filter(({ goal }) => goal?.met);
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model.trim() ?? 'unknown' };
  if (json) {
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), quick, machine, rows, failed })}\n`);
  } else {
    process.stdout.write(`${tableOf(rows)}\n\n`);
    process.stdout.write(`${met.length} goals met, ${missed.length} missed${quick ? '; --quick: sizes are too small to judge by' : ''}\n`);
    for (const { part, error } of failed) process.stdout.write(`not measured: ${part} (${error.split('\n')[0]})\n`);
  }
  if (failed.length > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  say(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
});
