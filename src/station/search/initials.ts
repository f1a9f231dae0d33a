import { initialsTable } from './initials-table';

const first = 0x4e00;
const last = 0x9fff;
const initials = Uint8Array.from(initialsTable, (letter) => (letter === '.' ? 0 : letter.charCodeAt(0) - 0x60));

/** Pinyin initial of the character at a place of a text, 1 for a to 26 for z; 0 where there is none. */
export function initialAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= first && code <= last ? (initials[code - first] as number) : 0;
}

/** Pinyin initials of the Chinese runs of a text, run for run (`东城区 02` → `dcq`); everything else breaks a run. */
export function initialsOf(text: string): string {
  return initialsLine(text).replace(/\.+/g, ' ').trimStart();
}

/** Pinyin initials of a text, one letter per code unit and a dot where there is none: places are those of the text. */
export function initialsLine(text: string): string {
  let letters = '';
  for (let i = 0; i < text.length; i++) letters += initialLetters[initialAt(text, i)];
  return letters;
}

const initialLetters = '.abcdefghijklmnopqrstuvwxyz';
