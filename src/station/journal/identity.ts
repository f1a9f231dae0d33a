import type { KeyObject } from 'node:crypto';
import type { Raw } from '../database/open';
import type { Clock } from '../clock';
import { type Random, timeOrderedId } from '../random';
import { privateKeyOf, rawPublicKey } from './entry';

/** Who this station is among stations: an id and the key that signs its heads. Made once, at the first opening. */
export interface Identity {
  station: string;
  privateKey: KeyObject;
  publicKey: Buffer;
}

export function loadIdentity(raw: Raw, clock: Clock, random: Random): Identity {
  const stored = raw.prepare("SELECT value FROM settings WHERE key = 'identity'").pluck().get() as string | undefined;
  if (stored !== undefined) {
    const { station, seed } = JSON.parse(stored) as { station: string; seed: string };
    return identityOf(station, Buffer.from(seed, 'base64'));
  }
  const seed = Buffer.from(random(32));
  const identity = identityOf(timeOrderedId(clock.now(), random), seed);
  raw.transaction(() => {
    raw
      .prepare("INSERT INTO settings (key, value) VALUES ('identity', ?)")
      .run(JSON.stringify({ station: identity.station, seed: seed.toString('base64') }));
    raw.prepare('INSERT INTO stations (id, public_key) VALUES (?, ?)').run(identity.station, identity.publicKey);
  })();
  return identity;
}

function identityOf(station: string, seed: Buffer): Identity {
  const privateKey = privateKeyOf(seed);
  return { station, privateKey, publicKey: rawPublicKey(privateKey) };
}
