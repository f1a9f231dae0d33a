import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { initialsLine } from './initials';
import { normalised } from './normalised';

/** What is found of one row: its text, and tags (`#kind.call`, see `tagOf`), apart by spaces, that filters ask for. */
export interface SearchText {
  /** Orders the index: newest rows have the largest. Unique. */
  position: number;
  /** Number of the row's stream: later streams have larger ones. */
  stream: number;
  text: string;
  tags: string;
}

/** A text that is searched for by looking at it. What that takes is made by the first search that does. */
export class WaitingText {
  readonly position: number;
  private madeNormal: string | undefined;
  private madeInitials: string | undefined;
  private madeTags: readonly string[] | undefined;

  constructor(readonly source: SearchText) {
    this.position = source.position;
  }

  get normal(): string {
    return (this.madeNormal ??= normalised(this.source.text));
  }

  get initials(): string {
    return (this.madeInitials ??= initialsLine(this.normal));
  }

  get tags(): readonly string[] {
    return (this.madeTags ??= this.source.tags.split(' '));
  }
}

/** The texts of all rows whose stream comes after this one, from the slice's own table. */
export type TextsAfter = (stream: number) => SearchText[];

/**
 * The newest texts, kept back until many of them go into the index together: one text alone costs the index ten pages of
 * writing, and a segment that every later search has to open. They are looked at one by one meanwhile, so that an entry is
 * found in the moment it is written. What must last of it is one number: all rows up to that stream are in the index, but
 * for those whose text changed since; only these are written down. The others stand in the slice's own table.
 */
export class WaitingTexts {
  /** In memory what waits; undefined until asked for, and after a transaction was rolled back. */
  private held: Map<number, WaitingText> | undefined;
  private settled = 0;
  private textsAfter: TextsAfter = () => [];

  constructor(
    private readonly raw: Raw,
    private readonly table: string,
  ) {}

  get all(): ReadonlyMap<number, WaitingText> {
    return this.texts();
  }

  /** At opening, and when tables were made anew. */
  open(textsAfter: TextsAfter): void {
    this.textsAfter = textsAfter;
    this.forget();
  }

  /** To be called before the slice's own rows change: what waits is read from them. */
  prepare(): void {
    this.held ??= this.read();
  }

  add(added: SearchText): void {
    const texts = this.texts();
    const { position, stream, text, tags } = added;
    if (stream <= this.settled) {
      const sql = `INSERT INTO ${this.table}_waiting (position, stream, text, tags) VALUES (?, ?, ?, ?)`;
      statement(this.raw, sql).run(position, stream, text, tags);
    }
    texts.set(position, new WaitingText(added));
  }

  /** True when it was waiting, and now is not. */
  remove(position: number): boolean {
    const held = this.texts().get(position);
    if (!held) return false;
    if (held.source.stream <= this.settled) statement(this.raw, `DELETE FROM ${this.table}_waiting WHERE position = ?`).run(position);
    return this.texts().delete(position);
  }

  /** Takes all of them out, to be indexed together with others that never waited. */
  takeAll(others: readonly SearchText[] = []): SearchText[] {
    const taken = [...Array.from(this.texts().values(), ({ source }) => source), ...others];
    if (taken.length === 0) return [];
    const settled = taken.reduce((last, { stream }) => Math.max(last, stream), this.settled);
    statement(this.raw, `DELETE FROM ${this.table}_waiting`).run();
    this.settleUpTo(settled);
    return taken;
  }

  /** All rows up to this stream are in the index, and nothing waits. */
  settleUpTo(stream: number): void {
    statement(this.raw, `UPDATE ${this.table}_settled SET stream = ?`).run(stream);
    this.settled = stream;
    this.held = new Map();
  }

  /** After a transaction that was rolled back. */
  forget(): void {
    this.held = undefined;
  }

  private texts(): Map<number, WaitingText> {
    this.held ??= this.read();
    return this.held;
  }

  private read(): Map<number, WaitingText> {
    const { raw, table } = this;
    this.settled = statement<[], { stream: number }>(raw, `SELECT stream FROM ${table}_settled`).get()?.stream ?? 0;
    const changed = statement<[], SearchText>(raw, `SELECT position, stream, text, tags FROM ${table}_waiting`).all();
    return new Map([...changed, ...this.textsAfter(this.settled)].map((text) => [text.position, new WaitingText(text)]));
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
