import { createHash } from 'node:crypto';
import { canonicalJson } from '../shared/canonical';

/** What a signature freezes, of a handover as of a duty record: SHA-256 over the canonical JSON of the content, in hex. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Whether content still gives the hash it was signed with; false for what cannot even be written down any more. */
export function isSound(content: unknown, hash: string): boolean {
  try {
    return contentHash(content) === hash;
  } catch {
    return false;
  }
}
