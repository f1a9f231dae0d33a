import type Database from 'better-sqlite3';
import type { Raw } from '../database/open';
import { isDerived } from '../random';
import { type Chains, chainSpan } from './chains';
import { type Entry, idText } from './entry';
import type { Projection, Store } from './projection';
import type { FoldableEntry, Registry } from './registry';
import type { Surrogates } from './surrogates';

export interface StreamRow {
  n: number;
  id: string;
  lastHlc: number;
}

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
  private readonly stores = new Map<Projection, Store<unknown>>();
  private readonly pending = new Map<number, Pending>();
  private readonly changed = new Set<string>();
  private readonly touched = new Map<string, StreamRow>();
  private readonly findStream: Database.Statement<[string], StreamRow>;
  private readonly addStream: Database.Statement<[string, number]>;
  private readonly moveStream: Database.Statement<[number, number]>;
  private readonly entriesOfStream: Database.Statement<[number], StoredEntry>;

  constructor(private readonly source: Source) {
    const { raw } = source;
    this.findStream = raw.prepare('SELECT n, id, last_hlc AS lastHlc FROM streams WHERE id = ?');
    this.addStream = raw.prepare('INSERT INTO streams (id, last_hlc) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
    this.moveStream = raw.prepare('UPDATE streams SET last_hlc = ? WHERE n = ?');
    this.entriesOfStream = raw.prepare('SELECT key, id, hlc, at, actor, name, payload, stream FROM entries WHERE stream = ?');
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

  take(stream: StreamRow & { fresh: boolean }, entry: Omit<Entry, 'hash' | 'signature'>, parsed: unknown): void {
    const projection = this.source.registry.projectionOf(stream.id);
    const late = !stream.fresh && entry.hlc <= stream.lastHlc;
    if (!stream.fresh && !late) {
      this.moveStream.run(entry.hlc, stream.n);
      (this.touched.get(stream.id) as StreamRow).lastHlc = entry.hlc;
    }
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
    for (const store of this.stores.values()) store.forget?.();
  }

  tidy(): void {
    for (const store of this.stores.values()) store.tidy?.();
  }

  /** Folds every stream into empty tables. Returns how many there are. */
  refoldAll(): number {
    this.clear();
    this.openStores();
    const { raw, registry } = this.source;
    const page = raw.prepare<[number, number], StreamRow>('SELECT n, id, last_hlc AS lastHlc FROM streams WHERE n > ? ORDER BY n LIMIT ?');
    const entriesOf = raw.prepare<[number, number], StoredEntry>(
      'SELECT key, id, hlc, at, actor, name, payload, stream FROM entries WHERE stream BETWEEN ? AND ? ORDER BY stream',
    );
    let count = 0;
    // In pages: a connection that is still reading cannot write.
    for (let streams = page.all(0, pageOfStreams); streams.length > 0; streams = page.all((streams.at(-1) as StreamRow).n, pageOfStreams)) {
      const entries = entriesOf.all((streams[0] as StreamRow).n, (streams.at(-1) as StreamRow).n);
      let next = 0;
      for (const stream of streams) {
        const first = next;
        while (entries[next]?.stream === stream.n) next += 1;
        count += 1;
        const projection = registry.projectionOf(stream.id);
        if (!projection) continue;
        const state = registry.fold(projection, stream.id, undefined, this.inOrder(entries.slice(first, next)));
        this.storeOf(projection).save(stream.n, entityOf(stream.id), state, undefined);
        this.changed.add(projection.slice);
      }
      // Page by page too: what the stores keep back until they flush would otherwise be the whole journal.
      for (const store of this.stores.values()) store.flush?.();
    }
    return count;
  }

  private pendingOf(stream: StreamRow, projection: Projection, fresh: boolean): Pending {
    let pending = this.pending.get(stream.n);
    if (!pending) {
      const before = fresh ? undefined : this.storeOf(projection).load(stream.n);
      // No row although the stream is not new: its earlier entries were of another time; fold all of it.
      pending = { stream, projection, state: before, before, refold: !fresh && before === undefined };
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
