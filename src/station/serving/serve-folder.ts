import { stopwatch } from '../clock';
import { FolderRefused } from '../database/data-folder';
import { Station, type StationOptions } from '../station';
import { listenLocally } from './local-socket';
import { openLog } from './log';

export interface Serving {
  station: Station;
  stop(): void;
}

/** How often a quiet station tidies its search index, ms. */
const tidyEvery = 30_000;

/** How often the station looks at the clock for what has become due, ms. */
const noticeEvery = 5_000;

/** How often the station looks whether a long receive left something to be folded, ms. */
const lookForUnfoldedEvery = 1_000;

/** Opens the folder and answers on its local socket until stopped. Throws {@link FolderRefused}. */
export async function serveFolder(options: StationOptions): Promise<Serving> {
  const log = openLog(options.folder);
  let station: Station;
  try {
    station = Station.open({ ...options, onFailure: (name, error) => void log.error(name, error) });
  } catch (error) {
    if (!(error instanceof FolderRefused)) await log.error('opening', error);
    throw error;
  }
  if (station.movedAside) void log.warn(`a file that was not a sound journal was moved to ${station.movedAside}`);
  // Without it only the command line cannot reach this station (no room left for a socket, say): no reason not to serve.
  const server = await listenLocally(station, options.folder).catch((error: unknown) => {
    void log.error('listening', error);
    return undefined;
  });
  const tidying = setInterval(() => station.tidy(), tidyEvery);
  tidying.unref();
  const noticing = setInterval(() => {
    try {
      station.notice();
    } catch (error) {
      void log.error('noticing', error);
    }
  }, noticeEvery);
  noticing.unref();
  const stopFolding = foldInTurns(station, (error) => void log.error('folding', error));
  return {
    station,
    stop: () => {
      clearInterval(tidying);
      clearInterval(noticing);
      stopFolding();
      server?.close();
      station.close();
    },
  };
}

/** A step of folding should take about so long, ms: whoever calls meanwhile waits that long. */
const foldingStep = 80;

/** Folds what a long receive left, or a killed station did not get to, step by step; calls are answered between the steps. */
function foldInTurns(station: Station, onFailure: (error: unknown) => void): () => void {
  let streams = 200;
  const step = () => {
    next = undefined;
    const elapsed = stopwatch();
    try {
      if (!station.journal.foldSome(streams)) return;
      next = setImmediate(step);
    } catch (error) {
      onFailure(error);
    }
    streams = Math.round(Math.min(Math.max((streams * foldingStep) / elapsed(), 100), 5_000));
  };
  let next: NodeJS.Immediate | undefined = setImmediate(step);
  const looking = setInterval(() => {
    if (!next) step();
  }, lookForUnfoldedEvery);
  looking.unref();
  return () => {
    clearInterval(looking);
    clearImmediate(next);
  };
}
