// What Electron and a window need from the system. As root on Debian it is installed; elsewhere one line names what is missing.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { during, say, Stop } from './say.mjs';

/** Debian package of each shared library that Electron links to. What is not named here comes with GTK. */
const PACKAGE_OF = [
  [/^lib(nss3|nssutil3|smime3|ssl3|nspr4|plc4|plds4)\.so/, 'libnss3'],
  [/^libasound\.so/, 'libasound2'],
  [/^libgbm\.so/, 'libgbm1'],
  [/^libdrm\.so/, 'libdrm2'],
  [/^libxkbcommon\.so/, 'libxkbcommon0'],
  [/^libcups\.so/, 'libcups2'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^libudev\.so/, 'libudev1'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^lib(gtk-3|gdk-3|glib-2|gobject-2|gio-2|atk|pango|cairo|X|x)/, 'libgtk-3-0'],
];
const BROUGHT_BY_GTK = new Set(['libcups2', 'libdbus-1-3', 'libdrm2', 'libexpat1', 'libxkbcommon0']);
/** Loaded by name at run time, so `ldd` does not show it. */
const LOADED_LATER = ['libgtk-3.so.0'];
/** Renamed in Debian 13 and Ubuntu 24.04, for their 64-bit time. */
const RENAMED = new Set(['libgtk-3-0', 'libasound2', 'libcups2']);

/** @typedef {{ electron: string, virtualDisplay: boolean }} Need the Electron executable; whether a virtual display must run */

/** Makes sure that the machine can open a window; throws one line naming packages and command where it cannot. @param {Need} need */
export async function ensureDebianPackages(need) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(need.electron);
  const programs = need.virtualDisplay && !onPath('Xvfb') ? ['xvfb'] : [];
  const required = withoutWhatGtkBrings([...new Set([...libraries.map(packageOf), ...programs])]).map(nameHere);
  const fonts = need.virtualDisplay && !(await hasChineseFont()) ? ['fonts-noto-cjk'] : [];
  if (required.length === 0 && fonts.length === 0) return;

  const all = [...required, ...fonts];
  const install = `apt-get install -y --no-install-recommends ${all.join(' ')}`;
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall && required.length === 0) return; // The app brings its own font: system fonts only fill in rare characters.
  if (!mayInstall) throw new Stop(missing(libraries, all, install));

  try {
    await during(`Installing Debian packages: ${all.join(' ')}`, () => aptInstall(all));
  } catch (error) {
    if (required.length > 0) throw error;
    say(`• ${error instanceof Error ? error.message : String(error)}; going on without`);
  }
  const still = await missingLibraries(need.electron);
  if (still.length > 0) throw new Stop(`Electron still lacks shared libraries after the installation: ${still.join(' ')}`);
}

/** @param {string[]} libraries @param {string[]} packages @param {string} install */
function missing(libraries, packages, install) {
  if (onPath('apt-get'))
    return `this machine lacks ${packages.join(' ')}: run  sudo sh -c 'apt-get update && ${install}'  and then this again`;
  const lacking = [...libraries, ...(packages.includes('xvfb') ? ['Xvfb'] : [])];
  return `this machine lacks ${lacking.join(' ')}: install them with its package manager (on Debian: ${install}) and run this again`;
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  // Another apt may be at work: wait for it rather than fail.
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const action of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, all } = await run('apt-get', ['-q', ...options, ...action], { env, output: 'collect' });
    if (code !== 0) {
      const reason =
        all
          .trim()
          .split('\n')
          .findLast((line) => line.startsWith('E:')) ?? `exit code ${code}`;
      throw new Stop(`apt-get ${action[0]} failed: ${reason.trim()}`);
    }
  }
}

/** @param {string} electron @returns {Promise<string[]>} */
async function missingLibraries(electron) {
  const { code, stdout } = await run('ldd', [electron], { output: 'collect' });
  if (code !== 0) return [];
  const linked = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
  const cache = await run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], { output: 'collect' });
  const later = cache.code === 0 ? LOADED_LATER.filter((library) => !cache.stdout.includes(`${library} `)) : [];
  return [...new Set([...linked, ...later])];
}

/** @param {string} library @returns {string} */
function packageOf(library) {
  return String(PACKAGE_OF.find(([pattern]) => /** @type {RegExp} */ (pattern).test(library))?.[1] ?? 'libgtk-3-0');
}

/** GTK depends on many of the others: naming them too would only make the line long. @param {string[]} packages */
function withoutWhatGtkBrings(packages) {
  return packages.includes('libgtk-3-0') ? packages.filter((name) => !BROUGHT_BY_GTK.has(name)) : packages;
}

/** The package's name in this release. @param {string} name */
function nameHere(name) {
  return RENAMED.has(name) && hasRenamedPackages() ? `${name}t64` : name;
}

function hasRenamedPackages() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const id = /^ID="?([^"\n]+)/m.exec(release)?.[1];
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? Number.POSITIVE_INFINITY);
  return (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24.04);
}

async function hasChineseFont() {
  const { code, stdout } = await run('fc-list', [':lang=zh-cn', 'file'], { output: 'collect' });
  return code === 0 && stdout.trim() !== '';
}

/** @param {string} program */
export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
