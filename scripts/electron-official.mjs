// The official Electron, downloaded by its own package into node_modules/electron/dist and checked there against its checksums.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fallbackExistsHere } from './electron-fallback.mjs';
import { alone } from './lock.mjs';
import { cacheFolder, modules, node24, root } from './places.mjs';
import { run } from './run.mjs';
import { during, say } from './say.mjs';

/** A download that brings no byte for so long is given up; a slow one may go on. Milliseconds. */
const STALLED = 20_000;
/** How long "not to be had here" is believed before the question is asked again. Milliseconds. */
const REMEMBERED = 24 * 3600_000;

const electron = join(modules, 'electron');
const dist = join(electron, 'dist');

export function officialVersion() {
  return JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version;
}

/** @returns {Promise<string | undefined>} its folder, or nothing where it cannot be downloaded */
export async function officialElectron() {
  if (isComplete()) return dist;
  const refusal = join(cacheFolder(), `electron-${officialVersion()}-not-reachable`);
  if (fallbackExistsHere() && existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < REMEMBERED) return undefined;
  return alone(`electron ${root}`, async () => {
    if (isComplete()) return dist;
    try {
      await during(`Downloading Electron ${officialVersion()}`, download);
      return dist;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`• the official download is out of reach (${reason})${fallbackExistsHere() ? '; asked again in a day' : ''}`);
      writeFileSync(refusal, `${reason}\n`);
      return undefined;
    }
  });
}

function isComplete() {
  // electron/path.txt is the last thing that its installer writes.
  return existsSync(join(electron, 'path.txt')) && existsSync(join(dist, readFileSync(join(electron, 'path.txt'), 'utf8')));
}

async function download() {
  const arriving = join(cacheFolder(), `arriving-${process.pid}`);
  mkdirSync(arriving, { recursive: true });
  const abort = new AbortController();
  const watch = stopWhenStalled([arriving, dist], abort);
  try {
    const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, ELECTRON_GET_NO_PROGRESS: '1' };
    const { code, all } = await run(node24, [join(electron, 'install.js')], { env, output: 'collect', abort: abort.signal });
    if (abort.signal.aborted) throw new Error('no answer');
    if (code !== 0 || !isComplete()) throw new Error(all.trim().split('\n')[0] || 'it ended early');
  } finally {
    abort.abort();
    await watch;
    rmSync(arriving, { recursive: true, force: true });
  }
}

/** @param {string[]} folders where bytes arrive: first the download, then what is unpacked @param {AbortController} abort */
async function stopWhenStalled(folders, abort) {
  let size = 0;
  let grewAt = Date.now();
  while (!abort.signal.aborted) {
    await wait(500, undefined, { signal: abort.signal }).catch(() => {});
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (now !== size) [size, grewAt] = [now, Date.now()];
    if (Date.now() - grewAt > STALLED) abort.abort();
  }
}

/** @param {string} folder */
function sizeOf(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}
