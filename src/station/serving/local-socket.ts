import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { userInfo, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { CallMessage, StationMessage } from '../../shared/station-link';
import type { Station } from '../station';
import { linesOf } from './lines';

/** A line longer than this is nobody's call: the largest attachment fits with room to spare. */
const longestLine = 40 * 1024 * 1024;
/** The system cuts socket paths at about 108 bytes. */
const longestPath = 100;

/**
 * Where the command line reaches a station that already has the folder: in the folder itself, which is the owner's alone.
 * Where that path is too long, in a folder of this user; never in a place where somebody else could listen in its stead.
 */
export function socketPath(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\duty-station-${name}`;
  const inside = join(resolve(folder), 'station.sock');
  return Buffer.byteLength(inside) <= longestPath ? inside : join(tmpdir(), `duty-station-${userInfo().uid}`, `${name}.sock`);
}

/** Answers calls of this machine's command line: one JSON message a line, the same router, the same checks. */
export function listenLocally(station: Station, folder: string): Promise<Server> {
  const path = socketPath(folder);
  if (process.platform !== 'win32') {
    if (!path.startsWith(resolve(folder))) makePrivate(dirname(path));
    rmSync(path, { force: true });
  }
  const server = createServer((socket) => converse(station, socket));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      done(server);
    });
  });
}

/** A folder only this user can enter, or an error: someone else may have made it first. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (!isOurs(folder)) throw new Error(`${folder} belongs to user ${uid}`);
  chmodSync(folder, 0o700);
}

/** True when nobody but this user (or the administrator of the machine) can have put it there. */
export function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isSymbolicLink() && (found.uid === process.getuid?.() || found.uid === 0);
}

function converse(station: Station, socket: Socket): void {
  const read = linesOf(longestLine);
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = read(chunk);
    if (!lines) socket.destroy();
    for (const line of lines ?? []) {
      const message = callOf(line);
      if (message) void reply(station, socket, message);
      else socket.destroy();
      if (socket.destroyed) return;
    }
  });
}

/** The call a line holds, or undefined for anything else. */
function callOf(line: string): CallMessage | undefined {
  try {
    const message = JSON.parse(line) as Partial<CallMessage> | null;
    if (typeof message !== 'object' || message === null) return undefined;
    const { id, name, input, token, call } = message;
    if (typeof id !== 'number' || typeof name !== 'string') return undefined;
    if (!isOptionalText(token) || !isOptionalText(call)) return undefined;
    return { id, name, input, token, call };
  } catch {
    return undefined;
  }
}

async function reply(station: Station, socket: Socket, { id, name, input, token, call }: CallMessage): Promise<void> {
  const answer = await station.answer(name, input, token, call);
  const response: StationMessage = { kind: 'answer', id, answer };
  if (!socket.destroyed) socket.write(`${JSON.stringify(response)}\n`);
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
