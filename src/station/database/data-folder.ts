import { accessSync, constants, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant } from '../../shared/time';
import { NotAJournal, type OpenDatabase, openDatabase } from './open';

/** The data folder cannot be used; `code` says why, the message says it in one line. */
export class FolderRefused extends Error {
  constructor(
    readonly code: 'folderReadOnly' | 'folderInUse' | 'diskFull',
    message: string,
  ) {
    super(message);
  }
}

export interface DataFolder extends OpenDatabase {
  folder: string;
  /** Where a file that was not a sound journal went, if this start found one. */
  movedAside: string | undefined;
  close(): void;
}

/**
 * Opens a station's data folder for one process alone. A corrupt or foreign journal is moved aside, never deleted.
 * Throws {@link FolderRefused}.
 */
export function openDataFolder(folder: string, migrationsFolder: string, now: Instant): DataFolder {
  prepareFolder(folder);
  const lock = takeLock(folder);
  try {
    const file = join(folder, 'station.db');
    try {
      return { ...openDatabase(file, migrationsFolder), folder, movedAside: undefined, close: () => lock.close() };
    } catch (error) {
      if (!(error instanceof NotAJournal)) throw error;
      const movedAside = moveAside(folder, file, now);
      return { ...openDatabase(file, migrationsFolder), folder, movedAside, close: () => lock.close() };
    }
  } catch (error) {
    lock.close();
    throw refusalOf(error, folder);
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'attachments'), { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw refusalOf(error, folder);
  }
}

/** An exclusive SQLite lock: the system lets go of it when the process dies, however it dies. */
function takeLock(folder: string): Database.Database {
  try {
    const lock = new Database(join(folder, 'station.lock'), { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if (((error as { code?: string }).code ?? '').startsWith('SQLITE_BUSY')) {
      throw new FolderRefused('folderInUse', `another station is using ${folder}: close it, or choose another folder with --data`);
    }
    throw refusalOf(error, folder);
  }
}

function refusalOf(error: unknown, folder: string): unknown {
  const code = String((error as { code?: string }).code ?? '');
  if (/^(EACCES|EROFS|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) {
    return new FolderRefused('folderReadOnly', `cannot write to ${folder}: give this user the right to write there, or choose another with --data`);
  }
  if (/^(ENOSPC|SQLITE_FULL)/.test(code)) {
    return new FolderRefused('diskFull', `the disk that holds ${folder} is full: free some space and start again`);
  }
  return error;
}

function moveAside(folder: string, file: string, now: Instant): string {
  const shelf = join(folder, 'aside', new Date(now).toISOString().replaceAll(':', '-'));
  mkdirSync(shelf, { recursive: true });
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(part)) renameSync(part, join(shelf, basename(part)));
  }
  return join(shelf, basename(file));
}
