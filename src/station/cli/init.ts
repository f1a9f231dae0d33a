import { valueOf } from './call';
import { CommandFailed, exitCodes } from './failure';
import { askTwice, atTerminal, parsed, readGiven } from './passwords';
import { reach } from './reach';
import type { Surroundings } from './surroundings';
import { words } from './words';

const administrators = { sysAdmin: 'sys-admin', secAdmin: 'sec-admin', auditAdmin: 'audit-admin' } as const;
type Administrator = keyof typeof administrators;
const keys = Object.keys(administrators) as Administrator[];

/** Founds a station: the first run, without a screen. Throws `Refused` for what the station does not take. */
export async function init(surroundings: Surroundings, values: Record<string, string | boolean | undefined>): Promise<number> {
  const unit = needed(values, 'unit');
  const letter = needed(values, 'letter');
  const zone = String(values.zone ?? 'Asia/Shanghai');
  const people = Object.fromEntries(keys.map((key) => [key, loginAndName(values, administrators[key])])) as Record<
    Administrator,
    { login: string; name: string }
  >;
  const passwords = await passwordsFor(people, values.passwords as string | undefined);
  const administratorsInput = Object.fromEntries(keys.map((key) => [key, { ...people[key], password: passwords[key] }]));
  const station = await reach(surroundings);
  try {
    const value = valueOf(await station.answer('unit.found', { unit, letter, zone, ...administratorsInput }));
    process.stdout.write(`${JSON.stringify({ ...(value as object), letter, data: surroundings.folder })}\n`);
    return exitCodes.ok;
  } finally {
    station.close();
  }
}

function needed(values: Record<string, string | boolean | undefined>, option: string): string {
  const value = values[option];
  if (typeof value !== 'string') throw new CommandFailed(exitCodes.usage, words.usage(words.missing(`--${option}`)));
  return value;
}

function loginAndName(values: Record<string, string | boolean | undefined>, option: string): { login: string; name: string } {
  const match = /^([^=]+)=(.+)$/.exec(needed(values, option));
  if (!match) throw new CommandFailed(exitCodes.usage, words.usage(words.loginAndName(`--${option}`)));
  return { login: match[1] as string, name: match[2] as string };
}

async function passwordsFor(
  people: Record<Administrator, { login: string }>,
  file: string | undefined,
): Promise<Partial<Record<Administrator, unknown>>> {
  const given = file === undefined ? process.env.STATION_PASSWORDS : await readGiven(file);
  if (given !== undefined) {
    const passwords = parsed(given, file === undefined ? 'STATION_PASSWORDS' : '--passwords');
    if (typeof passwords !== 'object' || passwords === null) throw new CommandFailed(exitCodes.usage, words.usage(words.passwordsWanted));
    return passwords;
  }
  if (!atTerminal()) throw new CommandFailed(exitCodes.usage, words.usage(words.passwordsWanted));
  const passwords: Partial<Record<Administrator, string>> = {};
  for (const key of keys) passwords[key] = await askTwice(people[key].login);
  return passwords;
}
