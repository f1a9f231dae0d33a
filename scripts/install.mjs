// Installs what package-lock.json names, and the Node 24 on which the station runs. Built-ins only. Nothing to do: a few milliseconds.
import './check-node.mjs';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alone } from './lock.mjs';
import { npm, why } from './npm.mjs';
import { modules, node24, root } from './places.mjs';
import { run } from './run.mjs';
import { during, Stop, script } from './say.mjs';

const marker = join(modules, '.duty-station-installed');
const lockFile = join(root, 'package-lock.json');

/** Makes sure that dependencies and Node 24 are there. Two runs at once: the second waits for the first. */
export async function install() {
  if (isInstalled()) return;
  await alone(`install ${root}`, async () => {
    if (isInstalled()) return;
    if (!modulesMatchLock()) await installModules();
    if (!(await node24Runs())) await installNode24();
    writeFileSync(marker, wanted());
  });
}

function isInstalled() {
  return existsSync(node24) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted();
}

function wanted() {
  return `${process.platform}-${process.arch} ${createHash('sha256').update(readFileSync(lockFile)).digest('hex')}\n`;
}

/** True when someone ran `npm ci` or `npm install` by hand: npm's own record of node_modules then equals the lock. */
function modulesMatchLock() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const { '': _project, ...named } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return (
    Object.keys(there).every((path) => named[path]?.version === there[path].version) &&
    Object.keys(named).every((path) => there[path] || named[path].optional || named[path].devOptional)
  );
}

async function installModules() {
  rmSync(marker, { force: true });
  await during('Installing dependencies (about a minute)', async () => {
    // Scripts of packages stay off: only `node` needs one, and it runs by name below. NODE_ENV=production must not leave out the tools.
    const { code, all } = await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Stop(`npm ci failed: ${why(all)}`);
  });
}

async function installNode24() {
  await during('Fetching Node 24, on which the station runs', async () => {
    // Named, so no other package's script runs; the strict check, which looks at all of them, knows no aliased names.
    const { code, all } = await npm(['rebuild', 'node', '--ignore-scripts=false', '--strict-allow-scripts=false', '--foreground-scripts']);
    if (!(await node24Runs())) throw new Stop(`npm rebuild node (exit ${code}) gave no Node 24 that runs here: ${why(all)}`);
  });
}

async function node24Runs() {
  if (!existsSync(node24)) return false;
  const viaBin = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const { code, stdout } = await run(viaBin, ['-v'], { output: 'collect', shell: process.platform === 'win32' });
  return code === 0 && stdout.startsWith('v24.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await script(install);
