import { initialsLine } from '../search/initials';
import { normalised, runsOf } from '../search/normalised';

/** The words of a search in their normalised form; those of Latin letters alone may also be pinyin initials. */
export type SoughtWords = readonly { word: string; initials: boolean }[];

export function soughtWords(parts: readonly string[]): SoughtWords {
  const words = new Set(parts.flatMap(runsOf));
  return [...words].map((word) => ({ word, initials: /^[a-z]+$/.test(word) }));
}

type Range = [start: number, end: number];
const mostMarks = 40;

/** A text in the forms it is searched in: its normalised form, and its pinyin initials where they were asked for. */
export class SearchedText {
  readonly normal: string;
  private madeInitials: string | undefined;

  constructor(readonly text: string) {
    this.normal = normalised(text);
  }

  get initials(): string {
    return (this.madeInitials ??= initialsLine(this.normal));
  }
}

/** Where the words stand in a text: ranges of its own characters, in order, never overlapping. */
export function marksIn(searched: string | SearchedText, words: SoughtWords): Range[] {
  const within = typeof searched === 'string' ? new SearchedText(searched) : searched;
  const { text, normal } = within;
  const back = normal.length === text.length ? undefined : originsOf(text, normal);
  const ranges: Range[] = [];
  const mark = (start: number, length: number) =>
    ranges.push(back ? [back[start] as number, back[start + length] as number] : [start, start + length]);
  for (const { word, initials } of words) {
    markAll(normal, word, mark);
    if (initials && word.length > 1) markAll(within.initials, word, mark);
  }
  return joined(ranges);
}

/** True when one of the words stands in the text. */
export function isIn(within: SearchedText, words: SoughtWords): boolean {
  return words.some(
    ({ word, initials }) => within.normal.includes(word) || (initials && word.length > 1 && within.initials.includes(word)),
  );
}

function markAll(text: string, word: string, mark: (start: number, length: number) => void): void {
  let marks = 0;
  for (let at = text.indexOf(word); at >= 0 && marks < mostMarks; at = text.indexOf(word, at + word.length)) {
    mark(at, word.length);
    marks += 1;
  }
}

/** A beginning of the text, or what stands around its first hit, with the hits marked. */
export function excerptOf(searched: string | SearchedText, words: SoughtWords, length: number): { text: string; marks: Range[] } {
  const marks = marksIn(searched, words);
  const text = typeof searched === 'string' ? searched : searched.text;
  if (text.length <= length) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  // Two lines of a row hold about 80 characters: a hit behind them would not be seen.
  let start = first > Math.min(80, length / 2) ? Math.max(0, first - 12) : 0;
  if (isLow(text, start)) start -= 1;
  let end = Math.min(text.length, start + length);
  if (isLow(text, end)) end -= 1;
  const lead = start > 0 ? '…' : '';
  const shown = `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const shift = lead.length - start;
  const inside = marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]): Range => [from + shift, to + shift]);
  return { text: shown, marks: inside };
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}

/** For each code unit of the normalised text, and its end, where it came from. */
function originsOf(text: string, normal: string): number[] {
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let i = normalised(character).length; i > 0; i--) origins.push(at);
    at += character.length;
  }
  while (origins.length <= normal.length) origins.push(text.length);
  return origins;
}

function joined(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Range[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}
