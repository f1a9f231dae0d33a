import type { EntryFacts } from '../../shared/event';
import { isDerived } from '../random';
import type { Fold, Projection } from './projection';

export interface KnownEvent {
  parse(payload: unknown): { success: true; data: unknown } | { success: false };
  fold: Fold<unknown>;
}

/** Which projection folds which stream, and which events it knows. */
export class Registry {
  private readonly byKind = new Map<string, Projection>();
  private readonly events = new Map<string, KnownEvent>();

  constructor(readonly projections: readonly Projection[]) {
    for (const projection of projections) {
      if (this.byKind.has(projection.kind)) throw new Error(`two projections fold ${projection.kind}`);
      this.byKind.set(projection.kind, projection);
      for (const { event, fold } of projection.folds) {
        if (event.stream !== projection.kind) throw new Error(`${event.eventName} is not of the stream ${projection.kind}`);
        this.events.set(event.eventName, { parse: (payload) => event.payload.safeParse(payload), fold });
      }
    }
  }

  projectionOf(stream: string): Projection | undefined {
    return this.byKind.get(stream.slice(0, stream.indexOf(':')));
  }

  known(name: string): KnownEvent | undefined {
    return this.events.get(name);
  }

  /** What the stored projections were made by: when it differs, they are made anew. */
  get fingerprint(): string {
    const events = [...this.events.keys()].sort().join(' ');
    const versions = this.projections.map(({ kind, version }) => `${kind}/${version}`).sort();
    return `${versions.join(' ')} | ${events}`;
  }

  /** Folds entries in the order given; unknown events and payloads that do not parse are passed over. */
  fold(projection: Projection, stream: string, from: unknown, entries: Iterable<FoldableEntry>): unknown {
    let state = from ?? projection.initial(stream.slice(stream.indexOf(':') + 1));
    const derived = new Set<string>();
    for (const entry of entries) {
      if (isDerived(entry.facts.id)) {
        if (derived.has(entry.facts.id)) continue;
        derived.add(entry.facts.id);
      }
      const known = this.events.get(entry.name);
      if (!known) continue;
      const payload = entry.parsed === undefined ? known.parse(JSON.parse(entry.payload)) : { success: true as const, data: entry.parsed };
      if (payload.success) state = known.fold(state, payload.data, entry.facts);
    }
    return state;
  }
}

export interface FoldableEntry {
  name: string;
  payload: string;
  /** The payload where it is at hand already, so that it is not parsed twice. */
  parsed?: unknown;
  facts: EntryFacts;
}
