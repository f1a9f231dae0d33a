import { readFileSync } from 'node:fs';
import { CommandFailed, exitCodes } from './failure';
import { words } from './words';

/** Everything on stdin, as text. */
export async function readStdin(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let all = '';
  for await (const chunk of process.stdin) all += chunk as string;
  return all;
}

/** A file's text, or stdin's for `-`. Throws {@link CommandFailed}. */
export async function readGiven(file: string): Promise<string> {
  if (file === '-') return readStdin();
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandFailed(exitCodes.usage, words.usage(words.cannotRead(file)));
  }
}

/** The value of a JSON text that a person gave. Throws {@link CommandFailed}; the text itself may be secret and is not shown. */
export function parsed(json: string, what: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandFailed(exitCodes.usage, words.usage(words.notJson(what)));
  }
}

export function atTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks on the terminal without showing what is typed. Stdout stays the result's alone. */
export function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  let typed = '';
  return new Promise((done) => {
    const finish = () => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      process.stderr.write('\n');
    };
    const take = (chunk: string) => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') {
          finish();
          return done(typed);
        }
        if (character === '\u0003' || character === '\u0004') {
          finish();
          process.exit(128 + 2);
        }
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('');
        else if (character >= ' ') typed += character;
      }
    };
    stdin.on('data', take);
  });
}

/** A new password, typed twice. */
export async function askTwice(login: string): Promise<string> {
  for (;;) {
    const first = await ask(words.askPassword(login));
    if (first === (await ask(words.askAgain))) return first;
    process.stderr.write(`${words.notAlike}\n`);
  }
}
