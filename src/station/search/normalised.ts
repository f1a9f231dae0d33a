/** What ends a run: white space and control characters. Everything else is searched for as it stands, punctuation too. */
// eslint-disable-next-line no-control-regex
const breaks = /[\s\u0000-\u001f\u007f]+/u;

/** One form for text and query: compatibility forms folded (full-width digits), lower case. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The unbroken runs of a text, in its normalised form. */
export function runsOf(text: string): string[] {
  return normalised(text)
    .split(breaks)
    .filter((run) => run !== '');
}

/** True for the code unit of a character that ends a run. */
export function isBreak(unit: number): boolean {
  if (unit <= 0x20 || unit === 0x7f) return true;
  return unit >= 0xa0 && spaces.has(unit);
}

const spaces = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i)]);
