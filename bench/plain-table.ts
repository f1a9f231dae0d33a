import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Random } from '../src/station/random';
import { timeOrderedId } from '../src/station/random';

export interface PlainRow {
  id: string;
  entity: string;
  payload: string;
}

/** R of performance.md: better-sqlite3 as anybody would use it. WAL, synchronous=FULL, one id and one entity index. */
export class PlainTable {
  readonly raw: Database.Database;
  private readonly insert: Database.Statement<[string, string, string]>;

  constructor(folder: string) {
    this.raw = new Database(join(folder, 'plain.db'));
    this.raw.pragma('journal_mode = WAL');
    this.raw.pragma('synchronous = FULL');
    mustBeDurable(this.raw);
    this.raw.exec('CREATE TABLE entries (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, payload TEXT NOT NULL)');
    this.raw.exec('CREATE INDEX entries_by_entity ON entries (entity)');
    this.insert = this.raw.prepare('INSERT INTO entries (id, entity, payload) VALUES (?, ?, ?)');
  }

  /** One durable insert. */
  add({ id, entity, payload }: PlainRow): void {
    this.insert.run(id, entity, payload);
  }

  /** Rows in transactions of 500; milliseconds spent. */
  addAll(rows: readonly PlainRow[]): number {
    const start = performance.now();
    for (let at = 0; at < rows.length; at += 500) {
      this.raw.exec('BEGIN');
      for (let i = at; i < Math.min(at + 500, rows.length); i++) this.add(rows[i] as PlainRow);
      this.raw.exec('COMMIT');
    }
    return performance.now() - start;
  }

  close(): void {
    this.raw.close();
  }
}

/** Ids of the kind the station makes: they sort by time, which is kind to an index. */
export function plainRow(payload: string, now: number, random: Random): PlainRow {
  return { id: timeOrderedId(now, random), entity: `logEntry:${timeOrderedId(now, random)}`, payload };
}

/** Throws unless a commit is on the disk before it returns: a comparison with anything less would be worth nothing. */
export function mustBeDurable(raw: Database.Database): void {
  const [mode, synchronous] = [raw.pragma('journal_mode', { simple: true }), raw.pragma('synchronous', { simple: true })];
  if (mode !== 'wal' || synchronous !== 2) throw new Error(`not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`);
}
