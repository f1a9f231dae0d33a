const betweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A name as it is kept and shown: units pad short names for the eye (`李　静`), which is no part of the name. */
export function cleanName(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').replace(betweenHan, '');
}

/** What two spellings of one name have in common: no spaces, no middle dots, one width, lower case. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•‧・．.]/gu, '')
    .toLowerCase();
}
