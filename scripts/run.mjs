// Child processes that never outlive the script: Ctrl+C and kill end them first, then the script itself.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How long a child may take to close its files before it is killed, in milliseconds. */
const GRACE = 8_000;

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @typedef {{ child: import('node:child_process').ChildProcess, ownGroup: boolean }} Living */
/** @type {Set<Living>} */
const living = new Set();
/** @type {NodeJS.Signals | undefined} */
let ending;
let endingSince = Number.POSITIVE_INFINITY;

/** @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'collect'} [output] 'show' (the default) prints as it comes, 'collect' returns it
 * @property {boolean} [ownGroup] a process group of its own: Ctrl+C then reaches the child only through this script, once
 * @property {AbortSignal} [abort] kills the child
 * @property {boolean} [shell] */

/** Runs a command to its end. A command that cannot be started has code 127.
 * @param {string} command @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string, all: string }>} `all` is both outputs in order */
export function run(command, args, options = {}) {
  const { cwd, env, output = 'show', ownGroup = false, abort, shell = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      detached: ownGroup,
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const entry = { child, ownGroup };
    if (living.size === 0) listen();
    living.add(entry);
    const text = { stdout: '', stderr: '', all: '' };
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name]?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        text[name] += chunk;
        text.all += chunk;
      });
    }
    const kill = () => stop(entry, 'SIGKILL');
    abort?.addEventListener('abort', kill);
    const finish = (/** @type {number} */ code) => {
      abort?.removeEventListener('abort', kill);
      living.delete(entry);
      if (ending) return leaveWhenAlone();
      if (living.size === 0) unlisten();
      resolve({ code, ...text });
    };
    child.on('error', (error) => {
      text.all += error.message;
      text.stderr += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {Living} entry @param {NodeJS.Signals} signal */
function stop({ child, ownGroup }, signal) {
  try {
    // The polite signal goes to the head alone, which ends its own children; the hard one takes the whole group.
    if (ownGroup && signal === 'SIGKILL' && child.pid) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Gone already.
  }
}

function leaveWhenAlone() {
  if (living.size === 0 && ending) process.exit(128 + constants.signals[ending]);
}

// Only while a child lives: otherwise a signal has the meaning that the rest of the program gives it.
function listen() {
  for (const signal of SIGNALS) process.on(signal, end);
}

function unlisten() {
  for (const signal of SIGNALS) process.off(signal, end);
}

/** The first signal asks the children to end, a later one kills them. @param {NodeJS.Signals} signal */
function end(signal) {
  // One Ctrl+C comes twice, from the terminal and from npm: only a second press counts as one.
  const again = Date.now() - endingSince > 1_000;
  if (ending && !again) return;
  ending ??= signal;
  endingSince = Date.now();
  for (const entry of living) stop(entry, again ? 'SIGKILL' : 'SIGTERM');
  setTimeout(() => {
    for (const entry of living) stop(entry, 'SIGKILL');
  }, GRACE).unref();
}
