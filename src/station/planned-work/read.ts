import type { WorkMoment, WorkRecord, WorkRow } from '../../shared/planned-work/record';
import { mostEnded } from '../../shared/planned-work/limits';
import { inOrder } from '../../shared/planned-work/state';
import type { Instant } from '../../shared/time';
import type { Db, Raw } from '../database/open';
import { statement } from '../database/statements';
import { normalised } from '../search/normalised';
import { letterOf } from '../unit';
import { type KeptMoment, type Standing, standingOf, type Work } from './work';

interface Stored {
  id: string;
  doc: string;
}

export interface HungWork {
  id: string;
  hanging: NonNullable<Work['hanging']>;
  standing: Standing;
}

export function workById(raw: Raw, id: string): Work | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM planned_works WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Work);
}

function hungOf({ id, doc }: Stored): HungWork[] {
  const work = JSON.parse(doc) as Work;
  return work.hanging ? [{ id, hanging: work.hanging, standing: standingOf(work) }] : [];
}

/** Every tag that hangs, or is to be hung: neither taken down nor cancelled; the next end first. */
export function standingWorks(raw: Raw): HungWork[] {
  return statement<[], Stored>(raw, "SELECT id, doc FROM planned_works WHERE outcome = 'standing' ORDER BY planned_end, id")
    .all()
    .flatMap(hungOf);
}

/** Works in force at any moment of a span, both ends counted in; the next end first. */
export function worksBetween(raw: Raw, from: Instant, until: Instant): HungWork[] {
  return statement<[number, number], Stored>(
    raw,
    `SELECT id, doc FROM planned_works WHERE outcome <> 'cancelled' AND starts <= ? AND (ended_at IS NULL OR ended_at > ?)
     ORDER BY planned_end, id`,
  )
    .all(until, from)
    .flatMap(hungOf);
}

/** See the contract: what hangs, what is to come, and when wanted what has ended. */
export function listWorks(raw: Raw, { text, ended }: { text: string; ended: boolean }, now: Instant): WorkRow[] {
  const parts = normalised(text).split(/\s+/u).filter(Boolean).slice(0, 6);
  const found = parts.map(() => ' AND instr(searched, ?) > 0').join('');
  const rows = statement<unknown[], Stored>(raw, `SELECT id, doc FROM planned_works WHERE outcome = 'standing'${found}`).all(...parts);
  if (ended) {
    rows.push(
      ...statement<unknown[], Stored>(
        raw,
        `SELECT id, doc FROM planned_works WHERE outcome <> 'standing'${found} ORDER BY ended_at DESC, id LIMIT ?`,
      ).all(...parts, mostEnded),
    );
  }
  return inOrder(
    rows.map(({ id, doc }) => rowOf(id, JSON.parse(doc) as Work)),
    now,
  );
}

function rowOf(id: string, work: Work): WorkRow {
  const { hanging } = work;
  const { outcome, starts, end, endedAt, restored, sides } = standingOf(work);
  return {
    id,
    number: hanging?.number ?? '',
    ...(hanging ? { scope: hanging.scope, owner: hanging.owner } : {}),
    subsystem: hanging?.subsystem ?? null,
    reason: hanging?.reason ?? '',
    outcome,
    starts,
    end,
    ...(hanging && hanging.end !== end ? { firstEnd: hanging.end } : {}),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(restored === undefined ? {} : { restored }),
    contested: sides.length > 0,
  };
}

/** All there is to one work, with the letters of the stations. */
export function workRecord(db: Db, raw: Raw, id: string): WorkRecord | undefined {
  const work = workById(raw, id);
  if (!work) return undefined;
  const letters = new Map<string, string>();
  const told = ({ station, replaces: _, ...moment }: KeptMoment): WorkMoment => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    return { ...moment, letter: letters.get(station) as string };
  };
  return {
    ...rowOf(id, work),
    ...(work.hanging ? { hanging: work.hanging } : {}),
    timeline: work.timeline.map(told),
    sides: standingOf(work).sides.map(told),
  };
}
