import type { dutyLog as contract } from '../../shared/duty-log/contract';
import type { ParsedInputOf } from '../../shared/contract';
import { kindWords, type LogKind, logKinds } from '../../shared/duty-log/kinds';
import { typedDay } from '../../shared/duty-log/typed-dates';
import { type Instant, second } from '../../shared/time';
import { normalised } from '../search/normalised';
import { initialsLine } from '../search/initials';
import type { SearchPart } from '../search/find-newest';
import { kindTag, lateTag, personTag } from './log-text';
import { firstPlaceAt } from './position';

type Filters = Omit<ParsedInputOf<typeof contract.page>, 'limit'>;

export interface Span {
  from: number;
  until: number;
}

/** Positions a filter's moments mean, to the second: one that a moment lies in is within. */
export function spanOf({ from, until, before }: Filters): Span {
  return {
    from: from === undefined ? 0 : firstPlaceAt(from),
    until: Math.min(until === undefined ? Number.MAX_SAFE_INTEGER : firstPlaceAt(until + second - 1), before ?? Number.MAX_SAFE_INTEGER),
  };
}

export function tagGroupsOf({ kinds, person, lateOnly }: Filters): string[][] {
  return [
    ...(kinds && kinds.length > 0 && kinds.length < logKinds.length ? [kinds.map(kindTag)] : []),
    ...(person ? [[personTag(person)]] : []),
    ...(lateOnly ? [[lateTag]] : []),
  ];
}

export interface ReadSearch {
  /** What must be found as text, initials, or a kind by its word. */
  parts: SearchPart[];
  /** Dates that were typed, `2026-11-05`. */
  days: string[];
  span: Span;
}

/** Reads what was typed: parts that are dates narrow to their day, words of kinds also find entries of the kind. */
export function readSearch(text: string, literal: boolean, zone: string, now: Instant, within: Span): ReadSearch {
  const read: ReadSearch = { parts: [], days: [], span: { ...within } };
  for (const part of text.split(/\s+/u)) {
    if (part === '') continue;
    const day = literal ? undefined : typedDay(part, zone, now);
    if (day) {
      read.days.push(day.date);
      read.span.from = Math.max(read.span.from, firstPlaceAt(day.from));
      read.span.until = Math.min(read.span.until, firstPlaceAt(day.until));
    } else {
      const kinds = literal ? [] : kindsNamed(part);
      read.parts.push(kinds.length > 0 ? { text: part, tags: kinds.map(kindTag) } : { text: part });
    }
  }
  return read;
}

const names = logKinds.map((kind) => ({
  kind,
  names: [kindWords[kind].zh, kindWords[kind].en.toLowerCase(), initialsLine(kindWords[kind].zh)],
}));

function kindsNamed(part: string): LogKind[] {
  const word = normalised(part);
  return names.flatMap(({ kind, names: own }) => (own.includes(word) ? [kind] : []));
}
