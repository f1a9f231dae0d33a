/** Shortest restatement, in characters: shorter says nothing of one's own. */
export const shortestRestatement = 6;

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();

/** Why a restatement is none: missing, too short, or the original again. Undefined when it will do. */
export function faultOfRestatement(original: string, restated: string): 'restateNeeded' | 'restateTooShort' | 'restateCopied' | undefined {
  const said = bare(restated);
  if (said === '') return 'restateNeeded';
  if ([...said].length < shortestRestatement) return 'restateTooShort';
  return said === bare(original) ? 'restateCopied' : undefined;
}
