import { mostEnded } from '../../shared/matters/contract';
import type { MatterKind } from '../../shared/matters/kinds';
import type { MatterMoment, MatterRecord, MatterRow } from '../../shared/matters/record';
import type { Db, Raw } from '../database/open';
import { statement } from '../database/statements';
import { entryById } from '../duty-log';
import { normalised } from '../search/normalised';
import { letterOf } from '../unit';
import { type KeptMoment, type Matter, standingOf } from './matter';

interface Stored {
  id: string;
  doc: string;
}

export function matterById(raw: Raw, id: string): Matter | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM matters WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Matter);
}

/** Every open matter, the next deadline first, those without one last. */
export function openMatters(raw: Raw): { id: string; matter: Matter }[] {
  return statement<[], Stored>(raw, `SELECT id, doc FROM matters WHERE open = 1 ${openOrder}`)
    .all()
    .map(({ id, doc }) => ({ id, matter: JSON.parse(doc) as Matter }));
}

const openOrder = 'ORDER BY deadline IS NULL, deadline, received_at, id';

export interface MatterFilter {
  kind?: MatterKind | undefined;
  text: string;
  ended: boolean;
}

/** Open ones first, by deadline; then the ended ones, newest first. */
export function listMatters(raw: Raw, { kind, text, ended }: MatterFilter): MatterRow[] {
  const conditions: string[] = [];
  const values: string[] = [];
  if (kind) {
    conditions.push('kind = ?');
    values.push(kind);
  }
  for (const part of normalised(text).split(/\s+/u).filter(Boolean).slice(0, 6)) {
    conditions.push('instr(searched, ?) > 0');
    values.push(part);
  }
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  const open = statement<unknown[], Stored>(raw, `SELECT id, doc FROM matters WHERE open = 1${where} ${openOrder}`).all(...values);
  if (!ended) return open.map(rowOf);
  const closed = statement<unknown[], Stored>(
    raw,
    `SELECT id, doc FROM matters WHERE open = 0${where} ORDER BY since DESC, id LIMIT ?`,
  ).all(...values, mostEnded);
  return [...open, ...closed].map(rowOf);
}

export function mattersOfLogEntry(raw: Raw, logEntry: string): MatterRow[] {
  return statement<[string], Stored>(raw, 'SELECT id, doc FROM matters WHERE log_entry = ? ORDER BY received_at, id')
    .all(logEntry)
    .map(rowOf);
}

function rowOf({ id, doc }: Stored): MatterRow {
  return lineOf(id, JSON.parse(doc) as Matter);
}

function lineOf(id: string, matter: Matter): MatterRow {
  const { opening } = matter;
  const { state, since, receivedAt, deadline, holder, next, contests } = standingOf(matter);
  return {
    id,
    number: opening?.number ?? '',
    kind: opening?.kind ?? 'notice',
    title: opening?.title ?? '',
    level: opening?.level ?? 'ordinary',
    state,
    since,
    receivedAt,
    ...(deadline === undefined ? {} : { deadline }),
    from: opening?.from?.name ?? '',
    holder: holder?.name ?? '',
    next,
    contested: contests.length > 0,
  };
}

/** All there is to one matter, with the letters of the stations. */
export function matterRecord(db: Db, raw: Raw, id: string): MatterRecord | undefined {
  const matter = matterById(raw, id);
  if (!matter) return undefined;
  const letters = new Map<string, string>();
  const told = ({ station, replaces: _, topic: __, ...moment }: KeptMoment): MatterMoment => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    return { ...moment, letter: letters.get(station) as string };
  };
  const { opening, timeline } = matter;
  const entry = opening?.logEntry ? entryById(raw, opening.logEntry) : undefined;
  return {
    ...lineOf(id, matter),
    ...(opening ? { opening } : {}),
    ...(entry ? { logNumber: entry.entry.original.number } : {}),
    timeline: timeline.map(told),
    contests: standingOf(matter).contests.map(({ topic, sides }) => ({ topic, sides: sides.map(told) })),
  };
}
