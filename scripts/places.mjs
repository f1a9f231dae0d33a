// Where things lie. Nothing here needs installed packages.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './say.mjs';

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
  const folder = [wanted, join(root, '.cache')].find(isWritable);
  if (folder) return folder;
  throw new Stop(`no folder can be written for downloads: neither ${wanted} nor .cache/`);
}

/** Whether files can be made in a folder, which is made when it is not there: a home may be read-only or not exist. @param {string} folder */
export function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A short name for a text, used where a path is too long. @param {string} text */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
