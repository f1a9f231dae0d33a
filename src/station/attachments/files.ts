import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

function placeOf(folder: string, hash: string): string {
  return join(folder, 'attachments', hash.slice(0, 2), hash.slice(2));
}

/** Keeps bytes under their SHA-256; written aside, synced, then named, so a half file never bears a good name. */
export function keepFile(folder: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex');
  const place = placeOf(folder, hash);
  if (existsSync(place)) return hash;
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const aside = `${place}.part`;
  const file = openSync(aside, 'w', 0o600);
  try {
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, place);
  return hash;
}

/** True when this desk holds the bytes. */
export function isKept(folder: string, hash: string): boolean {
  return existsSync(placeOf(folder, hash));
}

/** The kept bytes, or undefined where they are missing or no longer match their name. */
export function readKept(folder: string, hash: string): Buffer | undefined {
  const place = placeOf(folder, hash);
  if (!existsSync(place)) return undefined;
  const content = readFileSync(place);
  return createHash('sha256').update(content).digest('hex') === hash ? content : undefined;
}
