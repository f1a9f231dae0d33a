import type { Refusal } from '../shared/answer';
import type { Officer } from '../shared/accounts/contract';
import type { CommandContract, Procedure, QueryContract } from '../shared/contract';
import type { EventDraft } from '../shared/event';
import type { Instant } from '../shared/time';
import type { z } from 'zod';
import type { Db, Raw } from './database/open';
import type { Journal } from './journal/journal';

/** What every handler may look at. Time, ids and the officer come from the station, never from the screen. */
export interface Context {
  now: Instant;
  /** The zone the station's times are read in. */
  zone: string;
  db: Db;
  raw: Raw;
  journal: Journal;
  folder: string;
  /** The product's resources: profiles and templates that ship with it. */
  resources: string;
  newId(): string;
  /** Undefined only for procedures that anyone may call. */
  officer: Officer | undefined;
  /** The session is locked: only unlocking and leaving are answered. */
  locked: boolean;
  /** The password was set by someone else: it must be changed before anything else is answered. */
  mustChangePassword: boolean;
  /** Hash of the session's token; undefined outside a session. */
  session: string | undefined;
}

/** Context of a procedure that needs a session: the router has made sure of the officer. */
export interface SignedContext extends Context {
  officer: Officer;
}

/** What a command decides: events to append (none is fine), the answer, and local rows to write in the same transaction. */
export interface Decision<O> {
  events: EventDraft[];
  output: O;
  /** Who did it, where that is not the session's officer: whoever signs in does so himself. */
  actor?: string;
  /** Rows of this desk only (sessions, drafts), written in the same transaction. */
  alongside?: () => void;
}

/** A refusal may leave a mark of its own on the record (a wrong password, say). */
export interface Refused {
  refusal: Refusal;
  events?: EventDraft[];
}

export type Decided<O> = Decision<O> | Refused;

export function append<O = null>(events: EventDraft | EventDraft[], output: O = null as O, alongside?: () => void): Decision<O> {
  return { events: Array.isArray(events) ? events : [events], output, ...(alongside ? { alongside } : {}) };
}

export function refuse(code: string, params?: Refusal['params'], events?: EventDraft[]): Refused {
  return { refusal: { code, ...(params ? { params } : {}) }, ...(events ? { events } : {}) };
}

export type CommandHandler<I, O, P = undefined> = (input: I, context: SignedContext, prepared: P) => Decided<O>;

/**
 * A command whose slow part (hashing a password, reading a spreadsheet) runs before the transaction. Only `decide` sees
 * the state it decides on, so nothing can come between.
 */
export interface PreparedCommand<I, O, P> {
  prepare(input: I, context: SignedContext): Promise<P>;
  decide: CommandHandler<I, O, P>;
}

// What is prepared stays between a handler's own two halves.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyCommand<I, O> = CommandHandler<I, O> | PreparedCommand<I, O, any>;
export type QueryHandler<I, O> = (input: I, context: SignedContext) => O | { refusal: Refusal } | Promise<O | { refusal: Refusal }>;

export type HandlerOf<P extends Procedure> =
  P extends CommandContract<infer I, infer O>
    ? AnyCommand<z.output<I>, z.input<O>>
    : P extends QueryContract<infer I, infer O>
      ? QueryHandler<z.output<I>, z.input<O>>
      : never;

/** The handlers of one slice: exactly the verbs its contract names. */
export type HandlersOf<S extends Record<string, Procedure>> = { [V in keyof S]: HandlerOf<S[V]> };

/** Ties a preparing half to a deciding half, with what is prepared typed between them. */
export function prepared<I, O, P>(
  prepare: (input: I, context: SignedContext) => Promise<P>,
  decide: CommandHandler<I, O, P>,
): PreparedCommand<I, O, P> {
  return { prepare, decide };
}
