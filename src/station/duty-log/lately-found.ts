import type { Raw } from '../database/open';
import { entriesAt, type FoundEntry, foundEntryOf } from './read';

/** About 3 MB. */
const mostKept = 1_000;

/**
 * Entries that searches showed lately, ready to be shown again: who types a word meets the same newest entries with every
 * letter, and reading them costs more than finding them.
 */
export class LatelyFound {
  private readonly kept = new Map<number, FoundEntry>();

  constructor(private readonly raw: Raw) {}

  /** The entries at these places, in this order. */
  at(positions: readonly number[]): FoundEntry[] {
    const missing = positions.filter((position) => !this.kept.has(position));
    for (const stored of entriesAt(this.raw, missing)) this.kept.set(stored.position, foundEntryOf(stored));
    const found = positions.flatMap((position) => this.kept.get(position) ?? []);
    // The oldest go first, and only once they were handed out.
    for (const position of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(position);
    }
    return found;
  }

  /** The entry at this place is about to change. */
  forget(position: number): void {
    this.kept.delete(position);
  }

  /** After a transaction was rolled back, or tables made anew. */
  forgetAll(): void {
    this.kept.clear();
  }
}

const opened = new WeakMap<Raw, LatelyFound>();

/** What was found lately: one for all who write and search over one connection. */
export function latelyFound(raw: Raw): LatelyFound {
  let found = opened.get(raw);
  if (!found) opened.set(raw, (found = new LatelyFound(raw)));
  return found;
}
