import type { Entry } from './entry';
import type { Journal } from './journal';

/** How far a journal holds each chain: station → last sequence number. */
export type SequenceVector = Record<string, number>;

export function vectorOf(journal: Journal): SequenceVector {
  return Object.fromEntries(journal.chains.all().map((chain) => [chain.station, chain.lastSeq]));
}

/** A long run keeps about one signature in so many entries: what a cut line brings over is still proven. */
const signedEvery = 250;

/**
 * Entries the holder of `vector` lacks, chain by chain, at most about `limit`; each chain's run is cut at a signed
 * head, so what arrives can be proven as it stands. Long runs are sent {@link lightened}.
 */
export function entriesSince(journal: Journal, vector: SequenceVector, limit = 5_000): Entry[] {
  const batch: Entry[] = [];
  for (const chain of journal.chains.all()) {
    const room = limit - batch.length;
    if (room <= 0) break;
    const run: Entry[] = [];
    let proven = 0;
    for (const entry of journal.entriesOf(chain.station, (vector[chain.station] ?? 0) + 1)) {
      run.push(entry);
      if (!entry.signature) continue;
      proven = run.length;
      if (proven >= room) break;
    }
    run.length = proven;
    for (const entry of lightened(run)) batch.push(entry);
  }
  return batch;
}

/**
 * A chain's run without the signatures that a later one attests anyway: checking one costs as much as all else that is
 * done with an entry. What arrives is proven the same way, and may be handed on; its writer keeps them all.
 */
export function lightened(run: readonly Entry[]): Entry[] {
  if (run.length <= signedEvery) return [...run];
  let sinceSigned = 0;
  return run.map((entry, i) => {
    sinceSigned += 1;
    if (!entry.signature) return entry;
    if (sinceSigned >= signedEvery || i === run.length - 1) {
      sinceSigned = 0;
      return entry;
    }
    const { signature: _, ...rest } = entry;
    return rest;
  });
}
