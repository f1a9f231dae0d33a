import type { HandoverContent } from '../../shared/handover/content';
import { contentHash, isSound } from '../content-hash';
import { hashOf, noHash } from '../journal/entry';
import { entriesOf, type Readable } from '../journal/reading';
import type { EntryMark, VersionState } from './handover-state';

/** What the incoming officer and the leader sign: the frozen content, and every answer it was given. */
export function hashOfTakeover(version: VersionState): string {
  const answers = Object.values(version.answers)
    .map(({ item, answer, text, restated }) => ({ item, answer, text, restated }))
    .sort((a, b) => (a.item < b.item ? -1 : 1));
  return contentHash({ content: version.signed?.hash ?? '', answers });
}

/**
 * True when a signed handover still is what was signed: the content in the table gives its hash, and every entry it rests
 * on still fits its chain, byte for byte.
 */
export function isIntact(journal: Readable, version: VersionState): boolean {
  if (!version.signed) return true;
  const { content, hash, signature } = version.signed;
  if (!isSound(content, hash)) return false;
  const marks = [signature, ...version.incoming, ...version.joined, ...version.leader, ...version.corrections];
  if (!marks.every((mark) => isSoundEntry(journal, mark))) return false;
  return contentOnRecord(journal, signature, hash);
}

/** True when an entry fits the one before it in its chain. */
export function isSoundEntry(journal: Readable, { station, seq, entry }: EntryMark): boolean {
  const [first, second] = [...entriesOf(journal, station, Math.max(1, seq - 1), seq === 1 ? 1 : 2)];
  const [before, own] = seq === 1 ? [undefined, first] : [first, second];
  if (!own || own.id !== entry || own.seq !== seq) return false;
  return hashOf(own, before ? Buffer.from(before.hash, 'hex') : noHash).toString('hex') === own.hash;
}

function contentOnRecord(journal: Readable, { station, seq }: EntryMark, hash: string): boolean {
  const own = [...entriesOf(journal, station, seq, 1)][0];
  try {
    const payload = JSON.parse(own?.payload ?? '') as { content?: HandoverContent; hash?: string };
    return payload.hash === hash && isSound(payload.content, hash);
  } catch {
    return false;
  }
}
