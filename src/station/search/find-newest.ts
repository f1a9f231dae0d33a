import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { runsOf } from './normalised';
import { canBeInitials, initialsPhrase, quoted, runPhrase } from './tokens';
import { type WaitingText, waitingTexts } from './waiting-texts';

/** One part of a query: text, pinyin initials where it is Latin letters, or one of `tags` instead. */
export interface SearchPart {
  text: string;
  tags?: readonly string[];
}

export interface SearchQuery {
  /** All must be there. */
  parts: readonly SearchPart[];
  /** Each group must be met by one of its tags. */
  tags: readonly (readonly string[])[];
  /** First position wanted, and the first no longer wanted. */
  from?: number | undefined;
  until?: number | undefined;
  before?: number | undefined;
  limit: number;
}

/** Positions of the newest rows that match, newest first; none when nothing was asked for. `table` is a slice's own. */
export function findNewest(raw: Raw, table: string, query: SearchQuery): number[] {
  const match = matchOf(query);
  if (match === undefined) return [];
  const from = query.from ?? 0;
  const until = Math.min(query.until ?? Number.MAX_SAFE_INTEGER, query.before ?? Number.MAX_SAFE_INTEGER);
  const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?`;
  const indexed = statement<[string, number, number, number], number>(raw, sql)
    .pluck()
    .all(match, from, until - 1, query.limit);
  const waiting = waitingMatches(waitingTexts(raw, table).all.values(), query, from, until);
  if (waiting.length === 0) return indexed;
  return [...waiting, ...indexed].sort((a, b) => b - a).slice(0, query.limit);
}

/** The same question put to the texts that are not in the index yet. */
function waitingMatches(texts: Iterable<WaitingText>, { parts, tags }: SearchQuery, from: number, until: number): number[] {
  const groups = tags.filter((group) => group.length > 0);
  const wanted = parts.map(({ text, tags: instead = [] }) => ({ runs: runsOf(text), instead })).filter(({ runs }) => runs.length > 0);
  const positions: number[] = [];
  for (const text of texts) {
    if (text.position < from || text.position >= until) continue;
    const fits =
      groups.every((group) => group.some((tag) => text.tags.includes(tag))) &&
      wanted.every(({ runs, instead }) => runs.every((run) => holds(text, run)) || instead.some((tag) => text.tags.includes(tag)));
    if (fits) positions.push(text.position);
  }
  return positions;
}

function holds(text: WaitingText, run: string): boolean {
  return text.normal.includes(run) || (canBeInitials(run) && text.initials.includes(run));
}

/** The FTS5 expression, or undefined when nothing was asked for. */
function matchOf({ parts, tags }: SearchQuery): string | undefined {
  const wanted = [...parts.flatMap(partMatch), ...tags.filter((group) => group.length > 0).map(tagMatch)];
  return wanted.length === 0 ? undefined : wanted.join(' AND ');
}

function partMatch({ text, tags = [] }: SearchPart): string[] {
  // Latin letters may be text or the initials of Chinese words; anything else is text.
  const runs = runsOf(text).map((run) => {
    const initials = initialsPhrase(run);
    return initials ? `(${runPhrase(run)} OR ${initials})` : runPhrase(run);
  });
  if (runs.length === 0) return [];
  const all = runs.join(' AND ');
  return tags.length === 0 ? [all] : [`((${all}) OR ${tagMatch(tags)})`];
}

function tagMatch(tags: readonly string[]): string {
  return `(${tags.map(quoted).join(' OR ')})`;
}
