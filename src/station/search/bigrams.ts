/** Characters that end a run: white space and punctuation, except what stands inside codes, addresses and times. */
const breaks = /[^\p{L}\p{N}\-_./:@#+]+/u;

/** One form for text and query: compatibility forms folded (full-width digits), lower case. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The unbroken runs of a normalised text, as characters. */
export function runsOf(text: string): string[][] {
  return normalised(text)
    .split(breaks)
    .filter((run) => run !== '')
    .map((run) => [...run]);
}

/**
 * Overlapping pairs, and the last character of each run alone: every character begins exactly one token, so a phrase of
 * pairs finds any substring of two or more, and a prefix finds one.
 */
export function bigramsOf(text: string): string {
  let tokens = '';
  for (const run of runsOf(text)) {
    for (let i = 0; i < run.length; i++) tokens += `${run[i]}${run[i + 1] ?? ''} `;
  }
  return tokens;
}

/** FTS5 phrase for a run of the query: pairs for two characters and more, a prefix for one. */
export function phraseOf(run: string[]): string {
  if (run.length === 1) return `"${run[0]}"*`;
  const pairs = run.slice(0, -1).map((character, i) => `${character}${run[i + 1]}`);
  return `"${pairs.join(' ')}"`;
}
