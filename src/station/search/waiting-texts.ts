import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { initialsLine } from './initials';
import { normalised } from './normalised';

/** What is found of one row: its text, and tags (`#kind.call`, see `tagOf`), apart by spaces, that filters ask for. */
export interface SearchText {
  /** Orders the index: newest rows have the largest. Unique. */
  position: number;
  text: string;
  tags: string;
}

/** A text that is searched for by looking at it. What that takes is made by the first search that does. */
export class WaitingText {
  readonly position: number;
  private readonly text: string;
  private readonly tagLine: string;
  private madeNormal: string | undefined;
  private madeInitials: string | undefined;
  private madeTags: readonly string[] | undefined;

  constructor({ position, text, tags }: SearchText) {
    this.position = position;
    this.text = text;
    this.tagLine = tags;
  }

  get normal(): string {
    return (this.madeNormal ??= normalised(this.text));
  }

  get initials(): string {
    return (this.madeInitials ??= initialsLine(this.normal));
  }

  get tags(): readonly string[] {
    return (this.madeTags ??= this.tagLine.split(' '));
  }
}

/**
 * The newest texts, kept in a small table until many of them go into the index together: one text alone costs the index ten
 * pages of writing, and a segment that every later search has to open. They are looked at one by one meanwhile, so that an
 * entry is found in the moment it is written.
 */
export class WaitingTexts {
  /** In memory what the table holds; undefined until asked for, and after a transaction was rolled back. */
  private held: Map<number, WaitingText> | undefined;

  constructor(
    private readonly raw: Raw,
    private readonly table: string,
  ) {}

  get all(): ReadonlyMap<number, WaitingText> {
    return this.texts();
  }

  add(added: SearchText): void {
    const { position, text, tags } = added;
    statement(this.raw, `INSERT INTO ${this.table}_waiting (position, text, tags) VALUES (?, ?, ?)`).run(position, text, tags);
    this.texts().set(position, new WaitingText(added));
  }

  /** True when it was waiting, and now is not. */
  remove(position: number): boolean {
    if (!this.texts().has(position)) return false;
    statement(this.raw, `DELETE FROM ${this.table}_waiting WHERE position = ?`).run(position);
    return this.texts().delete(position);
  }

  /** Takes all of them out, in order of position, to be indexed. */
  takeAll(): SearchText[] {
    if (this.texts().size === 0) return [];
    const taken = this.rows();
    statement(this.raw, `DELETE FROM ${this.table}_waiting`).run();
    this.texts().clear();
    return taken;
  }

  /** After a transaction that was rolled back, or tables made anew. */
  forget(): void {
    this.held = undefined;
  }

  private texts(): Map<number, WaitingText> {
    this.held ??= new Map(this.rows().map((row) => [row.position, new WaitingText(row)]));
    return this.held;
  }

  private rows(): SearchText[] {
    return statement<[], SearchText>(this.raw, `SELECT position, text, tags FROM ${this.table}_waiting ORDER BY position`).all();
  }
}

const opened = new WeakMap<Raw, Map<string, WaitingTexts>>();

/** The texts that wait for this index: one for all who write and search over one connection. */
export function waitingTexts(raw: Raw, table: string): WaitingTexts {
  let ofConnection = opened.get(raw);
  if (!ofConnection) opened.set(raw, (ofConnection = new Map()));
  let waiting = ofConnection.get(table);
  if (!waiting) ofConnection.set(table, (waiting = new WaitingTexts(raw, table)));
  return waiting;
}
