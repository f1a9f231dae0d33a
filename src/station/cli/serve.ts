import { serveFolder } from '../serving/serve-folder';
import { exitCodes } from './failure';
import { folderFailure, sayMovedAside } from './folder';
import type { Surroundings } from './surroundings';

/** Runs the station without a screen until it is told to end. One line of JSON on stdout says that it is up. */
export async function serve(surroundings: Surroundings): Promise<number> {
  const { folder } = surroundings;
  // Listened for before anything is open: a signal during the start ends it cleanly too.
  const told = new Promise<void>((done) => {
    process.once('SIGTERM', () => done());
    process.once('SIGINT', () => done());
  });
  const { station, stop } = await serveFolder(surroundings).catch((error: unknown) => {
    throw folderFailure(error, folder);
  });
  if (station.movedAside) sayMovedAside(station.movedAside);
  process.stdout.write(`${JSON.stringify({ serving: folder, station: station.journal.station, pid: process.pid })}\n`);
  const alive = setInterval(() => {}, 60_000);
  await told;
  clearInterval(alive);
  stop();
  // Connections of the command line may still be open: nobody is served any more.
  process.exit(exitCodes.ok);
}
