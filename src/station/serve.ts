import { join } from 'node:path';
import type { CallMessage, StationMessage } from '../shared/station-link';
import { FolderRefused } from './database/data-folder';
import { letGoOfInherited } from './serving/inherited-handles';
import { serveFolder } from './serving/serve-folder';

// The station process: forked by the shell, which hands calls over and relays what changed. It ends with its shell.

const folder = process.env.DUTY_DATA_DIR ?? join(process.cwd(), 'data');
const resources = process.env.DUTY_RESOURCES ?? join(__dirname, '../../resources');

function say(message: StationMessage): void {
  if (process.connected) process.send?.(message);
}

async function run(): Promise<void> {
  letGoOfInherited();
  const passwordCost = process.env.DUTY_PASSWORD_COST;
  const { station, stop } = await serveFolder({
    folder,
    resources,
    version: process.env.DUTY_VERSION ?? '0.0.0',
    ...(passwordCost ? { passwordCost: Number(passwordCost) } : {}),
  });
  station.onChanged((slices) => say({ kind: 'changed', slices: [...slices] }));
  process.on('message', (message: CallMessage) => {
    void station
      .answer(message.name, message.input, message.token, message.call)
      .then((answer) => say({ kind: 'answer', id: message.id, answer }));
  });
  process.on('disconnect', () => {
    stop();
    process.exit(0);
  });
  process.on('SIGTERM', () => {
    stop();
    process.exit(0);
  });
  say({ kind: 'ready' });
}

run().catch((error: unknown) => {
  const code = error instanceof FolderRefused ? error.code : 'failed';
  const message = String((error as Error)?.message ?? error);
  process.stderr.write(`station: ${message}\n`);
  if (!process.connected) process.exit(3);
  process.send?.({ kind: 'refused', code, message } satisfies StationMessage, () => process.exit(3));
});
