// The screen that windows open on: the machine's own where it has one, else a virtual one (Xvfb), which ends with the script.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { Stop } from './say.mjs';

const SIZE = '1920x1080x24';
/** How long Xvfb may take to open its display. Milliseconds. */
const OPENS_WITHIN = 20_000;

// Xvfb hangs on a shell that reads a pipe of ours: when we end, in whatever way, the pipe closes and the shell ends Xvfb by its pid.
const KEEPER = 'Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset & server=$!; exec 3>&-; read -r _; kill "$server"; wait "$server"';

/** True where a window can be shown to a person. */
export async function hasDisplay() {
  if (process.platform !== 'linux') return true;
  if (process.env.WAYLAND_DISPLAY) return true;
  return process.env.DISPLAY ? answers(process.env.DISPLAY) : false;
}

/** @typedef {{ name: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }} Display */

/** Starts a virtual display on a free number. @returns {Promise<Display>} `env` is what a program needs to use it */
export async function startVirtualDisplay() {
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', SIZE], { detached: true, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => keeper.on('close', resolve));
  const name = await displayName(keeper);
  for (const stream of keeper.stdio) /** @type {import('node:net').Socket | null} */ (stream)?.unref?.();
  keeper.unref();
  // Wayland of the machine must not win over the display we made.
  const { WAYLAND_DISPLAY: _1, XAUTHORITY: _2, ...rest } = process.env;
  const stop = async () => {
    keeper.ref();
    keeper.stdin?.end();
    await ended;
  };
  return { name, env: { ...rest, DISPLAY: name, XDG_SESSION_TYPE: 'x11' }, stop };
}

/** @param {import('node:child_process').ChildProcess} keeper @returns {Promise<string>} */
function displayName(keeper) {
  return new Promise((resolve, reject) => {
    let number = '';
    let complaints = '';
    const fail = (/** @type {string} */ why) => {
      keeper.stdin?.end();
      reject(new Stop(`the virtual display did not start: ${why}`));
    };
    const late = setTimeout(() => fail(`no answer in ${OPENS_WITHIN / 1000} s`), OPENS_WITHIN);
    keeper.on('error', (error) => fail(error.message));
    keeper.stderr?.on('data', (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-2_000);
    });
    const answer = /** @type {import('node:stream').Readable} */ (keeper.stdio[3]);
    answer.on('data', (chunk) => {
      number += chunk;
    });
    answer.on('end', () => {
      clearTimeout(late);
      if (/^\d+\s*$/.test(number)) resolve(`:${number.trim()}`);
      else fail(complaints.trim().split('\n').at(-1) || 'Xvfb ended at once');
    });
  });
}

/** Whether a display of this machine takes connections: the variable alone may be a leftover. @param {string} display */
function answers(display) {
  const number = /^:(\d+)/.exec(display)?.[1];
  if (!number) return Promise.resolve(true);
  const socket = `/tmp/.X11-unix/X${number}`;
  return new Promise((resolve) => {
    const link = connect(existsSync(socket) ? socket : `\0${socket}`);
    link.on('connect', () => resolve(true)).on('error', () => resolve(false));
    link.on('connect', () => link.destroy());
  });
}
