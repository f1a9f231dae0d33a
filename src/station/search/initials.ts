import { initialsTable } from './initials-table';

const first = 0x4e00;
const last = 0x9fff;

/** Pinyin initials of the Chinese runs of a text, run for run (`东城区 02` → `dcq`); everything else breaks a run. */
export function initialsOf(text: string): string {
  let initials = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = code >= first && code <= last ? initialsTable[code - first] : '.';
    if (letter !== '.') initials += letter;
    else if (initials !== '' && !initials.endsWith(' ')) initials += ' ';
  }
  return initials;
}
