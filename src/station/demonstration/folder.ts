import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder holds something else than a demonstration: it is left as it is. */
export class NotADemonstration extends Error {}

const mark = 'demonstration.json';
const accountsFile = 'accounts.txt';
const filling = 'filling';
/** What a folder may hold that was only opened, never used. */
const harmless = new Set(['station.lock', 'station.lock-journal', 'logs', 'attachments']);

/** True when a demonstration was filled here to its end; looks at names only. Throws {@link NotADemonstration}. */
export function isFilled(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const marked = existsSync(join(folder, mark));
  if (existsSync(join(folder, 'station.db'))) {
    if (marked) return true;
    throw new NotADemonstration(folder);
  }
  const stranger = readdirSync(folder).some(
    (name) => !harmless.has(name) || (name === 'attachments' && readdirSync(join(folder, name)).length > 0),
  );
  if (!marked && stranger) throw new NotADemonstration(folder);
  return false;
}

/** Where the month is filled, aside: a fill that was killed leaves nothing that looks like a station. Marks the folder as ours. */
export function beginFilling(folder: string): string {
  writeFileSync(join(folder, mark), `${JSON.stringify({ demonstration: true })}\n`, { mode: 0o600 });
  const aside = join(folder, filling);
  rmSync(aside, { recursive: true, force: true });
  return aside;
}

/** Puts what was filled into its place, the journal last: with it the demonstration is there. */
export function endFilling(folder: string, accounts: string): void {
  const aside = join(folder, filling);
  rmSync(join(folder, accountsFile), { force: true });
  writeFileSync(join(folder, accountsFile), accounts, { mode: 0o600 });
  rmSync(join(folder, 'attachments'), { recursive: true, force: true });
  renameSync(join(aside, 'attachments'), join(folder, 'attachments'));
  renameSync(join(aside, 'station.db'), join(folder, 'station.db'));
  rmSync(aside, { recursive: true, force: true });
}

/** The list of accounts as it was written when the folder was filled; empty where somebody took it away. */
export function accountsOf(folder: string): string {
  const file = join(folder, accountsFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
