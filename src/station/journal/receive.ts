import { canonicalJson } from '../../shared/canonical';
import type { Chain } from './chains';
import { type Entry, EntryShape, hashOf, headIsSigned } from './entry';
import { lightened } from './exchange';
import type { CheckedEntry, Journal } from './journal';

export type RejectReason =
  | 'malformed'
  | 'unknownStation'
  | 'gap'
  | 'forked'
  | 'hashMismatch'
  | 'clockBackwards'
  | 'notCanonical'
  | 'badSignature'
  | 'unsigned';

export interface Rejected {
  station: string;
  seq: number;
  reason: RejectReason;
}

export interface Receipt {
  taken: number;
  alreadyHad: number;
  /** The first entry of each chain that could not be taken; nothing after it was. */
  rejected: Rejected[];
}

/** A longer run is made durable first and folded afterwards, by {@link Journal.foldSome}. */
const mostFoldedAtOnce = 500;

/**
 * Takes entries of other stations into the same journal and the same folds. Per chain, in order: shape, sequence, hash,
 * and a signature over the last one taken. What an unbroken, signed run holds is taken whole; the tail behind a bad
 * entry is left out and named. Entries had already are passed over, so repeats and any order of batches are harmless.
 * A few entries are folded in the same transaction; a long run is durable when this returns, and folded by and by.
 */
export function receive(journal: Journal, incoming: readonly unknown[]): Receipt {
  const receipt: Receipt = { taken: 0, alreadyHad: 0, rejected: [] };
  const byStation = new Map<string, Entry[]>();
  for (const candidate of incoming) {
    const shaped = EntryShape.safeParse(candidate);
    if (!shaped.success) {
      receipt.rejected.push({ station: '', seq: 0, reason: 'malformed' });
      continue;
    }
    const run = byStation.get(shaped.data.station) ?? [];
    run.push(shaped.data);
    byStation.set(shaped.data.station, run);
  }
  journal.transact(() => {
    for (const [station, run] of byStation) takeRun(journal, station, run, receipt);
  });
  return receipt;
}

function takeRun(journal: Journal, station: string, run: Entry[], receipt: Receipt): void {
  const chain = journal.chains.of(station);
  if (!chain) {
    receipt.rejected.push({ station, seq: run[0]?.seq ?? 0, reason: 'unknownStation' });
    return;
  }
  run.sort((a, b) => a.seq - b.seq);
  const fresh = run.filter((entry, i) => entry.seq > chain.lastSeq && entry.seq !== run[i - 1]?.seq);
  const had = run.filter((entry) => entry.seq <= chain.lastSeq);
  receipt.alreadyHad += had.length;
  const fork = had.find((entry) => hashAt(journal, chain, entry.seq) !== entry.hash);
  if (fork) {
    receipt.rejected.push({ station, seq: fork.seq, reason: 'forked' });
    return;
  }
  const { sound, rejected } = checkRun(chain, fresh);
  // What this station once wrote itself is folded at once: it counts its human numbers by what its tables hold.
  if (sound.length > mostFoldedAtOnce && station !== journal.station) journal.writeUnfolded(chain, sound);
  else for (const { entry, hash, signature } of sound) journal.write(chain, entry, hash, signature);
  receipt.taken += sound.length;
  if (rejected) receipt.rejected.push({ station, ...rejected });
}

interface CheckedRun {
  sound: CheckedEntry[];
  rejected?: { seq: number; reason: RejectReason };
}

/**
 * The longest run that hangs together and ends in a sound signature; and why it ends there, if something is left. A long run
 * is first tried {@link lightened}, as it would be handed on; only where that fails is each signature looked at.
 */
function checkRun(chain: Chain, run: Entry[]): CheckedRun {
  const light = checkEach(chain, lightened(run));
  return light.rejected ? checkEach(chain, run) : light;
}

function checkEach(chain: Chain, run: readonly Entry[]): CheckedRun {
  const checked: CheckedEntry[] = [];
  let signed = 0;
  let { lastSeq, lastHash, lastHlc } = chain;
  let rejected: { seq: number; reason: RejectReason } | undefined;
  for (const entry of run) {
    const hash = hashOf(entry, lastHash);
    const signature = entry.signature ? Buffer.from(entry.signature, 'base64') : null;
    const reason = faultOf(entry, hash, signature, lastSeq, lastHlc, chain);
    if (reason) {
      rejected = { seq: entry.seq, reason };
      break;
    }
    checked.push({ entry, hash, signature });
    if (signature) signed = checked.length;
    lastSeq = entry.seq;
    lastHash = hash;
    lastHlc = entry.hlc;
  }
  const firstUnsigned = checked[signed];
  if (!rejected && firstUnsigned) rejected = { seq: firstUnsigned.entry.seq, reason: 'unsigned' };
  return { sound: checked.slice(0, signed), ...(rejected ? { rejected } : {}) };
}

function faultOf(
  entry: Entry,
  hash: Buffer,
  signature: Buffer | null,
  lastSeq: number,
  lastHlc: number,
  chain: Chain,
): RejectReason | undefined {
  if (entry.seq !== lastSeq + 1) return 'gap';
  if (hash.toString('hex') !== entry.hash) return 'hashMismatch';
  if (entry.hlc <= lastHlc) return 'clockBackwards';
  if (!isCanonical(entry.payload)) return 'notCanonical';
  if (signature && !headIsSigned(chain.publicKey, entry.station, entry.seq, hash, signature)) return 'badSignature';
  return undefined;
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalJson(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}

function hashAt(journal: Journal, chain: Chain, seq: number): string | undefined {
  for (const entry of journal.entriesOf(chain.station, seq, 1)) return entry.hash;
  return undefined;
}
