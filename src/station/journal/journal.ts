import type Database from 'better-sqlite3';
import { canonicalJson } from '../../shared/canonical';
import type { EventDraft } from '../../shared/event';
import { type Clock, HybridClock } from '../clock';
import { createTable, dropTable } from '../database/projection-table';
import type { Db, Raw } from '../database/open';
import { type Random, timeOrderedId } from '../random';
import { type Chain, Chains, chainSpan } from './chains';
import { type Entry, hashOf, idBytes, signHead } from './entry';
import { Folding } from './folding';
import { type Identity, loadIdentity } from './identity';
import type { Projection } from './projection';
import { entriesOf } from './reading';
import { Registry } from './registry';
import { Surrogates } from './surrogates';

export interface JournalOptions {
  raw: Raw;
  db: Db;
  clock: Clock;
  random: Random;
  projections: readonly Projection[];
}

/** An entry that was found to continue its chain. */
export interface CheckedEntry {
  entry: Entry;
  hash: Buffer;
  signature: Buffer | null;
}

/** Announced after a commit: the slices whose tables changed. */
export type ChangeListener = (slices: ReadonlySet<string>) => void;

/**
 * The one append-only record. Everything anyone did is an entry; an append and its folds are one transaction, durable
 * before it is answered; the head of every commit is signed with the station's key.
 */
export class Journal {
  readonly raw: Raw;
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly chains: Chains;
  readonly hybrid: HybridClock;
  readonly names: Surrogates;
  readonly actors: Surrogates;
  readonly folding: Folding;
  private readonly listeners = new Set<ChangeListener>();
  private readonly insertEntry: Database.Statement;
  private readonly begin: Database.Statement;
  private readonly end: Database.Statement;
  private inTransaction = false;

  constructor(options: JournalOptions) {
    this.raw = options.raw;
    this.db = options.db;
    this.clock = options.clock;
    this.random = options.random;
    this.identity = loadIdentity(options.raw, options.clock, options.random);
    this.registry = new Registry(options.projections);
    this.chains = new Chains(this.raw);
    this.hybrid = new HybridClock(this.clock);
    for (const chain of this.chains.all()) this.hybrid.observe(chain.lastHlc);
    this.names = new Surrogates(this.raw, 'event_names', 'name');
    this.actors = new Surrogates(this.raw, 'actors', 'id');
    this.insertEntry = this.raw.prepare(
      'INSERT INTO entries (key, id, hlc, at, actor, stream, name, payload, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.begin = this.raw.prepare('BEGIN IMMEDIATE');
    this.end = this.raw.prepare('COMMIT');
    const made = this.fingerprintOfTables();
    const outdated = made === undefined ? this.length > 0 : made !== this.registry.fingerprint;
    // Tables of an earlier version may lack a column that an index or a statement names.
    if (outdated) this.dropProjections();
    this.createProjections();
    this.folding = new Folding(this);
    if (outdated) this.rebuild();
    else if (made === undefined) this.rememberFingerprint();
  }

  private get own(): Chain {
    return this.chains.of(this.identity.station) as Chain;
  }

  get station(): string {
    return this.identity.station;
  }

  get length(): number {
    return this.chains.all().reduce((sum, chain) => sum + chain.lastSeq, 0);
  }

  newId(): string {
    return timeOrderedId(this.clock.now(), this.random);
  }

  onChanged(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Runs `work` in one durable transaction: appends, folds, signature and whatever `work` writes itself become visible
   * together or not at all. Throws what `work` or SQLite throws, with everything rolled back.
   */
  transact<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.begin.run();
    this.inTransaction = true;
    let changed: ReadonlySet<string>;
    let result: T;
    try {
      result = work();
      changed = this.folding.flush();
      this.end.run();
    } catch (error) {
      if (this.raw.inTransaction) this.raw.exec('ROLLBACK');
      this.forget();
      throw error;
    } finally {
      this.inTransaction = false;
    }
    this.announce(changed);
    return result;
  }

  /**
   * Appends what was decided to this station's own chain and folds it; the last entry bears the signature that attests
   * all before it. Inside {@link transact} only.
   */
  append(actor: string, drafts: readonly EventDraft[]): void {
    if (!this.inTransaction) throw new Error('append outside a transaction');
    const own = this.own;
    for (const [i, draft] of drafts.entries()) {
      const known = this.registry.known(draft.name);
      if (!known) throw new Error(`no projection knows ${draft.name}`);
      const parsed = known.parse(draft.payload);
      if (!parsed.success) throw new Error(`the payload of ${draft.name} does not fit its own definition`);
      const at = this.clock.now();
      const entry = {
        id: draft.derivedId ?? draft.id ?? timeOrderedId(at, this.random),
        station: own.station,
        seq: own.lastSeq + 1,
        hlc: this.hybrid.tick(),
        at,
        actor,
        stream: draft.stream,
        name: draft.name,
        payload: canonicalJson(parsed.data),
      };
      const hash = hashOf(entry, own.lastHash);
      const isHead = i === drafts.length - 1;
      const signature = isHead ? signHead(this.identity.privateKey, own.station, entry.seq, hash) : null;
      this.write(own, entry, hash, signature, parsed.data);
    }
  }

  /** Writes a checked entry to its chain and hands it to the folds. Used by {@link append} and by `receive`. */
  write(chain: Chain, entry: Omit<Entry, 'hash' | 'signature'>, hash: Buffer, signature: Buffer | null, parsed?: unknown): void {
    this.folding.take(this.keep(chain, entry, hash, signature), entry, parsed);
  }

  /**
   * Writes the checked entries of a long run to their chain and leaves it to {@link foldSome} to fold them: what came is
   * safe that much sooner. Inside {@link transact} only.
   */
  writeUnfolded(chain: Chain, run: readonly CheckedEntry[]): void {
    const first = chain.lastSeq + 1;
    for (const { entry, hash, signature } of run) this.folding.passBy(this.keep(chain, entry, hash, signature), entry.hlc);
    this.folding.unfolded.mark(chain.n * chainSpan + first, chain.n * chainSpan + chain.lastSeq);
  }

  /** True while entries of a long receive wait to be folded. */
  get hasUnfolded(): boolean {
    return !this.folding.unfolded.isEmpty;
  }

  /**
   * Folds up to so many of the streams that a long receive left, in a transaction of their own: the station answers
   * between two such steps. Returns whether any are left.
   */
  foldSome(streams = 2_000): boolean {
    if (this.hasUnfolded) this.transact(() => this.folding.foldUnfolded(streams));
    return this.hasUnfolded;
  }

  private keep(chain: Chain, entry: Omit<Entry, 'hash' | 'signature'>, hash: Buffer, signature: Buffer | null) {
    const stream = this.folding.streamOf(entry.stream, entry.hlc);
    this.insertEntry.run(
      chain.n * chainSpan + entry.seq,
      idBytes(entry.id),
      entry.hlc,
      entry.at,
      this.actors.number(entry.actor),
      stream.n,
      this.names.number(entry.name),
      entry.payload,
      hash,
      signature,
    );
    chain.lastSeq = entry.seq;
    chain.lastHash = hash;
    chain.lastHlc = entry.hlc;
    this.hybrid.observe(entry.hlc);
    return stream;
  }

  /** Entries of one chain from a sequence number on, in order. */
  entriesOf(station: string, fromSeq = 1, limit = -1): Generator<Entry> {
    return entriesOf(this, station, fromSeq, limit);
  }

  /** Makes every projection anew from the entries alone. */
  rebuild(): number {
    return this.transact(() => {
      this.dropProjections();
      this.createProjections();
      const streams = this.folding.refoldAll();
      this.rememberFingerprint();
      return streams;
    });
  }

  /** What a rolled-back transaction had put into memory is void. */
  private forget(): void {
    this.chains.reload();
    this.names.reload();
    this.actors.reload();
    this.folding.forget();
  }

  private createProjections(): void {
    for (const projection of this.registry.projections) {
      for (const table of projection.tables) createTable(this.raw, table);
      for (const statement of projection.extra?.create ?? []) this.raw.exec(statement);
    }
  }

  private dropProjections(): void {
    for (const projection of this.registry.projections) {
      for (const table of projection.tables) dropTable(this.raw, table);
      for (const statement of projection.extra?.drop ?? []) this.raw.exec(statement);
    }
  }

  /** What the stored projections were made by: another version of the folds or tables has to make them anew. */
  private fingerprintOfTables(): string | undefined {
    return this.raw.prepare("SELECT value FROM settings WHERE key = 'projections'").pluck().get() as string | undefined;
  }

  private rememberFingerprint(): void {
    this.raw
      .prepare("INSERT INTO settings (key, value) VALUES ('projections', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
      .run(this.registry.fingerprint);
  }

  private announce(slices: ReadonlySet<string>): void {
    if (slices.size === 0) return;
    for (const listener of this.listeners) listener(slices);
  }
}
