// Builds out/ from src/, when something it is made of has changed. `npm run build` builds always.
import './check-node.mjs';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { alone } from './lock.mjs';
import { modules, node24, out, root } from './places.mjs';
import { run } from './run.mjs';
import { during, Stop, script } from './say.mjs';

const marker = join(out, '.built-from');

/** @param {{ always?: boolean }} [options] */
export async function build({ always = false } = {}) {
  if (!always && isBuilt()) return;
  await alone(`build ${root}`, async () => {
    const from = ingredients();
    if (!always && isBuilt(from)) return;
    await during('Building the app', async () => {
      const cli = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
      const { code, all } = await run(node24, [cli, 'build'], { cwd: root, output: 'collect' });
      if (code !== 0) {
        process.stderr.write(all);
        throw new Stop('the build failed: see the lines above');
      }
    });
    writeFileSync(marker, from);
  });
}

/** True when out/ was made from exactly what lies here now. */
function isBuilt(from = ingredients()) {
  return existsSync(marker) && readFileSync(marker, 'utf8') === from;
}

/** A hash over everything that the build reads. Contents, not times: a git checkout touches files without changing them. */
function ingredients() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  const source = join(root, 'src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    await install();
    await build({ always: true });
  });
}
