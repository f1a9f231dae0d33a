// `npm test`: installs, checks, builds and runs every test; stops at the first step that fails. The last line counts the tests.
// `npm test -- --only vitest|app|lint|typecheck [more]` runs one step; `more` goes to vitest or Playwright.
import './check-node.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { startVirtualDisplay } from './display.mjs';
import { electronArguments, electronEnvironment } from './electron-arguments.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { install } from './install.mjs';
import { lint } from './lint.mjs';
import { modules, node24, root, temporary } from './places.mjs';
import { run } from './run.mjs';
import { say, seconds, Stop, script } from './say.mjs';

/** @type {Record<string, (more: string[]) => Promise<void>>} */
const STEPS = { typecheck, lint, vitest, app: (more) => app(more) };
const counted = { passed: 0, failed: 0, skipped: 0 };

await script(async () => {
  const { only, more } = whatToRun(process.argv.slice(2));
  mkdirSync(temporary, { recursive: true });
  try {
    await (only ? one(only, more) : everything());
    return 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n✗ npm test: ${error.message}`);
    return 1;
  } finally {
    const { passed, failed, skipped } = counted;
    const ran = passed + failed + skipped > 0;
    if (ran) process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  }
});

async function everything() {
  await step('install', install);
  // Early, so that a machine that cannot open a window says so before minutes have passed.
  const window = await step('window', findWindow);
  await together([step('typecheck', typecheck), step('lint', lint)]);
  await step('build', build);
  await step('vitest', () => vitest([]));
  await step('app', () => app([], window));
}

/** @param {string} name @param {string[]} more */
async function one(name, more) {
  await step('install', install);
  // Tests of the command line and of the window use what was built.
  if (name === 'vitest' || name === 'app') await step('build', build);
  await step(name, async () => STEPS[name]?.(more));
}

/** @param {string[]} args */
function whatToRun(args) {
  if (args.length === 0) return { only: undefined, more: [] };
  const [flag, only, ...more] = args;
  if (flag !== '--only' || !only || !STEPS[only]) throw new Stop(`npm test -- [--only ${Object.keys(STEPS).join('|')} [more]]`);
  return { only, more };
}

/** Does one step, with its name and time. @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
async function step(name, work) {
  const start = Date.now();
  say(`── ${name}`);
  try {
    const result = await work();
    say(`✓ ${name}: ${seconds(start)}`);
    return result;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    throw new Stop(`${name} failed after ${seconds(start)} (${error.message})`);
  }
}

/** Waits for both before it fails, so that no output comes after the end. @param {Promise<void>[]} work */
async function together(work) {
  const reasons = (await Promise.allSettled(work)).flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const wrong = reasons.find((reason) => !(reason instanceof Stop));
  if (wrong) throw wrong;
  if (reasons.length > 0) throw new Stop(reasons.map(({ message }) => message).join('; '));
}

async function typecheck() {
  const { code, all } = await run(node24, [join(modules, 'typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'], {
    cwd: root,
    output: 'collect',
  });
  if (code === 0) return;
  say(all.trimEnd());
  throw new Stop('tsc found errors');
}

/** @param {string[]} more */
async function vitest(more) {
  const report = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(node24, [join(modules, 'vitest', 'vitest.mjs'), 'run', ...reporters, ...more], { cwd: root });
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read(report) ?? {};
  count(code, numPassedTests, numFailedTests, numPendingTests + numTodoTests);
}

/** What a window needs here. Tests always open it on a display of their own, so that pictures have one size. */
async function findWindow() {
  const { executable } = await electronRuntime();
  const virtualDisplay = process.platform === 'linux';
  await ensureDebianPackages({ electron: executable, virtualDisplay });
  return { executable, virtualDisplay, switches: await electronArguments({ executable, virtualDisplay }) };
}

/** Playwright on the built app. @param {string[]} more @param {Awaited<ReturnType<typeof findWindow>>} [window] */
async function app(more, window) {
  const { executable, virtualDisplay, switches } = window ?? (await findWindow());
  const display = virtualDisplay ? await startVirtualDisplay() : undefined;
  try {
    const report = freshReport('playwright.json');
    const env = {
      ...electronEnvironment(display?.env ?? process.env),
      DUTY_ELECTRON: JSON.stringify({ executable, switches }),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const cli = join(modules, '@playwright', 'test', 'cli.js');
    const { code } = await run(node24, [cli, 'test', '--reporter=list,json', ...more], { cwd: root, env });
    const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(report)?.stats ?? {};
    count(code, expected + flaky, unexpected, skipped);
  } finally {
    await display?.stop();
  }
}

/** @param {number} code @param {number} passed @param {number} failed @param {number} skipped */
function count(code, passed, failed, skipped) {
  counted.passed += passed;
  // A file that could not be loaded, or an error outside a test, is a failure that no test counts.
  counted.failed += code === 0 ? failed : Math.max(failed, 1);
  counted.skipped += skipped;
  if (code !== 0) throw new Stop(failed > 0 ? `${failed} failed` : `exit code ${code}`);
  if (passed === 0) throw new Stop('no test ran');
}

/** @param {string} name */
function freshReport(name) {
  const file = join(temporary, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} report @returns {any} nothing when the run ended before it was written */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
