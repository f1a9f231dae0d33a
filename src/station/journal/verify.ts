import { canonicalJson } from '../../shared/canonical';
import { stopwatch } from '../clock';
import type { AlteredRecord, Verification } from '../../shared/journal/contract';
import { isDamage } from '../database/open';
import type { Chain } from './chains';
import { type Entry, hashOf, headIsSigned, noHash } from './entry';
import { entriesOf, type Readable } from './reading';

/**
 * Checks every chain from its first entry: sequence, hashes, clock order, signatures, a signed head. Names the first broken entry,
 * and every signed record that was `altered`, as the slices that freeze records found them.
 */
export function verifyJournal(
  journal: Readable,
  letterOf: (station: string) => string,
  altered: readonly AlteredRecord[] = [],
): Verification {
  const elapsed = stopwatch();
  const result: Verification = {
    sound: altered.length === 0,
    entries: 0,
    stations: 0,
    signatures: 0,
    altered: [...altered],
    milliseconds: 0,
  };
  for (const chain of journal.chains.all()) {
    result.stations += 1;
    const broken = verifyChain(journal, chain, result);
    if (broken) {
      result.sound = false;
      result.broken = { station: chain.station, letter: letterOf(chain.station), ...broken };
      break;
    }
  }
  result.milliseconds = Math.round(elapsed());
  return result;
}

type Broken = { seq: number; id: string; reason: string; stream: string };

function verifyChain(journal: Readable, chain: Chain, result: Verification): Broken | undefined {
  let previous: Buffer = noHash;
  let seq = 0;
  let hlc = 0;
  let last: Entry | undefined;
  try {
    for (const entry of entriesOf(journal, chain.station)) {
      const hash = hashOf(entry, previous);
      const reason = faultOf(entry, hash, seq, hlc, chain);
      if (reason) return { seq: entry.seq, id: entry.id, reason, stream: entry.stream };
      if (entry.signature) result.signatures += 1;
      result.entries += 1;
      previous = hash;
      seq = entry.seq;
      hlc = entry.hlc;
      last = entry;
    }
  } catch (error) {
    // A damaged page of the file: what comes after cannot be read, let alone checked.
    if (isDamage(error)) return { seq: seq + 1, id: '', reason: 'unreadable', stream: '' };
    throw error;
  }
  return last && !last.signature ? { seq: last.seq, id: last.id, reason: 'headUnsigned', stream: last.stream } : undefined;
}

function faultOf(entry: Entry, hash: Buffer, seq: number, hlc: number, chain: Chain): string | undefined {
  if (entry.seq !== seq + 1) return 'sequenceGap';
  if (hash.toString('hex') !== entry.hash) return 'hashMismatch';
  if (entry.hlc <= hlc) return 'clockBackwards';
  if (entry.signature && !headIsSigned(chain.publicKey, chain.station, entry.seq, hash, Buffer.from(entry.signature, 'base64'))) {
    return 'badSignature';
  }
  try {
    if (canonicalJson(JSON.parse(entry.payload)) !== entry.payload) return 'notCanonical';
  } catch {
    return 'notCanonical';
  }
  return undefined;
}
