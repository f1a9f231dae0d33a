import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Raw = Database.Database;
export type Db = BetterSQLite3Database;

/** Marks a file as a duty station's journal ("DUTY"), so a foreign database is never taken for one. */
const applicationId = 0x44555459;

export class NotAJournal extends Error {}

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
  try {
    raw = new Database(file);
    refuseForeign(raw);
    raw.pragma('journal_mode = WAL');
    // better-sqlite3 falls back to NORMAL in WAL mode: what a person was told is saved must survive a power cut.
    raw.pragma('synchronous = FULL');
    raw.pragma('busy_timeout = 5000');
    raw.pragma('cache_size = -16000');
    raw.pragma('temp_store = MEMORY');
    const db = drizzle(raw);
    // Inside drizzle's transaction this pragma does nothing and a table rebuild would delete children (drizzle-orm #5782).
    raw.pragma('foreign_keys = OFF');
    migrate(db, { migrationsFolder });
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw new NotAJournal('foreign keys do not hold');
    raw.pragma('foreign_keys = ON');
    raw.pragma(`application_id = ${applicationId}`);
    return { raw, db };
  } catch (error) {
    raw?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) throw new NotAJournal(String((error as Error).message));
    throw error;
  }
}

function refuseForeign(raw: Raw): void {
  const mark = raw.pragma('application_id', { simple: true }) as number;
  if (mark === applicationId) return;
  const tables = raw.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get();
  if (mark !== 0 || (tables?.count ?? 0) > 0) throw new NotAJournal('a database of another program');
}
