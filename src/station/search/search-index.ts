import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import { bigramsOf, normalised, phraseOf, runsOf } from './bigrams';
import { initialsOf } from './initials';

/** What is found of one row: its text, and words of its own kind (`kind.call`) that filters ask for. */
export interface SearchText {
  /** Orders the index: newest rows have the largest. Unique. */
  position: number;
  text: string;
  tags: string[];
}

export interface SearchQuery {
  /** As typed: any substring from one character, or pinyin initials; parts apart must all be there. */
  text: string;
  /** Each group must be met by one of its tags. */
  tags: string[][];
  from?: number;
  until?: number;
  before?: number;
  limit: number;
}

export interface IndexStatements {
  create: string[];
  drop: string[];
}

/** Statements for a contentless FTS5 table of pairs: `ascii` leaves all but ASCII alone, the pairs are made here. */
export function indexStatements(table: string): IndexStatements {
  return {
    create: [
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5(pairs, initials, tags, content='', columnsize=0, prefix='1', tokenize="ascii tokenchars '-_./:@#+'")`,
      `INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 0)`,
      `INSERT INTO ${table} (${table}, rank) VALUES ('crisismerge', 512)`,
    ],
    drop: [`DROP TABLE IF EXISTS ${table}`],
  };
}

/**
 * Full-text index over overlapping pairs of characters. Changes are gathered and written in order of position at the
 * end of a transaction: FTS5 starts a new segment whenever positions go backwards.
 */
export class SearchIndex {
  private readonly changes: { remove?: SearchText; add?: SearchText }[] = [];
  private readonly add: Database.Statement;
  private readonly remove: Database.Statement;
  private readonly merge: Database.Statement;
  private readonly searches = new Map<string, Database.Statement>();

  constructor(
    private readonly raw: Raw,
    private readonly table: string,
  ) {
    this.add = raw.prepare(`INSERT INTO ${table} (rowid, pairs, initials, tags) VALUES (?, ?, ?, ?)`);
    this.remove = raw.prepare(`INSERT INTO ${table} (${table}, rowid, pairs, initials, tags) VALUES ('delete', ?, ?, ?, ?)`);
    this.merge = raw.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 200)`);
  }

  change(before: SearchText | undefined, after: SearchText | undefined): void {
    this.changes.push({ ...(before ? { remove: before } : {}), ...(after ? { add: after } : {}) });
  }

  flush(): void {
    for (const { remove } of this.changes) if (remove) this.run(this.remove, remove);
    const additions = this.changes.flatMap(({ add }) => (add ? [add] : [])).sort((a, b) => a.position - b.position);
    for (const addition of additions) this.run(this.add, addition);
    this.forget();
  }

  forget(): void {
    this.changes.length = 0;
  }

  /** One bounded step of merging segments, for a quiet moment. */
  tidy(): void {
    this.merge.run();
  }

  /** Positions of the newest rows that match, newest first. */
  find(query: SearchQuery): number[] {
    const match = matchOf(query);
    const from = query.from ?? 0;
    const until = Math.min(query.until ?? Number.MAX_SAFE_INTEGER, (query.before ?? Number.MAX_SAFE_INTEGER) - 1);
    if (match === undefined) return [];
    return this.search(`SELECT rowid FROM ${this.table} WHERE ${this.table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?`)
      .pluck()
      .all(match, from, until, query.limit) as number[];
  }

  private search(sql: string): Database.Statement {
    let statement = this.searches.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.searches.set(sql, statement);
    }
    return statement;
  }

  private run(statement: Database.Statement, { position, text, tags }: SearchText): void {
    statement.run(position, bigramsOf(text), bigramsOf(initialsOf(text)), tags.join(' '));
  }
}

/** The FTS5 expression, or undefined when nothing that can be searched was asked for. */
function matchOf({ text, tags }: SearchQuery): string | undefined {
  const words = runsOf(text).map((run) => {
    const phrase = phraseOf(run);
    // Latin letters may be text or the initials of Chinese words; anything else is text.
    return /^[a-z]+$/.test(run.join('')) ? `({pairs initials} : ${phrase})` : `(pairs : ${phrase})`;
  });
  const wanted = tags.filter((group) => group.length > 0).map((group) => `(tags : (${group.map((tag) => `"${tag}"`).join(' OR ')}))`);
  const all = [...words, ...wanted];
  return all.length === 0 ? undefined : all.join(' AND ');
}

/** True when a query text holds something to search for. */
export function isSearchable(text: string): boolean {
  return runsOf(normalised(text)).length > 0;
}
