import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { dataDirectory } from '../../shared/data-directory';

/** The data folder a command works on: `--data`, else where the shell's own station keeps its data. */
export function dataDir(given: string | undefined): string {
  return resolve(given ?? dataDirectory({ platform: process.platform, home: homedir(), env: process.env }));
}
