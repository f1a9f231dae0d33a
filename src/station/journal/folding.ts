import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import { isDerived } from '../random';
import { type Chains, chainSpan } from './chains';
import { type Entry, idText } from './entry';
import type { Projection, Store } from './projection';
import type { FoldableEntry, Registry } from './registry';
import type { StreamRow } from './stream-row';
import type { Surrogates } from './surrogates';
import { Unfolded } from './unfolded';

interface Pending {
  stream: StreamRow;
  projection: Projection;
  /** Folded so far in this transaction; undefined while the stream waits to be refolded from the journal. */
  state: unknown;
  before: unknown;
  refold: boolean;
}

interface StoredEntry {
  key: number;
  id: Buffer;
  hlc: number;
  at: number;
  actor: number;
  name: number;
  payload: string;
  stream: number;
}

const pageOfStreams = 2_000;

interface Source {
  raw: Raw;
  registry: Registry;
  chains: Chains;
  names: Surrogates;
  actors: Surrogates;
}

/**
 * Keeps the projections equal to the fold of their streams. New entries fold on top; an entry that sorts before what
 * was folded already (late, from the peer) makes its stream, and only it, fold again from the beginning.
 */
export class Folding {
  /** Streams that a long receive left to be folded. */
  readonly unfolded: Unfolded;
  private readonly stores = new Map<Projection, Store<unknown>>();
  private readonly pending = new Map<number, Pending>();
  private readonly changed = new Set<string>();
  private readonly touched = new Map<string, StreamRow>();
  private readonly findStream: Database.Statement<[string], StreamRow>;
  private readonly addStream: Database.Statement<[string, number]>;
  private readonly moveStream: Database.Statement<[number, number]>;
  private readonly entriesOfStream: Database.Statement<[number], StoredEntry>;
  private readonly entriesBetween: Database.Statement<[number, number], StoredEntry>;
  private readonly entriesUnfolded: Database.Statement<[number], StoredEntry>;

  constructor(private readonly source: Source) {
    const { raw } = source;
    this.unfolded = new Unfolded(raw);
    this.findStream = raw.prepare('SELECT n, id, last_hlc AS lastHlc FROM streams WHERE id = ?');
    this.addStream = raw.prepare('INSERT INTO streams (id, last_hlc) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
    this.moveStream = raw.prepare('UPDATE streams SET last_hlc = ? WHERE n = ?');
    this.entriesOfStream = raw.prepare('SELECT key, id, hlc, at, actor, name, payload, stream FROM entries WHERE stream = ?');
    this.entriesBetween = raw.prepare(
      'SELECT key, id, hlc, at, actor, name, payload, stream FROM entries WHERE stream BETWEEN ? AND ? ORDER BY stream',
    );
    this.entriesUnfolded = raw.prepare(
      `SELECT e.key, e.id, e.hlc, e.at, e.actor, e.name, e.payload, e.stream
       FROM unfolded u CROSS JOIN entries e ON e.stream = u.stream WHERE u.stream <= ? ORDER BY u.stream`,
    );
    this.openStores();
  }

  /** The stream's row, made if it is new; `hlc` is the entry's that is about to be written. */
  streamOf(id: string, hlc: number): StreamRow & { fresh: boolean } {
    const touched = this.touched.get(id);
    if (touched) return Object.assign(touched, { fresh: false });
    // Most entries begin a stream: asking first would cost one more search of the index for each.
    const added = this.addStream.run(id, hlc);
    const fresh = added.changes > 0;
    const row = { ...(fresh ? { n: Number(added.lastInsertRowid), id, lastHlc: hlc } : (this.findStream.get(id) as StreamRow)), fresh };
    this.touched.set(id, row);
    return row;
  }

  /** Notes an entry's clock without folding it. True when the entry sorts before others of its stream. */
  passBy(stream: StreamRow & { fresh: boolean }, hlc: number): boolean {
    if (stream.fresh) return false;
    if (hlc <= stream.lastHlc) return true;
    this.moveStream.run(hlc, stream.n);
    (this.touched.get(stream.id) as StreamRow).lastHlc = hlc;
    return false;
  }

  /** Folds an entry that was just written on top of its stream. */
  take(stream: StreamRow & { fresh: boolean }, entry: Omit<Entry, 'hash' | 'signature'>, parsed: unknown): void {
    const late = this.passBy(stream, entry.hlc);
    const projection = this.source.registry.projectionOf(stream.id);
    if (!projection) return;
    const pending = this.pendingOf(stream, projection, stream.fresh);
    // A derived entry may stand in two chains: only the whole stream shows whether it was folded already.
    if (late || (isDerived(entry.id) && !stream.fresh)) pending.refold = true;
    if (pending.refold) return;
    pending.state = this.source.registry.fold(projection, stream.id, pending.state, [
      { name: entry.name, payload: entry.payload, parsed, facts: factsOf(entry) },
    ]);
  }

  /** Saves what the transaction folded. Returns the slices that changed. */
  flush(): ReadonlySet<string> {
    for (const pending of this.pending.values()) {
      const { stream, projection, before } = pending;
      const store = this.storeOf(projection);
      const state = pending.refold ? this.refolded(stream, projection) : pending.state;
      if (state !== undefined) store.save(stream.n, entityOf(stream.id), state, before);
      this.changed.add(projection.slice);
    }
    for (const store of this.stores.values()) store.flush?.();
    const changed = new Set(this.changed);
    this.clear();
    return changed;
  }

  forget(): void {
    this.clear();
    this.unfolded.reload();
    for (const store of this.stores.values()) store.forget?.();
  }

  tidy(): void {
    for (const store of this.stores.values()) store.tidy?.();
  }

  /** Folds every stream into empty tables. Returns how many there are. */
  refoldAll(): number {
    this.clear();
    this.openStores();
    this.unfolded.clear();
    const page = this.source.raw.prepare<[number, number], StreamRow>(
      'SELECT n, id, last_hlc AS lastHlc FROM streams WHERE n > ? ORDER BY n LIMIT ?',
    );
    for (const store of this.stores.values()) store.beginAnew?.();
    let count = 0;
    // In pages: a connection that is still reading cannot write.
    for (let streams = page.all(0, pageOfStreams); streams.length > 0; streams = page.all((streams.at(-1) as StreamRow).n, pageOfStreams)) {
      this.foldWhole(streams, this.entriesBetween.all((streams[0] as StreamRow).n, (streams.at(-1) as StreamRow).n), true);
      count += streams.length;
    }
    for (const store of this.stores.values()) store.endAnew?.();
    return count;
  }

  /** Folds up to so many of the streams that wait for it. Within a transaction. */
  foldUnfolded(limit: number): void {
    const streams = this.unfolded.first(limit);
    const last = streams.at(-1);
    if (!last) return;
    this.foldWhole(streams, this.entriesUnfolded.all(last.n), false);
    this.unfolded.takeOutUpTo(last.n);
  }

  /** Folds streams, all of whose entries are given in the same order, and saves them; `empty` where the tables hold nothing of them. */
  private foldWhole(streams: readonly StreamRow[], entries: readonly StoredEntry[], empty: boolean): void {
    const { registry } = this.source;
    let next = 0;
    for (const stream of streams) {
      const first = next;
      while (entries[next]?.stream === stream.n) next += 1;
      const projection = registry.projectionOf(stream.id);
      if (!projection) continue;
      const store = this.storeOf(projection);
      const before = empty ? undefined : store.load(stream.n);
      const state = registry.fold(projection, stream.id, undefined, this.inOrder(entries.slice(first, next)));
      store.save(stream.n, entityOf(stream.id), state, before);
      this.changed.add(projection.slice);
    }
  }

  private pendingOf(stream: StreamRow, projection: Projection, fresh: boolean): Pending {
    let pending = this.pending.get(stream.n);
    if (!pending) {
      const before = fresh ? undefined : this.storeOf(projection).load(stream.n);
      // No row although the stream is not new: its earlier entries were of another time; fold all of it.
      // So does one that has unfolded entries.
      const refold = !fresh && (this.unfolded.takeOut(stream.n) || before === undefined);
      pending = { stream, projection, state: before, before, refold };
      this.pending.set(stream.n, pending);
    }
    return pending;
  }

  private refolded(stream: StreamRow, projection: Projection): unknown {
    return this.source.registry.fold(projection, stream.id, undefined, this.inOrder(this.entriesOfStream.all(stream.n)));
  }

  /** Clock order; the station's id decides between equal clocks, so that every station sorts alike. */
  private inOrder(rows: StoredEntry[]): FoldableEntry[] {
    const { chains, names, actors } = this.source;
    return rows
      .map((row) => {
        const chain = chains.byKey(row.key);
        return { row, station: chain.station, seq: row.key - chain.n * chainSpan };
      })
      .sort((a, b) => a.row.hlc - b.row.hlc || (a.station < b.station ? -1 : a.station > b.station ? 1 : a.seq - b.seq))
      .map(({ row, station, seq }) => ({
        name: names.text(row.name),
        payload: row.payload,
        facts: { id: idText(row.id), at: row.at, actor: actors.text(row.actor), station, seq },
      }));
  }

  private openStores(): void {
    this.stores.clear();
    for (const projection of this.source.registry.projections) this.stores.set(projection, projection.open(this.source.raw));
  }

  private storeOf(projection: Projection): Store<unknown> {
    return this.stores.get(projection) as Store<unknown>;
  }

  private clear(): void {
    this.pending.clear();
    this.changed.clear();
    this.touched.clear();
  }
}

function factsOf(entry: Omit<Entry, 'hash' | 'signature'>): FoldableEntry['facts'] {
  return { id: entry.id, at: entry.at, actor: entry.actor, station: entry.station, seq: entry.seq };
}

function entityOf(stream: string): string {
  return stream.slice(stream.indexOf(':') + 1);
}
