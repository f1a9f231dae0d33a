import { drizzle } from 'drizzle-orm/better-sqlite3';
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
    const verification = verifyJournal(readable(raw), (station) => letterIn(raw, station));
    process.stdout.write(`${JSON.stringify(verification)}\n`);
    const { broken } = verification;
    if (broken) throw new CommandFailed(exitCodes.refused, words.broken(broken.letter, broken.seq, broken.id || '?', broken.reason));
    return exitCodes.ok;
  } catch (error) {
    if (isDamage(error)) throw new CommandFailed(exitCodes.refused, words.notAJournal(folder));
    throw error;
  } finally {
    raw.close();
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
