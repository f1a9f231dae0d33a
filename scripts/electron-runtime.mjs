// Finds an Electron that runs here: the folder in ELECTRON_OVERRIDE_DIST_PATH, the official download, else (development and tests
// only) the real Electron 25 inside a registry package. Run by itself it prints what it found as JSON.
import './check-node.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FALLBACK_VERSION, fallbackElectron } from './electron-fallback.mjs';
import { officialElectron, officialVersion } from './electron-official.mjs';
import { install } from './install.mjs';
import { say, Stop, script } from './say.mjs';

/** @typedef {{ executable: string, folder: string, kind: 'given' | 'official' | 'fallback', version: string }} Runtime */

/** @returns {Promise<Runtime>} */
export async function electronRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    if (!existsSync(executableIn(given))) throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, but there is no Electron in it`);
    return runtime('given', given);
  }
  const official = await officialElectron();
  if (official) return runtime('official', official);
  const fallback = await fallbackElectron();
  if (!fallback) {
    throw new Stop(
      `Electron ${officialVersion()} cannot be downloaded here, and there is no stand-in for ${process.platform}-${process.arch}: ` +
        'unpack it yourself and name the folder in ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  say(
    `• Electron ${officialVersion()} cannot be downloaded here: using the real Electron ${FALLBACK_VERSION} of a registry package (development and tests only)`,
  );
  return runtime('fallback', fallback);
}

/** @param {Runtime['kind']} kind @param {string} folder @returns {Runtime} */
function runtime(kind, folder) {
  const note = join(folder, 'version');
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { kind, folder, executable: executableIn(folder), version };
}

/** @param {string} folder */
export function executableIn(folder) {
  if (process.platform === 'win32') return join(folder, 'electron.exe');
  if (process.platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(folder, 'electron');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    await install();
    console.log(JSON.stringify(await electronRuntime()));
  });
}
