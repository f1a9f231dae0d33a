import { accessSync, constants, existsSync, mkdirSync, renameSync, statfsSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant } from '../../shared/time';
import { isDamage, type OpenDatabase, openDatabase } from './open';
import { NotAJournal } from './soundness';

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
 * Opens a station's data folder for one process alone and begins work on it. A corrupt or foreign journal is moved aside,
 * never deleted, whether it shows at opening or as soon as `begin` reads from it. Throws {@link FolderRefused}.
 */
export function openDataFolder<T>(folder: string, migrationsFolder: string, now: Instant, begin: (data: DataFolder) => T): T {
  const lock = lockFolder(folder);
  const file = join(folder, 'station.db');
  const start = (movedAside: string | undefined): T => {
    const opened = openDatabase(file, migrationsFolder);
    const close = () => {
      opened.raw.close();
      lock.close();
    };
    try {
      return begin({ ...opened, folder, movedAside, close });
    } catch (error) {
      opened.raw.close();
      throw error;
    }
  };
  try {
    try {
      return start(undefined);
    } catch (error) {
      if (!(error instanceof NotAJournal) && !isDamage(error)) throw error;
      return start(moveAside(folder, file, now));
    }
  } catch (error) {
    lock.close();
    throw refusalOf(error, folder);
  }
}

/** Takes a folder for this process alone without looking at what lies in it. Returns what lets go of it. Throws {@link FolderRefused}. */
export function takeFolder(folder: string): () => void {
  const lock = lockFolder(folder);
  return () => lock.close();
}

function lockFolder(folder: string): Database.Database {
  prepareFolder(folder);
  return takeLock(folder);
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
  if (/^(EACCES|EROFS|EPERM|EEXIST|ENOTDIR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) {
    return new FolderRefused(
      'folderReadOnly',
      `cannot write to ${folder}: give this user the right to write there, or choose another with --data`,
    );
  }
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code) || (code.startsWith('SQLITE_IOERR') && isFull(folder))) {
    return new FolderRefused('diskFull', `the disk that holds ${folder} is full: free some space and start again`);
  }
  return error;
}

/** SQLite calls a disk too full for its shared index an input or output error. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 256 * 1024;
}

function moveAside(folder: string, file: string, now: Instant): string {
  const shelf = join(folder, 'aside', new Date(now).toISOString().replaceAll(':', '-'));
  mkdirSync(shelf, { recursive: true });
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(part)) renameSync(part, join(shelf, basename(part)));
  }
  return join(shelf, basename(file));
}
