// Where things lie. Nothing here needs installed packages.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const out = join(root, 'out');
export const temporary = join(root, '.tmp');
export const modules = join(root, 'node_modules');

/** The Node 24 on which the station, the builds and the tests run, whatever Node the machine has. */
export const node24 = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A folder for large downloads, shared by all clones of one user; the project's own .cache/ where no home can be written.
 * DUTY_CACHE overrides it. @returns {string} */
export function cacheFolder() {
  const wanted = process.env.DUTY_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'duty-station');
  for (const folder of [wanted, join(root, '.cache')]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // Not writable (a read-only home, a home that does not exist): the next one.
    }
  }
  throw new Error(`no folder can be written for downloads: neither ${wanted} nor .cache/`);
}

/** A short name for a text, used where a path is too long. @param {string} text */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
