import { CommandFailed, exitCodes } from './failure';
import { folderFailure, needStation, openStation } from './folder';
import type { Surroundings } from './surroundings';
import { words } from './words';

/** Makes every projection anew from the journal. Needs the folder for itself. */
export async function rebuild(surroundings: Surroundings): Promise<number> {
  const { folder } = surroundings;
  needStation(folder);
  try {
    const station = openStation(surroundings);
    try {
      process.stdout.write(`${JSON.stringify({ streams: station.journal.rebuild() })}\n`);
    } finally {
      station.close();
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_FULL'))
      throw new CommandFailed(exitCodes.folder, words.diskFull(folder));
    throw folderFailure(error, folder);
  }
  return exitCodes.ok;
}
