import { remembered } from './remembered';

/** Readings of one character, as people type them; the one a name most likely has stands first. */
export interface Reading {
  character: string;
  syllables: string[];
}

export type ReadingsOf = (text: string) => readonly Reading[];

let loaded: Promise<ReadingsOf> | undefined;

/**
 * Pinyin of names and words: surnames as surnames (单 shàn, 曾 zēng, 仇 qiú), and every other reading of each character
 * besides, so that whichever a person types finds. The dictionary is 5 MB and is loaded at the first use.
 */
export function pinyinReadings(): Promise<ReadingsOf> {
  loaded ??= import('pinyin-pro').then(({ pinyin, polyphonic }) => {
    return remembered((text) => {
      const likely = pinyin(text, { toneType: 'none', type: 'array', surname: 'head' });
      const all = polyphonic(text, { toneType: 'none', type: 'array' });
      return [...text].map((character, i) => ({
        character: character.toLowerCase(),
        syllables: typed([likely[i] ?? '', ...(all[i] ?? [])], character),
      }));
    });
  });
  return loaded;
}

/** ü is typed as v, and often as u. */
function typed(syllables: readonly string[], character: string): string[] {
  const lower = syllables
    .map((syllable) => syllable.toLowerCase())
    .filter((syllable) => syllable !== '' && syllable !== character.toLowerCase());
  return [
    ...new Set(
      lower.flatMap((syllable) => (syllable.includes('ü') ? [syllable.replace('ü', 'v'), syllable.replace('ü', 'u')] : [syllable])),
    ),
  ];
}

/** How well letters fit: the whole name, its beginning, or something inside it. */
export type PinyinFit = 'whole' | 'start' | 'inside';

/**
 * Fits what was typed (`lj`, `lijing`, `lij`, `ljing`, `李j`) to a name: each character is met by itself, by a whole syllable or
 * by its initial; the last one by any beginning of a syllable.
 */
export function pinyinFit(typedText: string, readings: readonly Reading[]): PinyinFit | undefined {
  for (let start = 0; start < readings.length; start++) {
    if (!beginsWith(typedText[0], readings[start] as Reading)) continue;
    const fit = fitFrom(typedText, readings, start);
    if (fit !== undefined) return start > 0 ? 'inside' : fit;
  }
  return undefined;
}

/** Most characters are ruled out by their first letter. */
function beginsWith(letter: string | undefined, { character, syllables }: Reading): boolean {
  return letter !== undefined && (character.startsWith(letter) || syllables.some((syllable) => syllable[0] === letter));
}

function fitFrom(text: string, readings: readonly Reading[], start: number): 'whole' | 'start' | undefined {
  let reached = new Set([0]);
  let cut = false;
  for (let i = start; i < readings.length && reached.size > 0; i++) {
    const next = new Set<number>();
    for (const at of reached) {
      for (const length of lengthsMet(text, at, readings[i] as Reading)) {
        if (at + length === text.length && i === readings.length - 1) return 'whole';
        next.add(at + length);
      }
      cut ||= beginsSyllable(text, at, readings[i] as Reading);
    }
    if (next.has(text.length)) return 'start';
    if (cut) return 'start';
    reached = next;
  }
  return undefined;
}

/** How many characters of the text this character of the name may take. */
function lengthsMet(text: string, at: number, { character, syllables }: Reading): number[] {
  const lengths = text.startsWith(character, at) ? [character.length] : [];
  for (const syllable of syllables) {
    if (text.startsWith(syllable, at)) lengths.push(syllable.length);
    if (text[at] === syllable[0]) lengths.push(1);
    if (/^[zcs]h/.test(syllable) && text.startsWith(syllable.slice(0, 2), at)) lengths.push(2);
  }
  return lengths;
}

function beginsSyllable(text: string, at: number, { syllables }: Reading): boolean {
  const rest = text.slice(at);
  return rest !== '' && syllables.some((syllable) => syllable.startsWith(rest));
}
