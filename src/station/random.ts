import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../shared/time';

/** Source of random bytes; seeded in tests and in the demonstration, the system's otherwise. */
export type Random = (length: number) => Uint8Array;

export const systemRandom: Random = (length) => randomBytes(length);

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
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

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
