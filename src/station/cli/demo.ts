import { accountsOf, fillDemonstration, isFilled, NotADemonstration } from '../demonstration';
import { CommandFailed, exitCodes } from './failure';
import { folderFailure } from './folder';
import type { Surroundings } from './surroundings';
import { words } from './words';

/** Fills the folder with the demonstration, once, and shows on stderr who may sign in. Throws {@link CommandFailed}. */
export async function demo(surroundings: Surroundings): Promise<number> {
  const { folder } = surroundings;
  const tell = (line: string) => process.stderr.write(`${words.prefix}${line}\n`);
  try {
    if (!isFilled(folder)) {
      tell(words.fillingDemonstration(folder));
      await fillDemonstration({ ...surroundings, onProgress: (days, of) => tell(words.demonstrationDays(days, of)) });
    }
  } catch (error) {
    if (error instanceof NotADemonstration) throw new CommandFailed(exitCodes.folder, words.notADemonstration(folder));
    throw folderFailure(error, folder);
  }
  const accounts = accountsOf(folder);
  if (accounts !== '') {
    tell(words.demonstrationFilled(folder));
    process.stderr.write(accounts);
  }
  return exitCodes.ok;
}
