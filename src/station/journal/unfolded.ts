import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import type { StreamRow } from './stream-row';

/** The streams that have durable entries nobody has folded yet: what a long receive leaves for afterwards. */
export class Unfolded {
  /** So that a station that has none pays nothing for it. */
  private some = false;
  private readonly markEntries: Database.Statement<[number, number]>;
  private readonly deleteOne: Database.Statement<[number]>;
  private readonly deleteUpTo: Database.Statement<[number]>;
  private readonly firstOnes: Database.Statement<[number], StreamRow>;

  constructor(private readonly raw: Raw) {
    this.markEntries = raw.prepare('INSERT OR IGNORE INTO unfolded (stream) SELECT stream FROM entries WHERE key BETWEEN ? AND ?');
    this.deleteOne = raw.prepare('DELETE FROM unfolded WHERE stream = ?');
    this.deleteUpTo = raw.prepare('DELETE FROM unfolded WHERE stream <= ?');
    this.firstOnes = raw.prepare(
      'SELECT s.n, s.id, s.last_hlc AS lastHlc FROM unfolded u CROSS JOIN streams s ON s.n = u.stream ORDER BY u.stream LIMIT ?',
    );
    this.reload();
  }

  get isEmpty(): boolean {
    return !this.some;
  }

  /** At opening, and after a rolled-back transaction. */
  reload(): void {
    this.some = this.firstOnes.all(1).length > 0;
  }

  /** The streams of the entries with these keys, from and up to, are to be folded. */
  mark(from: number, to: number): void {
    this.markEntries.run(from, to);
    this.some = true;
  }

  /** True when this stream was waiting; it no longer is. */
  takeOut(stream: number): boolean {
    return this.some && this.deleteOne.run(stream).changes > 0;
  }

  /** The first streams that wait, by number. */
  first(limit: number): StreamRow[] {
    return this.firstOnes.all(limit);
  }

  /** All streams up to this one no longer wait. */
  takeOutUpTo(stream: number): void {
    this.deleteUpTo.run(stream);
    this.reload();
  }

  clear(): void {
    if (!this.some) return;
    this.raw.exec('DELETE FROM unfolded');
    this.some = false;
  }
}
