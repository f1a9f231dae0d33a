import type { z } from 'zod';

/** What a command decides: an event on a stream, not yet written. */
export interface EventDraft {
  /** `kind:entity id`, e.g. `fault:0198…`. */
  stream: string;
  /** `name@version`, past tense. */
  name: string;
  payload: unknown;
  /** Only for what the station itself notices: an id derived from what it is about, so two stations write it once. */
  derivedId?: string;
  /** Chosen by the command where its answer, or a later event, must name the entry; the journal makes one otherwise. */
  id?: string;
}

/** Facts of the entry that a fold may use beside the payload. */
export interface EntryFacts {
  id: string;
  /** Wall clock of the station that wrote it, ms since the epoch. */
  at: number;
  /** Account that did it, or `station`. */
  actor: string;
  /** Station that wrote it. */
  station: string;
  /** Per-station sequence number. */
  seq: number;
}

export interface EventKind<P extends z.ZodType = z.ZodType> {
  (entity: string, payload: z.input<P>): EventDraft;
  readonly eventName: string;
  /** Stream kind: what stands before the dot. */
  readonly stream: string;
  readonly payload: P;
}

/** Defines an event, past tense and versioned (`fault.reported@1`). `@2` stands beside `@1`, never in its place. */
export function event<P extends z.ZodType>(eventName: `${string}.${string}@${number}`, payload: P): EventKind<P> {
  const stream = eventName.slice(0, eventName.indexOf('.'));
  const draft = (entity: string, content: z.input<P>): EventDraft => ({ stream: `${stream}:${entity}`, name: eventName, payload: content });
  return Object.assign(draft, { eventName, stream, payload });
}

export type PayloadOf<E extends EventKind> = z.output<E['payload']>;
