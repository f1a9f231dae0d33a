// One at a time across processes. The lock is a listening local socket: the system frees it when its holder dies, however it dies.
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';
import { shortHash } from './places.mjs';

/** Does `work` while no other process on this machine holds the same name.
 * @template T @param {string} name what is protected, with the path it concerns @param {() => Promise<T>} work @returns {Promise<T>} */
export async function alone(name, work) {
  const address = addressOf(name);
  const release = await acquire(address);
  try {
    return await work();
  } finally {
    release();
  }
}

/** @param {string} name */
function addressOf(name) {
  const short = `duty-station-${shortHash(name)}`;
  if (process.platform === 'linux') return `\0${short}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${short}`;
  return join(tmpdir(), `${short}.sock`);
}

/** @param {string} address @returns {Promise<() => void>} */
async function acquire(address) {
  let told = false;
  for (;;) {
    const release = await listen(address);
    if (release) return release;
    if (!told) say('… another run is doing the same here; waiting for it');
    told = true;
    await closedByHolder(address);
  }
}

/** @param {string} address @returns {Promise<(() => void) | undefined>} nothing when another process holds it */
function listen(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {}).on('close', () => waiting.delete(socket));
    });
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** Waits until the holder lets go or dies. @param {string} address @returns {Promise<void>} */
function closedByHolder(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Only a socket that is a file can outlive its holder.
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0')) rmSync(address, { force: true });
    });
    socket.on('close', () => setTimeout(resolve, 20));
    socket.resume();
  });
}
