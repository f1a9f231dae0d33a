import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { latestHybrid } from '../clock';

/** An entry as it travels between stations and into exports. `payload` is canonical JSON, hashed as it stands. */
export interface Entry {
  id: string;
  station: string;
  seq: number;
  hlc: number;
  at: number;
  actor: string;
  stream: string;
  name: string;
  payload: string;
  /** Hex of SHA-256 over the canonical JSON of everything above and the hash before. */
  hash: string;
  /** Base64 Ed25519 over the head; present where a commit ended. */
  signature?: string | undefined;
}

/** The shape every entry from outside must have before anything looks at its content. */
export const EntryShape = z.object({
  id: z.uuid(),
  station: z.uuid(),
  seq: z
    .number()
    .int()
    .min(1)
    .max(2 ** 40 - 1),
  hlc: z.number().int().min(1).max(latestHybrid),
  at: z.number().int().min(0).max(8_000_000_000_000),
  // An account's id or `station`. Half a character, say, would be hashed as one thing and stored as another.
  actor: z.string().regex(/^[\w-]{1,64}$/),
  stream: z.string().regex(/^[a-zA-Z]{1,40}:[\w-]{1,80}$/),
  name: z.string().regex(/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,60}@\d{1,3}$/),
  payload: z.string().max(16 * 1024 * 1024),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{86}==$/)
    .optional(),
});

/** What the first entry of a chain names as the one before it. */
export const noHash = Buffer.alloc(32);

type Hashed = Omit<Entry, 'hash' | 'signature'>;

/**
 * SHA-256 over the canonical JSON (RFC 8785) of the entry and the hash before it. Written out member by member in sorted
 * order: the payload already is canonical text.
 */
export function hashOf(entry: Hashed, previous: Buffer): Buffer {
  const text = `{"actor":${JSON.stringify(entry.actor)},"at":${entry.at},"hlc":${entry.hlc},"id":"${entry.id}","name":${JSON.stringify(entry.name)},"payload":${entry.payload},"prev":"${previous.toString('hex')}","seq":${entry.seq},"station":${JSON.stringify(entry.station)},"stream":${JSON.stringify(entry.stream)}}`;
  // By way of hexadecimal: the engine's own buffer of a hash costs half as much again.
  return Buffer.from(hash('sha256', text, 'hex'), 'hex');
}

function headText(station: string, seq: number, hash: Buffer): Buffer {
  return Buffer.from(`duty-station head 1\n${station}\n${seq}\n${hash.toString('hex')}`);
}

export function signHead(key: KeyObject, station: string, seq: number, hash: Buffer): Buffer {
  return sign(null, headText(station, seq, hash), key);
}

export function headIsSigned(key: KeyObject, station: string, seq: number, hash: Buffer, signature: Buffer): boolean {
  return verify(null, headText(station, seq, hash), key, signature);
}

// DER prefixes of Ed25519 keys (RFC 8410): the raw 32 bytes follow.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

export function publicKeyOf(rawKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, rawKey]), format: 'der', type: 'spki' });
}

export function rawPublicKey(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
}

export function idBytes(id: string): Buffer {
  const bytes = Buffer.allocUnsafe(16);
  for (let i = 0, at = 0; i < 16; i++) {
    if (id.charCodeAt(at) === hyphen) at += 1;
    bytes[i] = (nibbleOf(id.charCodeAt(at++)) << 4) | nibbleOf(id.charCodeAt(at++));
  }
  return bytes;
}

const hyphen = 0x2d;

/** Value of a hexadecimal digit of either case. */
function nibbleOf(unit: number): number {
  return unit < 0x3a ? unit - 0x30 : (unit | 0x20) - 0x57;
}

export function idText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
