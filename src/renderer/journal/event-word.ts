import type { AnyWord } from '../i18n/useWords';
import { words } from '../i18n/words';

/** What an entry did, in words: `events.<stream>.<what>` of whichever slice has it; an unknown event shows its own name. */
export function eventWord(t: AnyWord, name: string): string {
  const plain = name.replace(/@\d+$/, '');
  return t([...Object.keys(words).map((space) => `${space}:events.${plain}`), 'journal:events.unknown'], { name });
}
