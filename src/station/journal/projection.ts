import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { EntryFacts, EventKind, PayloadOf } from '../../shared/event';
import { canonicalJson } from '../../shared/canonical';
import type { Raw } from '../database/open';

export type Fold<S> = (state: S, payload: unknown, facts: EntryFacts) => S;

export interface FoldOf<S> {
  event: EventKind;
  fold: Fold<S>;
}

/** Ties an event to what it does to the state. A fold is total and pure: it never refuses, whatever came before. */
export function on<S, E extends EventKind>(kind: E, fold: (state: S, payload: PayloadOf<E>, facts: EntryFacts) => S): FoldOf<S> {
  return { event: kind, fold: fold as Fold<S> };
}

/** Keeps the folded states in tables. Made anew from the journal at any time. */
export interface Store<S> {
  load(stream: number): S | undefined;
  /** `before` is what `load` would have given. */
  save(stream: number, id: string, state: S, before: S | undefined): void;
  /** Called once before a transaction ends: what is cheaper done together. */
  flush?(): void;
  /** Called before all streams are folded into empty tables, without `flush` in between, and after: what is cheaper made in one go. */
  beginAnew?(): void;
  endAnew?(): void;
  /** Called when a transaction was rolled back. */
  forget?(): void;
  /** Work for a quiet moment. */
  tidy?(): void;
}

export interface Projection<S = unknown> {
  /** Announced as changed, `faults`. */
  slice: string;
  /** Stream kind it folds, `fault`. */
  kind: string;
  /** Raised when a fold or a table changes: the station then refolds at its next start. */
  version: number;
  initial(entity: string): S;
  folds: FoldOf<S>[];
  tables: SQLiteTable[];
  /** Statements for what a drizzle table cannot say (virtual tables): made and dropped with the tables. */
  extra?: { create: string[]; drop: string[] };
  open(raw: Raw): Store<S>;
}

/** Types a projection's state once and forgets it, so that the journal can hold all of them in one list. */
export function projection<S>(facts: Projection<S>): Projection {
  return facts as unknown as Projection;
}

/**
 * The usual store: one row per stream, the whole state as canonical JSON in `doc`, and the columns queries need.
 * The table must have `stream` (integer, primary), `id` (text) and `doc` (text).
 */
export function documentStore<S>(raw: Raw, table: SQLiteTable, columnsOf: (state: S) => Record<string, string | number | null>): Store<S> {
  const { name, columns } = getTableConfig(table);
  const others = columns.map((column) => column.name).filter((column) => !['stream', 'id', 'doc'].includes(column));
  const all = ['stream', 'id', 'doc', ...others];
  const load = raw.prepare<[number], string>(`SELECT doc FROM "${name}" WHERE stream = ?`).pluck();
  const save = raw.prepare(
    `INSERT INTO "${name}" (${all.map((column) => `"${column}"`).join(', ')}) VALUES (${all.map(() => '?').join(', ')})
     ON CONFLICT (stream) DO UPDATE SET ${all
       .slice(1)
       .map((column) => `"${column}" = excluded."${column}"`)
       .join(', ')}`,
  );
  return {
    load(stream) {
      const doc = load.get(stream);
      return doc === undefined ? undefined : (JSON.parse(doc) as S);
    },
    save(stream, id, state) {
      const values = columnsOf(state);
      save.run(stream, id, canonicalJson(state), ...others.map((column) => values[column] ?? null));
    },
  };
}
