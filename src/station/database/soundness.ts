import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Marks a file as a duty station's journal ("DUTY"), so a foreign database is never taken for one. */
export const applicationId = 0x44555459;

/** The file is no sound journal of a duty station: corrupt, cut off, or another program's. */
export class NotAJournal extends Error {}

const headerLength = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Looks whether a file is a journal, and leaves every byte of it as it is: opened for writing, SQLite would carry a foreign
 * file's log over into it, or drop the log of one that was cut to nothing. A file that is not there is fine.
 * Throws {@link NotAJournal}.
 */
export function refuseUnsound(file: string): void {
  const size = sizeOf(file);
  if (size === undefined) return;
  const header = headerOf(file);
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) throw new NotAJournal('not a database');
  const raw = new Database(file, { readonly: true, fileMustExist: true });
  try {
    refuseForeign(raw);
    const pages = Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }));
    // Pages that are not in the file yet are in its log.
    if (pages > size && (sizeOf(`${file}-wal`) ?? 0) === 0) throw new NotAJournal('the file was cut off');
  } finally {
    raw.close();
  }
}

function refuseForeign(raw: Database.Database): void {
  const mark = raw.pragma('application_id', { simple: true }) as number;
  if (mark === applicationId) return;
  const tables = raw.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get();
  if (mark !== 0 || (tables?.count ?? 0) > 0) throw new NotAJournal('a database of another program');
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(headerLength);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, headerLength, 0));
  } finally {
    closeSync(handle);
  }
}
