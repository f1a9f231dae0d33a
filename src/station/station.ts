import { join } from 'node:path';
import type { Answer } from '../shared/answer';
import type { InputOf, OutputOf, Procedure } from '../shared/contract';
import { accountById, defaultPasswordCost, newToken, officerOf, openSession, sessionOf } from './accounts';
import { forgetOldAnswers } from './answered';
import { type Clock, systemClock } from './clock';
import { openDataFolder } from './database/data-folder';
import { openDatabase } from './database/open';
import type { Context } from './handler';
import { type ChangeListener, Journal } from './journal/journal';
import { notices } from './notices';
import { projections } from './projections';
import { type Random, systemRandom } from './random';
import { Router } from './router';
import { routesOf } from './routes';
import { type FoundedStation, foundedStation } from './unit';

export interface StationOptions {
  /** Data folder; `:memory:` keeps nothing and is for tests. */
  folder: string;
  /** The product's resources folder. */
  resources: string;
  clock?: Clock;
  random?: Random;
  /** log2 of scrypt's N; tests lower it. */
  passwordCost?: number;
  version?: string;
  checkOutputs?: boolean;
  onFailure?: (name: string, error: unknown) => void;
}

/** A duty station: one journal, its projections, and the router that answers for all slices. */
export class Station {
  readonly journal: Journal;
  readonly movedAside: string | undefined;
  private readonly router: Router;
  private readonly clock: Clock;
  /** Once founded for good: read with every call. */
  private founded: FoundedStation | undefined;

  private constructor(
    private readonly options: StationOptions,
    opened: { raw: Journal['raw']; db: Journal['db']; movedAside?: string | undefined },
    private readonly release: () => void,
  ) {
    this.clock = options.clock ?? systemClock;
    this.movedAside = opened.movedAside;
    this.journal = new Journal({ ...opened, clock: this.clock, random: options.random ?? systemRandom, projections });
    forgetOldAnswers(this.journal.db, this.clock.now());
    this.router = new Router({
      routes: routesOf({
        passwordCost: options.passwordCost ?? defaultPasswordCost,
        version: options.version ?? '0.0.0',
        movedAside: opened.movedAside,
      }),
      context: (token) => this.context(token),
      founded: () => this.foundedAs() !== undefined,
      onFailure: options.onFailure ?? (() => {}),
      checkOutputs: options.checkOutputs ?? false,
    });
  }

  /** Opens the folder for this process alone. Throws `FolderRefused` with words for the person who starts it. */
  static open(options: StationOptions): Station {
    const migrations = join(options.resources, 'migrations');
    if (options.folder === ':memory:') {
      const opened = openDatabase(':memory:', migrations);
      return new Station(options, opened, () => opened.raw.close());
    }
    return openDataFolder(
      options.folder,
      migrations,
      (options.clock ?? systemClock).now(),
      (data) => new Station(options, data, () => data.close()),
    );
  }

  answer(name: string, input: unknown, token?: string, call?: string): Promise<Answer<unknown>> {
    return this.router.answer(name, input, token, call);
  }

  /** The typed way to call, for tests and the demonstration: same router, same checks. */
  call<P extends Procedure>(procedure: P, input: InputOf<P>, token?: string): Promise<Answer<OutputOf<P>>> {
    return this.router.answer(procedure.name, input, token) as Promise<Answer<OutputOf<P>>>;
  }

  /** Opens a session without a password, for whoever holds this process anyway: tests and the demonstration. */
  sessionFor(account: string): string {
    const token = newToken(this.journal.random);
    openSession(this.journal.db, token, account, 'desk', this.clock.now());
    return token;
  }

  onChanged(listener: ChangeListener): () => void {
    return this.journal.onChanged(listener);
  }

  /**
   * Work for a quiet moment, which would otherwise land inside a commit: merging the search index, forgetting old answers,
   * carrying the log of the database over into its file.
   */
  tidy(): void {
    this.journal.folding.tidy();
    forgetOldAnswers(this.journal.db, this.clock.now());
    this.journal.raw.pragma('wal_checkpoint(PASSIVE)');
  }

  /** Puts on record what has become due since it was last asked: once every few seconds in a running station. */
  notice(): void {
    // While the tables lack what is in the journal already, most of what seems due would be noticed a second time.
    if (!this.foundedAs() || this.journal.hasUnfolded) return;
    this.journal.transact(() => {
      const context = this.context(undefined);
      for (const noticed of notices) this.journal.append('station', noticed(context));
    });
  }

  close(): void {
    this.release();
  }

  private foundedAs(): FoundedStation | undefined {
    this.founded ??= foundedStation(this.journal.db, this.journal.station);
    return this.founded;
  }

  private context(token: string | undefined): Context {
    const { db, raw } = this.journal;
    const now = this.clock.now();
    const session = token === undefined ? undefined : sessionOf(db, token, now);
    const account = session && accountById(db, session.account);
    const good = account && !account.disabled ? account : undefined;
    return {
      now,
      zone: this.foundedAs()?.zone ?? 'Asia/Shanghai',
      db,
      raw,
      journal: this.journal,
      folder: this.options.folder,
      resources: this.options.resources,
      newId: () => this.journal.newId(),
      officer: good && officerOf(good),
      locked: session?.locked ?? false,
      mustChangePassword: good?.temporary ?? false,
      session: good && session?.session,
    };
  }
}
