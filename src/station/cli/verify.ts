import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { AlteredRecord } from '../../shared/journal/contract';
import { alteredRecords } from '../altered-records';
import { isDamage, type Raw } from '../database/open';
import { readable } from '../journal/reading';
import { verifyJournal } from '../journal/verify';
import { letterOf } from '../unit';
import { CommandFailed, exitCodes } from './failure';
import { openToRead } from './folder';
import { words } from './words';

/** Checks every chain; prints the result as JSON. Throws `CommandFailed` 1 that names the first broken entry. */
export async function verify(folder: string): Promise<number> {
  const raw = openToRead(folder);
  try {
    const verification = verifyJournal(readable(raw), (station) => letterIn(raw, station), alteredIn(raw));
    process.stdout.write(`${JSON.stringify(verification)}\n`);
    const { broken, altered } = verification;
    if (broken) throw new CommandFailed(exitCodes.refused, words.broken(broken.letter, broken.seq, broken.id || '?', broken.reason));
    if (altered[0])
      throw new CommandFailed(
        exitCodes.refused,
        words.altered(altered.map(({ stream, about }) => `${stream.slice(0, stream.indexOf(':'))} ${about}`).join(', ')),
      );
    return exitCodes.ok;
  } catch (error) {
    if (isDamage(error)) throw new CommandFailed(exitCodes.refused, words.notAJournal(folder));
    throw error;
  } finally {
    raw.close();
  }
}

/** Tables that are missing or damaged hold no record to compare; the chains are checked all the same. */
function alteredIn(raw: Raw): AlteredRecord[] {
  try {
    return alteredRecords({ db: drizzle(raw), journal: readable(raw) });
  } catch {
    return [];
  }
}

/** Letters stand in a projection, which may be missing or damaged where the journal itself can still be read. */
function letterIn(raw: Raw, station: string): string {
  try {
    return letterOf(drizzle(raw), station);
  } catch {
    return '?';
  }
}
