// Codes of devices have up to 20 digits. A spreadsheet program keeps 15 of a number and may show the rest as a power of ten.

const power = /^([1-9])(?:\.(\d+))?E\+?(\d{1,2})$/i;

/**
 * A code that a spreadsheet program took for a number: written as a power of ten (`3.41E+19`), or with nothing but zeros after
 * its 15th digit, which is all such a program keeps (three zeros at least: fewer may well be meant). What stood there cannot be told from the number.
 */
export function isRuinedCode(text: string): boolean {
  return power.test(text) || /^\d{15}0{3,}$/.test(text);
}

/** Whether a code may be what a ruined one was: as many digits, and those that were kept at its beginning. */
export function couldBe(code: string, ruined: string): boolean {
  const match = power.exec(ruined);
  if (!match) return code.length === ruined.length && code.startsWith(ruined.replace(/0+$/, '').slice(0, 15));
  const [, first = '', more = '', exponent = ''] = match;
  if (!/^\d+$/.test(code) || code.length !== Number(exponent) + 1) return false;
  // The last digit kept was rounded.
  const kept = `${first}${more}`;
  const shown = BigInt(code.slice(0, kept.length)) - BigInt(kept);
  return shown === 0n || shown === -1n;
}

/** A number in its row of numbers: how many rows away it stands. */
export interface Neighbour {
  value: bigint;
  away: number;
}

/**
 * The number missing in a row that counts on by one: only when the neighbours on both sides agree on it, never from one alone.
 */
export function betweenNeighbours(before: Neighbour | undefined, after: Neighbour | undefined): bigint | undefined {
  if (!before || !after) return undefined;
  const fits = after.value - before.value === BigInt(before.away + after.away);
  return fits ? before.value + BigInt(before.away) : undefined;
}
