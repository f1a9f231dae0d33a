import type { Refusal } from '../../shared/answer';

/** How a command ends, as `--help` says. */
export const exitCodes = { ok: 0, refused: 1, usage: 2, folder: 3 } as const;

/** Ends the command with one line on stderr and this exit code. */
export class CommandFailed extends Error {
  constructor(
    readonly exitCode: number,
    line: string,
  ) {
    super(line.replaceAll(/\s*[\r\n]+\s*/g, ' '));
  }
}

/** The station refused: the refusal itself, as one line of JSON, is what goes to stderr. */
export class Refused extends CommandFailed {
  constructor(readonly refusal: Refusal) {
    super(exitCodes.refused, JSON.stringify(refusal));
  }
}
