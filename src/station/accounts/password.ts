import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHash } from '../../shared/accounts/events';

/** scrypt with N = 2^15: about 80 ms and 32 MB a try, on purpose. */
export const defaultPasswordCost = 15;

function derive(password: BinaryLike, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 2 ** cost * 8 };
  return new Promise((done, failed) => {
    scrypt(password, salt, 32, options, (error, key) => (error ? failed(error) : done(key)));
  });
}

export async function hashPassword(password: string, cost: number): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFKC'), salt, cost);
  return { scheme: 'scrypt', cost, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** False for a wrong password. Without an account it takes just as long, so a login cannot be guessed by the clock. */
export async function passwordFits(password: string, stored: PasswordHash | undefined, cost: number): Promise<boolean> {
  const salt = stored ? Buffer.from(stored.salt, 'base64') : Buffer.alloc(16);
  const hash = await derive(password.normalize('NFKC'), salt, stored?.cost ?? cost);
  if (!stored) return false;
  const expected = Buffer.from(stored.hash, 'base64');
  return expected.length === hash.length && timingSafeEqual(expected, hash);
}
