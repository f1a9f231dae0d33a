import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { rememberingClient } from './remembering-client';
import { applicationId, NotAJournal, refuseUnsound } from './soundness';

export type Raw = Database.Database;
export type Db = BetterSQLite3Database;

export interface OpenDatabase {
  raw: Raw;
  db: Db;
}

/**
 * Opens or makes the journal's database and brings its schema up to date.
 * Throws {@link NotAJournal} for a corrupt or foreign file; the file is left as it was.
 */
export function openDatabase(file: string, migrationsFolder: string): OpenDatabase {
  let raw: Raw | undefined;
  const isNew = file === ':memory:' || statSync(file, { throwIfNoEntry: false }) === undefined;
  try {
    if (!isNew) refuseUnsound(file);
    raw = new Database(file);
    raw.pragma('journal_mode = WAL');
    // better-sqlite3 falls back to NORMAL in WAL mode: what a person was told is saved must survive a power cut.
    raw.pragma('synchronous = FULL');
    raw.pragma('busy_timeout = 5000');
    // Carrying 1,000 pages of log over into the file is the commit in a hundred that takes ten times as long: it happens in
    // quiet moments instead (Station.tidy), and by itself only where 32 MB have gathered.
    raw.pragma('wal_autocheckpoint = 8000');
    raw.pragma('cache_size = -16000');
    raw.pragma('temp_store = MEMORY');
    const db = drizzle(rememberingClient(raw));
    // Inside drizzle's transaction this pragma does nothing and a table rebuild would delete children (drizzle-orm #5782).
    raw.pragma('foreign_keys = OFF');
    migrate(db, { migrationsFolder });
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw new NotAJournal('foreign keys do not hold');
    raw.pragma('foreign_keys = ON');
    // Only where it is missing: setting it writes, and a station must open on a full disk.
    if (raw.pragma('application_id', { simple: true }) !== applicationId) raw.pragma(`application_id = ${applicationId}`);
    return { raw, db };
  } catch (error) {
    raw?.close();
    // An empty file that this very start made (and could not fill) must not be taken for a damaged one by the next.
    if (isNew && statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file);
    throw isDamage(error) ? new NotAJournal(String((error as Error).message)) : error;
  }
}

/** True for what SQLite says of a file that is no database, or a broken one. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: string } | null)?.code ?? ''));
}
