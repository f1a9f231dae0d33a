import type { FoundRow, LogDetails, LogRow } from '../../shared/duty-log/contract';
import { contestedFields, currentFields, type LogEntry, type LogOriginal } from '../../shared/duty-log/entry';
import { isLate } from '../../shared/duty-log/late';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { excerptOf, isIn, SearchedText, type SoughtWords } from './highlight';
import { type LogPart, partsOf } from './log-text';

interface StoredRow {
  id: string;
  doc: string;
  position: number;
}

export type WrittenEntry = LogEntry & { original: LogOriginal };

const columns = 'e.id, e.doc, e.position';

/** An entry by its id; undefined when there is none, or its beginning has not arrived yet. */
export function entryById(raw: Raw, id: string): { entry: WrittenEntry; position: number } | undefined {
  const row = statement<[string], StoredRow>(
    raw,
    `SELECT ${columns} FROM log_entries e JOIN streams s ON s.n = e.stream WHERE s.id = ? AND e.position >= 0`,
  ).get(`logEntry:${id}`);
  return row && { entry: entryOf(row), position: row.position };
}

/** The entries at these places, in this order. */
export function entriesAt(raw: Raw, positions: readonly number[]): StoredRow[] {
  if (positions.length === 0) return [];
  const sql = `SELECT ${columns} FROM json_each(?) place CROSS JOIN log_entries e ON e.position = place.value ORDER BY place.key`;
  return statement<[string], StoredRow>(raw, sql).all(JSON.stringify(positions));
}

/** The newest entries of a span of positions, newest first. */
export function entriesIn(raw: Raw, from: number, until: number, limit: number): StoredRow[] {
  return statement<[number, number, number], StoredRow>(
    raw,
    `SELECT ${columns} FROM log_entries e WHERE e.position >= ? AND e.position < ? ORDER BY e.position DESC LIMIT ?`,
  ).all(from, until, limit);
}

export function positionsIn(raw: Raw, from: number, until: number, limit: number): number[] {
  return statement<[number, number, number], number>(
    raw,
    'SELECT position FROM log_entries WHERE position >= ? AND position < ? ORDER BY position DESC LIMIT ?',
  )
    .pluck()
    .all(from, until, limit);
}

/** What a line of the log shows of a text. */
const shownLength = 240;

export function rowOf(stored: StoredRow): LogRow {
  return lineOf(stored, entryOf(stored));
}

/** An entry as any search shows it, whatever its words. */
export interface FoundEntry {
  position: number;
  row: LogRow;
  text: SearchedText;
  others: readonly LogPart[];
  /** All others in one: most hits stand in the text alone, and one look here saves a look at each. */
  rest: SearchedText;
}

export function foundEntryOf(stored: StoredRow): FoundEntry {
  const entry = entryOf(stored);
  const [text, ...others] = partsOf(entry);
  return {
    position: stored.position,
    row: lineOf(stored, entry),
    text: new SearchedText(text?.text ?? ''),
    others,
    rest: new SearchedText(others.map((other) => other.text).join('\n')),
  };
}

export function foundRowOf({ row, text: searched, others, rest }: FoundEntry, words: SoughtWords): FoundRow {
  const shown = excerptOf(searched, words, shownLength);
  if (!isIn(rest, words)) return { ...row, ...shown, hits: [] };
  const hits = others.flatMap(({ part, text: other }) => {
    const found = excerptOf(other, words, 60);
    return found.marks.length === 0 ? [] : [{ part: part as Exclude<typeof part, 'text'>, ...found }];
  });
  return { ...row, ...shown, hits: hits.slice(0, 12) };
}

function lineOf({ id, position }: StoredRow, entry: WrittenEntry): LogRow {
  const { original, corrections, followUps, voidings } = entry;
  const { occurredAt, kind, caller, persons, places, devices, text } =
    corrections.length > 0 ? currentFields(original, corrections) : original;
  return {
    id,
    position,
    number: original.number,
    occurredAt,
    writtenAt: original.at,
    late: isLate(occurredAt, original.at),
    kind,
    author: original.author,
    ...(caller ? { caller: caller.name } : {}),
    persons: persons.map(({ name }) => name),
    places,
    devices: devices.map(({ name }) => name),
    text: text.length > shownLength ? `${text.slice(0, shownLength)}…`.toWellFormed() : text,
    attachments: original.attachments.length + followUps.reduce((sum, { attachments }) => sum + attachments.length, 0),
    followUps: followUps.length,
    corrected: corrections.length > 0,
    contested: contestedFields(corrections).length > 0,
    voided: voidings.length > 0,
  };
}

export function detailsOf(id: string, { entry, position }: { entry: WrittenEntry; position: number }): LogDetails {
  const { original, corrections, followUps, voidings } = entry;
  const current = currentFields(original, corrections);
  return {
    id,
    position,
    late: isLate(current.occurredAt, original.at),
    current,
    original,
    corrections,
    contested: contestedFields(corrections),
    followUps,
    voidings,
  };
}

function entryOf({ doc }: StoredRow): WrittenEntry {
  return JSON.parse(doc) as WrittenEntry;
}
