import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { dataDir } from './data-dir';
import { CommandFailed, exitCodes } from './failure';
import type { Surroundings } from './surroundings';
import { words } from './words';

type Values = Record<string, string | boolean | undefined>;

interface Command {
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words may follow the command's own. */
  words: number;
  run(surroundings: Surroundings, values: Values, following: string[]): Promise<number>;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

// Each command is loaded when it is asked for: `list` needs no database.
const commands: Record<string, Command> = {
  init: {
    options: { unit: text, letter: text, zone: text, 'sys-admin': text, 'sec-admin': text, 'audit-admin': text, passwords: text },
    words: 0,
    run: async (surroundings, values) => (await import('./init')).init(surroundings, values),
  },
  serve: { options: {}, words: 0, run: async (surroundings) => (await import('./serve')).serve(surroundings) },
  call: {
    options: { as: text, 'password-stdin': flag },
    words: 2,
    run: async (surroundings, values, following) => (await import('./call')).call(surroundings, values, following),
  },
  list: { options: {}, words: 0, run: async () => (await import('./list')).list() },
  verify: { options: {}, words: 0, run: async ({ folder }) => (await import('./verify')).verify(folder) },
  rebuild: { options: {}, words: 0, run: async (surroundings) => (await import('./rebuild')).rebuild(surroundings) },
  export: {
    options: { out: text },
    words: 0,
    run: async ({ folder }, values) => (await import('./export')).exportEntries(folder, values.out as string | undefined),
  },
  demo: { options: {}, words: 0, run: async (surroundings) => (await import('./demo')).demo(surroundings) },
};

const common = { data: text, help: { ...flag, short: 'h' }, version: flag } as const;

async function main(given: string[]): Promise<number> {
  // The first word that is not an option, or its value, names the command.
  const { tokens } = parseArgs({ args: given, options: common, strict: false, allowPositionals: true, tokens: true });
  const named = tokens.find((token) => token.kind === 'positional');
  const command = named && Object.hasOwn(commands, named.value) ? commands[named.value] : undefined;
  const { values, positionals } = parse(given, command?.options ?? {});
  if (values.help) return print(words.help);
  if (values.version) return print(`${versionOf()}\n`);
  if (!named) throw usage(words.noCommand);
  if (!command) throw usage(words.unknownCommand(named.value));
  const following = positionals.slice(1);
  const surplus = following[command.words];
  if (surplus !== undefined) throw usage(words.tooManyWords(surplus));
  return command.run(surroundings(values), values, following);
}

function parse(args: string[], options: Command['options']): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...common, ...options }, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    const option = /'(-[^\s',]+)/.exec(String((error as Error).message))?.[1] ?? '';
    throw usage(words.badOption(option));
  }
}

function surroundings(values: Values): Surroundings {
  const passwordCost = process.env.DUTY_PASSWORD_COST;
  return {
    folder: dataDir(values.data as string | undefined),
    resources: resources(),
    version: versionOf(),
    ...(passwordCost ? { passwordCost: Number(passwordCost) } : {}),
  };
}

function resources(): string {
  return process.env.DUTY_RESOURCES ?? join(__dirname, '../../resources');
}

function versionOf(): string {
  if (process.env.DUTY_VERSION) return process.env.DUTY_VERSION;
  try {
    return (JSON.parse(readFileSync(join(resources(), '../package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return '0.0.0';
  }
}

function usage(what: string): CommandFailed {
  return new CommandFailed(exitCodes.usage, words.usage(what));
}

function print(line: string): number {
  process.stdout.write(line);
  return exitCodes.ok;
}

/** One line, whatever happened; a refusal is JSON and stands alone. */
function say(error: unknown): number {
  const failure =
    error instanceof CommandFailed
      ? error
      : new CommandFailed(exitCodes.refused, words.failed(String((error as Error | undefined)?.message ?? error)));
  const line = failure.message.startsWith('{') ? failure.message : words.prefix + failure.message;
  process.stderr.write(`${line}\n`);
  return failure.exitCode;
}

// Whoever reads our output may stop early (`station export | head`): that is their right, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.refused));

main(process.argv.slice(2))
  .catch(say)
  .then((code) => {
    process.exitCode = code;
  })
  .catch(() => {
    process.exitCode = exitCodes.refused;
  });
