import type { Answer } from '../../shared/answer';
import { procedures } from '../../shared/contracts';
import { CommandFailed, exitCodes, Refused } from './failure';
import { needStation } from './folder';
import { ask, atTerminal, parsed, readStdin } from './passwords';
import { type Reached, reach } from './reach';
import type { Surroundings } from './surroundings';
import { words } from './words';

interface CallValues {
  as?: string | undefined;
  'password-stdin'?: boolean | undefined;
}

/** The desk that the record names for sessions of the command line. */
const desk = 'command-line';

/** Calls one procedure, as an officer when one is named; prints the value as JSON. Throws {@link Refused}. */
export async function call(surroundings: Surroundings, values: CallValues, [name, given]: string[]): Promise<number> {
  if (name === undefined) throw new CommandFailed(exitCodes.usage, words.usage(words.missing('NAME')));
  if (given === '-' && values['password-stdin']) throw new CommandFailed(exitCodes.usage, words.usage(words.oneStdin));
  const input = given === undefined ? {} : parsed(given === '-' ? await readStdin() : given, 'JSON');
  // Only what anyone may ask makes a folder: anything else asked of an empty one is a mistyped --data.
  if (procedures.get(name)?.roles !== 'anyone' || values.as !== undefined) needStation(surroundings.folder);
  const password = values.as === undefined ? undefined : await passwordOf(values.as, values['password-stdin'] ?? false);
  const station = await reach(surroundings);
  try {
    const value =
      values.as === undefined
        ? valueOf(await station.answer(name, input))
        : await inSession(station, { login: values.as, password }, (token) => station.answer(name, input, token));
    process.stdout.write(`${JSON.stringify(value ?? null)}\n`);
    return exitCodes.ok;
  } finally {
    station.close();
  }
}

/** Opens a session, asks, and closes it again whatever the answer was: the record shows both. */
async function inSession(
  station: Reached,
  credentials: { login: string; password: string | undefined },
  work: (token: string) => Promise<Answer<unknown>>,
): Promise<unknown> {
  const { token } = valueOf(await station.answer('accounts.signIn', { ...credentials, desk })) as { token: string };
  try {
    return valueOf(await work(token));
  } finally {
    // Refused only where the call itself was the signing out.
    await station.answer('accounts.signOut', {}, token);
  }
}

async function passwordOf(login: string, fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await readStdin()).replace(/\r?\n$/, '');
  if (process.env.STATION_PASSWORD !== undefined) return process.env.STATION_PASSWORD;
  if (atTerminal()) return ask(words.askPassword(login));
  throw new CommandFailed(exitCodes.usage, words.usage(words.passwordWanted));
}

/** The value of an answer. Throws {@link Refused}. */
export function valueOf(answer: Answer<unknown>): unknown {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}
