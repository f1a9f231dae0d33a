import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import { normalised } from './normalised';
import { tokensOf } from './tokens';
import { type SearchText, type TextsAfter, type WaitingTexts, waitingTexts } from './waiting-texts';

export type { SearchText } from './waiting-texts';

export interface IndexStatements {
  create: string[];
  drop: string[];
}

/** Every ASCII character but letters, digits and space: they stand inside pairs like any other. */
const punctuation = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;

/** Up to so many texts wait to be indexed together; more than a few at once go into the index directly. */
const mostWaiting = 512;
const fewAtOnce = 32;

/** Statements for a contentless FTS5 table: `ascii` leaves all but ASCII alone, the tokens are made in tokens.ts. */
export function indexStatements(table: string): IndexStatements {
  const tokenizer = `ascii tokenchars '${punctuation.replaceAll("'", "''")}'`.replaceAll('"', '""');
  const set = (option: string, value: number) => `INSERT INTO ${table} (${table}, rank) VALUES ('${option}', ${value})`;
  return {
    create: [
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5(tokens, content='', columnsize=0, tokenize="${tokenizer}")`,
      // Every segment is one more that each search opens, so bulk loads merge as they write and are slower for it. A commit of
      // one entry never comes here: it waits (waiting-texts.ts).
      set('automerge', 8),
      set('crisismerge', 512),
      // One segment for a whole batch of a bulk load, not one for each megabyte.
      set('hashsize', 32 * 1024 * 1024),
      `CREATE TABLE IF NOT EXISTS ${table}_waiting (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, text TEXT NOT NULL, tags TEXT NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS ${table}_settled (n INTEGER PRIMARY KEY, stream INTEGER NOT NULL)`,
      `INSERT OR IGNORE INTO ${table}_settled (n, stream) VALUES (1, 0)`,
    ],
    drop: ['', '_waiting', '_settled'].map((part) => `DROP TABLE IF EXISTS ${table}${part}`),
  };
}

/**
 * Full-text index over overlapping pairs of characters: a query of any length finds exactly the rows that contain it.
 * Changes are gathered and written in order of position at the end of a transaction: FTS5 starts a new segment whenever
 * positions go backwards. See find-newest.ts for the searching.
 */
export class SearchIndex {
  private removals: SearchText[] = [];
  private additions: SearchText[] = [];
  private readonly waiting: WaitingTexts;
  private readonly insert: Database.Statement;
  private readonly delete: Database.Statement;
  private readonly merge: Database.Statement;

  constructor(
    private readonly raw: Raw,
    table: string,
    textsAfter: TextsAfter,
  ) {
    this.waiting = waitingTexts(raw, table);
    this.waiting.open(textsAfter);
    this.insert = raw.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`);
    this.delete = raw.prepare(`INSERT INTO ${table} (${table}, rowid, tokens) VALUES ('delete', ?, ?)`);
    this.merge = raw.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 200)`);
  }

  /** To be called before the slice's own rows change: what waits is read from them. */
  prepare(): void {
    this.waiting.prepare();
  }

  add(after: SearchText): void {
    this.additions.push(after);
  }

  /** Takes back exactly what was added: a contentless index does not know it by itself. */
  remove(before: SearchText): void {
    this.removals.push(before);
  }

  replace(before: SearchText, after: SearchText): void {
    if (before.position === after.position && before.text === after.text && before.tags === after.tags) return;
    this.remove(before);
    this.add(after);
  }

  flush(): void {
    const indexed = this.removals.filter(({ position }) => !this.waiting.remove(position));
    for (const removal of inOrder(indexed)) this.write(this.delete, removal);
    if (this.additions.length <= fewAtOnce) {
      for (const addition of this.additions) this.waiting.add(addition);
      if (this.waiting.all.size >= mostWaiting) this.settle();
    } else {
      this.settle(this.additions);
    }
    this.clear();
  }

  /**
   * Fills an empty index with all texts, in order of position. Nothing else may be written meanwhile: a change of any other
   * table may make FTS5 write a segment (it does so at every savepoint), and each is one more to be merged.
   */
  fill(pages: Iterable<readonly SearchText[]>): void {
    let last = 0;
    for (const texts of pages) {
      for (const text of texts) {
        this.write(this.insert, text);
        if (text.stream > last) last = text.stream;
      }
    }
    this.waiting.settleUpTo(last);
  }

  /** The transaction was rolled back. */
  forget(): void {
    this.clear();
    this.waiting.forget();
  }

  /** For a quiet moment: what waits goes into the index, and one bounded step of merging its segments. */
  tidy(): void {
    try {
      this.raw.transaction(() => {
        this.settle();
        this.merge.run();
      })();
    } catch (error) {
      this.waiting.forget();
      throw error;
    }
  }

  private settle(others?: readonly SearchText[]): void {
    for (const text of inOrder(this.waiting.takeAll(others))) this.write(this.insert, text);
  }

  private clear(): void {
    if (this.removals.length > 0) this.removals = [];
    if (this.additions.length > 0) this.additions = [];
  }

  private write(statement: Database.Statement, { position, text, tags }: SearchText): void {
    statement.run(position, tokensOf(normalised(text), tags));
  }
}

function inOrder(texts: SearchText[]): SearchText[] {
  return texts.sort((a, b) => a.position - b.position);
}
