// `npm run bench`: measures the product beside the bare things it stands on. `--json` prints one object, `--only NAME` one part,
// `--quick` smaller sizes. Not part of the tests: figures of a busy machine fail nothing.
import './check-node.mjs';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { startVirtualDisplay } from './display.mjs';
import { electronArguments, electronEnvironment } from './electron-arguments.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { install } from './install.mjs';
import { modules, node24, root, temporary } from './places.mjs';
import { run } from './run.mjs';
import { Stop, script } from './say.mjs';

/** Parts that open no window need neither Electron nor a display. */
const WITHOUT_WINDOW = ['append', 'bulk', 'rebuild', 'search', 'receive'];
const PARTS = [...WITHOUT_WINDOW, 'window', 'board', 'start', 'memory'];
const SWITCHES = ['--json', '--quick', '--only'];

await script(async () => {
  const given = process.argv.slice(2);
  const only = given.includes('--only') ? given[given.indexOf('--only') + 1] : undefined;
  const unknown = given.find((word, at) => !SWITCHES.includes(word) && given[at - 1] !== '--only');
  if (unknown || (given.includes('--only') && !PARTS.includes(only ?? ''))) {
    throw new Stop(`npm run bench -- [--json] [--quick] [--only ${PARTS.join('|')}]`);
  }
  await install();
  await bundle('bench/vite.config.ts');
  const program = join(temporary, 'bench', 'program', 'bench.mjs');
  // Options of Node for the program under measurement: BENCH_NODE_OPTIONS=--cpu-prof shows where its time goes.
  const options = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const measure = async (/** @type {NodeJS.ProcessEnv} */ env) =>
    (await run(node24, [...options, program, ...given], { cwd: root, env, ownGroup: true })).code;
  if (only && WITHOUT_WINDOW.includes(only)) return measure(process.env);

  await bundle('bench/bare-page/vite.config.ts');
  const [electron] = await Promise.all([electronRuntime(), build()]);
  copyProduct();
  const virtualDisplay = process.platform === 'linux';
  await ensureDebianPackages({ electron: electron.executable, virtualDisplay });
  const display = virtualDisplay ? await startVirtualDisplay() : undefined;
  try {
    const switches = await electronArguments({ executable: electron.executable, virtualDisplay });
    return await measure({
      ...electronEnvironment(display?.env ?? process.env),
      DUTY_ELECTRON: JSON.stringify({ executable: electron.executable, switches }),
    });
  } finally {
    await display?.stop();
  }
});

/** The product as it was built just now, in a place that no other build changes while it is measured. */
function copyProduct() {
  const product = join(temporary, 'bench', 'product');
  rmSync(product, { recursive: true, force: true });
  mkdirSync(product, { recursive: true });
  for (const part of ['out', 'resources']) cpSync(join(root, part), join(product, part), { recursive: true });
}

/** @param {string} config */
async function bundle(config) {
  const { code, all } = await run(node24, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--config', config], {
    cwd: root,
    output: 'collect',
  });
  if (code !== 0) throw new Stop(`bundling the bench failed: ${all}`);
}
