import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FolderRefused } from '../database/data-folder';
import { isDamage, type Raw } from '../database/open';
import { NotAJournal, refuseUnsound } from '../database/soundness';
import { Station } from '../station';
import { openLog } from '../serving/log';
import { CommandFailed, exitCodes } from './failure';
import type { Surroundings } from './surroundings';
import { words } from './words';

/** Throws unless there is a station in the folder: a mistyped `--data` must not make a new one. */
export function needStation(folder: string): void {
  if (!existsSync(join(folder, 'station.db'))) throw new CommandFailed(exitCodes.folder, words.noStation(folder));
}

/** Opens the folder for this process alone. Throws `FolderRefused`. */
export function openStation({ folder, ...rest }: Surroundings): Station {
  const station = Station.open({ folder, ...rest, onFailure: (name, error) => void openLog(folder).error(name, error) });
  if (station.movedAside) sayMovedAside(station.movedAside);
  // What was killed while it folded a long receive: one command sees the whole of it.
  while (station.journal.foldSome());
  return station;
}

export function sayMovedAside(file: string): void {
  process.stderr.write(`${words.prefix}${words.movedAside(file)}\n`);
}

/**
 * Opens the journal's file to read one moment of it, also while another process serves it. Changes nothing.
 * Throws {@link CommandFailed}: 3 where nothing can be read, 1 where it is no sound journal.
 */
export function openToRead(folder: string): Raw {
  needStation(folder);
  const file = join(folder, 'station.db');
  let raw: Raw | undefined;
  try {
    refuseUnsound(file);
    raw = new Database(file, { readonly: true, fileMustExist: true });
    raw.exec('BEGIN');
    raw.prepare('SELECT count(*) FROM stations').get();
    return raw;
  } catch (error) {
    raw?.close();
    if (error instanceof NotAJournal || isDamage(error) || /no such table/.test(String((error as Error).message))) {
      throw new CommandFailed(exitCodes.refused, words.notAJournal(file));
    }
    throw new CommandFailed(exitCodes.folder, words.cannotRead(file));
  }
}

/** What opening a folder failed with, in words for the person at the terminal. */
export function folderFailure(error: unknown, folder: string): unknown {
  return error instanceof FolderRefused ? new CommandFailed(exitCodes.folder, words[error.code](folder)) : error;
}
