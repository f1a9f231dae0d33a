import type Database from 'better-sqlite3';

/** Small integers for texts that repeat in every entry (event names, actors): less to write, less to index. */
export class Surrogates {
  private readonly numbers = new Map<string, number>();
  private readonly texts = new Map<number, string>();
  private readonly insert: Database.Statement;

  constructor(
    private readonly raw: Database.Database,
    private readonly table: string,
    private readonly column: string,
  ) {
    this.insert = raw.prepare(`INSERT INTO ${table} (${column}) VALUES (?)`);
    this.reload();
  }

  /** After a rolled-back transaction the numbers given out in it are void. */
  reload(): void {
    this.numbers.clear();
    this.texts.clear();
    const rows = this.raw.prepare<[], { n: number; text: string }>(`SELECT n, ${this.column} AS text FROM ${this.table}`).all();
    for (const { n, text } of rows) this.keep(n, text);
  }

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const n = Number(this.insert.run(text).lastInsertRowid);
    this.keep(n, text);
    return n;
  }

  text(n: number): string {
    return this.texts.get(n) ?? '';
  }

  has(text: string): boolean {
    return this.numbers.has(text);
  }

  private keep(n: number, text: string): void {
    this.numbers.set(text, n);
    this.texts.set(n, text);
  }
}
