import { createConnection, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../shared/answer';
import { second } from '../../shared/time';
import type { CallMessage, StationMessage } from '../../shared/station-link';
import { stopwatch } from '../clock';
import { FolderRefused } from '../database/data-folder';
import { linesOf } from '../serving/lines';
import { isOurs, socketPath } from '../serving/local-socket';
import { folderFailure, openStation } from './folder';
import type { Surroundings } from './surroundings';

/** A station that answers, wherever it runs. */
export interface Reached {
  answer(name: string, input: unknown, token?: string): Promise<Answer<unknown>>;
  close(): void;
}

/** How long a folder may be in use by a process that does not answer: another command, or a station that is starting. */
const patience = 10 * second;
const longestAnswer = 256 * 1024 * 1024;

/** The station that serves the folder, through its local socket; else the folder, opened here. Throws `CommandFailed`. */
export async function reach(surroundings: Surroundings): Promise<Reached> {
  const elapsed = stopwatch();
  for (;;) {
    const socket = await connected(socketPath(surroundings.folder));
    if (socket) return overSocket(socket);
    try {
      const station = openStation(surroundings);
      return { answer: (name, input, token) => station.answer(name, input, token), close: () => station.close() };
    } catch (error) {
      const busy = error instanceof FolderRefused && error.code === 'folderInUse';
      if (!busy || elapsed() > patience) throw folderFailure(error, surroundings.folder);
    }
    await pause(50);
  }
}

/** A connection, unless nobody listens there, or somebody else than this user does: passwords go over it. */
function connected(path: string): Promise<Socket | undefined> {
  if (process.platform !== 'win32' && !isOurs(path)) return Promise.resolve(undefined);
  return new Promise((done) => {
    const socket = createConnection(path);
    socket.once('connect', () => done(socket));
    socket.once('error', () => done(undefined));
  });
}

function overSocket(socket: Socket): Reached {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>();
  const read = linesOf(longestAnswer);
  let last = 0;
  let ended = false;
  const end = () => {
    ended = true;
    for (const answer of waiting.values()) answer({ ok: false, refusal: { code: 'stationDown' } });
    waiting.clear();
    socket.destroy();
  };
  socket.setEncoding('utf8');
  socket.on('error', end);
  socket.on('close', end);
  socket.on('data', (chunk: string) => {
    for (const line of read(chunk) ?? []) {
      const message = JSON.parse(line) as StationMessage;
      if (message.kind !== 'answer') continue;
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    }
  });
  return {
    answer: (name, input, token) =>
      new Promise((done) => {
        if (ended) return done({ ok: false, refusal: { code: 'stationDown' } });
        const id = ++last;
        waiting.set(id, done);
        socket.write(`${JSON.stringify({ id, name, input, token } satisfies CallMessage)}\n`);
      }),
    close: () => socket.end(),
  };
}
