import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import type { CallMessage, StationMessage } from '../../shared/station-link';
import type { Station } from '../station';

/** A line longer than this is nobody's call: the largest attachment fits with room to spare. */
const longestLine = 40 * 1024 * 1024;

/**
 * Where the command line reaches a station that already has the folder. A local socket for the same user, never the
 * network. Named by a hash: socket paths may not be long.
 */
export function socketPath(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  return process.platform === 'win32' ? `\\\\.\\pipe\\duty-station-${name}` : join(tmpdir(), `duty-station-${name}.sock`);
}

/** Answers calls of this machine's command line: one JSON message a line, the same router, the same checks. */
export function listenLocally(station: Station, folder: string): Promise<Server> {
  const path = socketPath(folder);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => converse(station, socket));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      done(server);
    });
  });
}

function converse(station: Station, socket: Socket): void {
  let buffered = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    buffered += chunk;
    if (buffered.length > longestLine) {
      socket.destroy();
      return;
    }
    const lines = buffered.split('\n');
    buffered = lines.pop() ?? '';
    for (const line of lines) void reply(station, socket, line);
  });
}

async function reply(station: Station, socket: Socket, line: string): Promise<void> {
  let message: Partial<CallMessage>;
  try {
    message = JSON.parse(line) as Partial<CallMessage>;
  } catch {
    socket.destroy();
    return;
  }
  const { id, name, input, token, call } = message ?? {};
  const answer = await station.answer(String(name), input, optionalText(token), optionalText(call));
  const response: StationMessage = { kind: 'answer', id: Number(id), answer };
  if (!socket.destroyed) socket.write(`${JSON.stringify(response)}\n`);
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
