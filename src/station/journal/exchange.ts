import type { Entry } from './entry';
import type { Journal } from './journal';

/** How far a journal holds each chain: station → last sequence number. */
export type SequenceVector = Record<string, number>;

export function vectorOf(journal: Journal): SequenceVector {
  return Object.fromEntries(journal.chains.all().map((chain) => [chain.station, chain.lastSeq]));
}

/**
 * Entries the holder of `vector` lacks, chain by chain, at most about `limit`; each chain's run is cut at a signed
 * head, so what arrives can be proven as it stands.
 */
export function entriesSince(journal: Journal, vector: SequenceVector, limit = 5_000): Entry[] {
  const batch: Entry[] = [];
  for (const chain of journal.chains.all()) {
    const room = limit - batch.length;
    if (room <= 0) break;
    let run: Entry[] = [];
    for (const entry of journal.entriesOf(chain.station, (vector[chain.station] ?? 0) + 1)) {
      run.push(entry);
      if (!entry.signature) continue;
      batch.push(...run);
      run = [];
      if (batch.length >= limit) break;
    }
  }
  return batch;
}
