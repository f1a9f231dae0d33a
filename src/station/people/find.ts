import { nameKey } from '../../shared/people/names';
import type { PersonCard } from '../../shared/people/person';
import type { Raw } from '../database/open';
import { pinyinFit, pinyinReadings, type ReadingsOf } from './pinyin-readings';
import { asOnSheet, type CardRow, cardOfRow, cardRows } from './read';
import { remembered } from './remembered';

export interface FindInput {
  text: string;
  limit: number;
  includeLeft: boolean;
}

/**
 * People by name, pinyin, initials, phone, group, post or organisation; best first, present before left. Looks at every row: a
 * register is a thousand people, and that takes a millisecond or two.
 */
export async function findPeople(raw: Raw, { text, limit, includeLeft }: FindInput): Promise<PersonCard[]> {
  const readings = await pinyinReadings();
  const words = text
    .split(/\s+/u)
    .map((word) => nameKey(word))
    .filter((word) => word !== '');
  const whole = words.join('');
  const rankOf = whole === '' ? () => 0 : rankFor(whole, words, readings);
  const byRank: CardRow[][] = [];
  for (const row of cardRows(raw, includeLeft)) {
    const rank = rankOf(row);
    // Of equals, whoever has left stands behind.
    if (rank !== undefined) (byRank[rank * 2 + row.has_left] ??= []).push(row);
  }
  const found: PersonCard[] = [];
  for (const rows of byRank) {
    if (found.length >= limit) break;
    found.push(...(rows ?? []).map(cardOfRow).sort(asOnSheet));
  }
  return found.slice(0, limit);
}

/** How well a row fits; 0 is best, undefined not at all. */
type RankOf = (row: CardRow) => number | undefined;

/** Words apart (`1组 值班员`) must all be met, each anywhere; a name or a number typed with blanks is tried as one. */
function rankFor(whole: string, words: readonly string[], readings: ReadingsOf): RankOf {
  const together = rankForWord(whole, readings);
  if (words.length === 1) return together;
  const apart = words.map((word) => rankForWord(word, readings));
  return (row) => {
    const rank = together(row);
    if (rank !== undefined) return rank;
    let worst = 0;
    for (const rankOf of apart) {
      const one = rankOf(row);
      if (one === undefined) return undefined;
      worst = Math.max(worst, one);
    }
    return worst;
  };
}

function rankForWord(word: string, readings: ReadingsOf): RankOf {
  const digits = /^[\d-]{3,}$/.test(word) ? word.replaceAll('-', '') : undefined;
  const letters = /[a-z]/.test(word);
  // Many people share a few groups and posts.
  const rankOfPlace = remembered((place) => {
    if (nameKey(place).includes(word)) return 5;
    return letters && word.length > 1 && pinyinFit(word, readings(place)) !== undefined ? 6 : 7;
  });
  return (row) => {
    if (row.name_key === word) return 0;
    const ofPhone = digits ? rankOfPhone(row.phones, digits) : undefined;
    if (ofPhone !== undefined) return ofPhone;
    const fit = letters ? pinyinFit(word, readings(row.name)) : undefined;
    if (fit === 'whole') return 1;
    if (row.name_key.startsWith(word)) return 2;
    if (fit === 'start' || row.name_key.includes(word)) return 3;
    if (fit === 'inside') return 4;
    const ofPlace = Math.min(
      rankOfPlace(row.group_name),
      rankOfPlace(row.post),
      rankOfPlace(row.organisation),
      rankOfPlace(row.responsibility),
    );
    return ofPlace < 7 ? ofPlace : undefined;
  };
}

/** People remember the last four digits. `phones` as stored, a blank between. */
function rankOfPhone(phones: string, digits: string): number | undefined {
  const padded = ` ${phones.replaceAll('-', '')} `;
  if (!padded.includes(digits)) return undefined;
  if (padded.includes(` ${digits} `)) return 0;
  if (padded.includes(`${digits} `)) return 1;
  return padded.includes(` ${digits}`) ? 2 : 4;
}
