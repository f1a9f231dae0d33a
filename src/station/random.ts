import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import type { Instant } from '../shared/time';

/** Source of random bytes; seeded in tests and in the demonstration, the system's otherwise. */
export type Random = (length: number) => Uint8Array;

/** The system's bytes, drawn 4 KiB at a time: an id needs ten, and every drawing is a call into the kernel. */
export const systemRandom: Random = (length) => {
  if (length > drawn.length) return randomBytes(length);
  if (used + length > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = Buffer.from(drawn.subarray(used, used + length));
  // What was given out is not kept here: some of it becomes keys.
  drawn.fill(0, used, used + length);
  used += length;
  return bytes;
};
const drawn = Buffer.alloc(4096);
let used = drawn.length;

/** Repeatable bytes: SHA-256 of seed and counter. Never for keys of a real station. */
export function seededRandom(seed: string | number): Random {
  let block = 0;
  let pool = Buffer.alloc(0);
  return (length) => {
    while (pool.length < length) {
      pool = Buffer.concat([pool, createHash('sha256').update(`${seed}/${block++}`).digest()]);
    }
    const bytes = pool.subarray(0, length);
    pool = pool.subarray(length);
    return bytes;
  };
}

function uuidText(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  let text = '';
  for (let i = 0; i < 16; i++)
    text += i === 4 || i === 6 || i === 8 || i === 10 ? `-${hexOf[bytes[i] as number]}` : hexOf[bytes[i] as number];
  return text;
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** UUIDv7 (RFC 9562): sorts by time. */
export function timeOrderedId(at: Instant, random: Random): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.set(random(10), 6);
  return uuidText(bytes, 7);
}

/** UUIDv8 from what an event is about: two stations that notice the same thing derive the same id. */
export function derivedId(about: string): string {
  return uuidText(createHash('sha256').update(about).digest().subarray(0, 16), 8);
}

/** True for an id made by {@link derivedId}. */
export function isDerived(id: string): boolean {
  return id[14] === '8';
}
