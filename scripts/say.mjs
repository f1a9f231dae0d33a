/** One progress line. They go to stderr, so that stdout holds results only. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something a person can mend: shown as one line, without a stack. */
export class Stop extends Error {}

/** Names a long piece of work, tells every ten seconds that it still runs, and says at the end how long it took.
 * @template T @param {string} what @param {() => Promise<T>} work @returns {Promise<T>} */
export async function during(what, work) {
  const start = Date.now();
  say(`▸ ${what} …`);
  const tick = setInterval(() => say(`  … ${seconds(start)}`), 10_000);
  try {
    const result = await work();
    say(`✓ ${what}: ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(tick);
  }
}

/** Time since `start`, for people. @param {number} start milliseconds */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** Runs a script and turns what it throws into an exit code and, where a person can mend it, into one line.
 * @param {() => Promise<number | void>} work gives the exit code; nothing means 0 */
export async function script(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) say(`✗ ${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
