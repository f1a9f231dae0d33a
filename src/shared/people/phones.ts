/** Digits of a phone, an extension behind a hyphen. */
export const phonePattern = /^\d{3,12}(-\d{1,6})?$/;

const kinds = [
  /^1[3-9]\d{9}$/, // mobile
  /^0\d{9,11}$/, // area code and number
  /^[2-9]\d{6,7}$/, // number without area code; none begins with 0 or 1
  /^[48]00\d{7}$/,
  /^\d{3,6}$/, // short numbers and extensions of the house
];
const isNumber = (digits: string) => kinds.some((kind) => kind.test(digits));

/**
 * One phone as people write it, reduced to its digits: spaces, hyphens, brackets and +86 fall away, an extension
 * (`转801`, `-801`) stays behind a hyphen. Undefined when no such number exists.
 */
export function phoneOf(written: string): string | undefined {
  const text = written
    .normalize('NFKC')
    .replace(/[\s().]/gu, '')
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/^(\+86|0086|86(?=1\d{10}$))-?/u, '');
  const match = /^([\d-]+?)(?:-?(?:转|分机|ext|#)(\d{1,6}))?$/iu.exec(text);
  if (!match) return undefined;
  const parts = (match[1] as string).split('-').filter((part) => part !== '');
  const whole = parts.join('');
  if (isNumber(whole)) return match[2] ? `${whole}-${match[2]}` : whole;
  const last = parts.at(-1) ?? '';
  const rest = parts.slice(0, -1).join('');
  return match[2] === undefined && parts.length > 1 && last.length <= 6 && isNumber(rest) ? `${rest}-${last}` : undefined;
}

/** A landline that a spreadsheet kept as a number has lost the nought of its area code. */
export function phoneOfNumber(digits: string): string | undefined {
  return phoneOf(digits) ?? (/^[2-9]\d{8,10}$/.test(digits) ? `0${digits}` : undefined);
}

/** In groups, as people read a number to each other: 190 0003 6867, 0571 8888 7777, 010 8888 7777-801. */
export function phoneForEyes(phone: string): string {
  const [number = '', extension] = phone.split('-');
  const parts = /^(1\d{2})(\d{4})(\d{4})$/.exec(number) ?? /^(0(?:10|2\d)|0[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(number);
  const read = parts ? parts.slice(1).join(' ') : number;
  return extension === undefined ? read : `${read}-${extension}`;
}
