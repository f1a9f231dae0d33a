import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import { normalised } from './normalised';
import { tokensOf } from './tokens';

/** What is found of one row: its text, and tags (`#kind.call`, see `tagOf`), apart by spaces, that filters ask for. */
export interface SearchText {
  /** Orders the index: newest rows have the largest. Unique. */
  position: number;
  text: string;
  tags: string;
}

export interface IndexStatements {
  create: string[];
  drop: string[];
}

/** Every ASCII character but letters, digits and space: they stand inside pairs like any other. */
const punctuation = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;

/** Statements for a contentless FTS5 table: `ascii` leaves all but ASCII alone, the tokens are made in tokens.ts. */
export function indexStatements(table: string): IndexStatements {
  const tokenizer = `ascii tokenchars '${punctuation.replaceAll("'", "''")}'`.replaceAll('"', '""');
  return {
    create: [
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5(tokens, content='', columnsize=0, prefix='2', tokenize="${tokenizer}")`,
      `INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 0)`,
      `INSERT INTO ${table} (${table}, rank) VALUES ('crisismerge', 512)`,
    ],
    drop: [`DROP TABLE IF EXISTS ${table}`],
  };
}

/**
 * Full-text index over overlapping pairs of characters: a query of any length finds exactly the rows that contain it.
 * Changes are gathered and written in order of position at the end of a transaction: FTS5 starts a new segment whenever
 * positions go backwards.
 */
export class SearchIndex {
  private removals: SearchText[] = [];
  private additions: SearchText[] = [];
  private readonly insert: Database.Statement;
  private readonly delete: Database.Statement;
  private readonly merge: Database.Statement;

  constructor(raw: Raw, table: string) {
    this.insert = raw.prepare(`INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`);
    this.delete = raw.prepare(`INSERT INTO ${table} (${table}, rowid, tokens) VALUES ('delete', ?, ?)`);
    this.merge = raw.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 200)`);
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
    if (this.removals.length > 0) for (const removal of inOrder(this.removals)) this.write(this.delete, removal);
    for (const addition of inOrder(this.additions)) this.write(this.insert, addition);
    this.forget();
  }

  forget(): void {
    if (this.removals.length > 0) this.removals = [];
    if (this.additions.length > 0) this.additions = [];
  }

  /** One bounded step of merging segments, for a quiet moment. */
  tidy(): void {
    this.merge.run();
  }

  private write(statement: Database.Statement, { position, text, tags }: SearchText): void {
    statement.run(position, tokensOf(normalised(text), tags));
  }
}

function inOrder(texts: SearchText[]): SearchText[] {
  return texts.sort((a, b) => a.position - b.position);
}
