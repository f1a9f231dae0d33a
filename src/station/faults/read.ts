import type { FaultClass } from '../../shared/faults/intake';
import type { FaultCard, FaultLine, FaultRecord, Moment } from '../../shared/faults/record';
import { faultClocksReader, type FaultClocks } from './clocks';
import { timesOf } from './times';
import type { ClockContext } from './profile-of-fault';
import type { DeviceReference } from '../../shared/references';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { normalised } from '../search/normalised';
import { letterOf } from '../unit';
import type { Fault, KeptMoment } from './fault';
import { placeKey } from './projection';

export interface CardRow {
  id: string;
  number: string;
  state: FaultCard['state'];
  since: number;
  class: FaultClass;
  priority: FaultCard['priority'] | null;
  subsystem: FaultCard['subsystem'];
  deviceId: string | null;
  device: string | null;
  place: string;
  symptom: string;
  reportedAt: number;
  engineer: string | null;
  waitingFor: FaultCard['waitingFor'] | null;
  contested: number;
  profile: string;
  causedBy: string | null;
  revision: string;
}

export const cardColumns = `id, number, state, since, class, priority, subsystem, device_id AS deviceId, device, place, symptom, reported_at AS reportedAt, engineer,
  waiting_for AS waitingFor, contested, profile, CASE folded WHEN 1 THEN merged_into END AS causedBy, revision`;

export interface FindFilter {
  text: string;
  state?: string | undefined;
  open?: boolean | undefined;
  device?: string | undefined;
  logEntry?: string | undefined;
}

export function faultById(raw: Raw, id: string): Fault | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM faults WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Fault);
}

/** Newest first. */
export function findFaults(context: ClockContext, { text, state, open, device, logEntry }: FindFilter, limit: number): FaultCard[] {
  const { raw } = context;
  const { conditions, values } = filtered(
    { state, open: open === undefined ? undefined : open ? 1 : 0, device_id: device, log_entry: logEntry },
    text,
  );
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return statement<unknown[], CardRow>(raw, `SELECT ${cardColumns} FROM faults ${where} ORDER BY reported_at DESC, id DESC LIMIT ?`)
    .all(...values, limit)
    .map(cardReader(context));
}

const mostSimilar = 10;

/** Open faults on the same device, then those at a place that holds or is held by the one typed (from two characters on). */
export function similarFaults(raw: Raw, device: DeviceReference | undefined, place: string, except: string | undefined): FaultLine[] {
  const key = placeKey(place);
  const same: string[] = [];
  const values: unknown[] = [];
  if (device?.id !== undefined) {
    same.push('device_id = ?');
    values.push(device.id);
  } else if (device) {
    same.push('device = ?');
    values.push(device.name);
  }
  const near: string[] = [];
  const nearValues: unknown[] = [];
  if ([...key].length >= 2) {
    near.push("(place_key <> '' AND (instr(place_key, ?) > 0 OR (length(place_key) > 1 AND instr(?, place_key) > 0)))");
    nearValues.push(key, key);
  }
  if (same.length + near.length === 0) return [];
  return statement<unknown[], CardRow>(
    raw,
    `SELECT ${cardColumns} FROM faults WHERE open = 1 AND id IS NOT ? AND (${[...same, ...near].join(' OR ')})
       ORDER BY ${same.length > 0 ? `(${same[0]}) DESC,` : ''} reported_at DESC, id DESC LIMIT ?`,
  )
    .all(except ?? null, ...values, ...nearValues, ...values, mostSimilar)
    .map(lineOf);
}

/** All there is to one fault, with names of stations and numbers of linked faults. */
export function recordOf(context: ClockContext, id: string): FaultRecord | undefined {
  const { db, raw } = context;
  const row = statement<[string], CardRow & { doc: string }>(raw, `SELECT ${cardColumns}, doc FROM faults WHERE id = ?`).get(id);
  if (!row) return undefined;
  const { doc, ...card } = row;
  const fault = JSON.parse(doc) as Fault;
  const letters = new Map<string, string>();
  const told = ({ station, seq: _, ...moment }: KeptMoment): Moment => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    const intoNumber = moment.into === undefined ? undefined : lineById(raw, moment.into)?.number;
    const otherNumber = moment.other === undefined ? undefined : lineById(raw, moment.other)?.number;
    return {
      ...moment,
      letter: letters.get(station) as string,
      ...(intoNumber ? { intoNumber } : {}),
      ...(otherNumber ? { otherNumber } : {}),
    };
  };
  const duplicates = statement<[string], CardRow>(
    raw,
    `SELECT ${cardColumns} FROM faults WHERE merged_into = ? ORDER BY reported_at, id`,
  ).all(id);
  const under = duplicates.filter(({ causedBy }) => causedBy !== null);
  return {
    ...cardReader(context)(card),
    ...(circles(raw).has(id) ? { inCircle: true } : {}),
    symptom: fault.intake?.symptom ?? '',
    intake: fault.intake,
    sentTo: fault.engineer,
    formerlySentTo: fault.formerEngineer,
    cause: fault.cause,
    remedy: fault.remedy,
    parts: fault.parts,
    satisfaction: fault.satisfaction,
    reopened: fault.reopened,
    mergedInto: fault.state === 'merged' && fault.mergedInto !== undefined ? lineById(raw, fault.mergedInto) : undefined,
    profileVersion: fault.profile,
    traits: fault.traits ?? {},
    tier: fault.tier,
    substitute: fault.substitute,
    analysis: fault.analysis,
    ...timesOf(context, fault),
    related: (fault.related ?? []).flatMap((other) => lineById(raw, other) ?? []),
    folded: under.map(lineOf),
    duplicates: duplicates.filter((row) => !under.includes(row)).map(lineOf),
    timeline: fault.timeline.map(told),
    contests: fault.contests.map(({ topic, entries }) => ({
      topic,
      sides: fault.timeline.filter(({ entry }) => entries.includes(entry)).map(told),
    })),
  };
}

function lineById(raw: Raw, id: string): FaultLine | undefined {
  const row = statement<[string], CardRow>(raw, `SELECT ${cardColumns} FROM faults WHERE id = ?`).get(id);
  return row && lineOf(row);
}

/** Duplicates that two desks, each for itself, merged into one another: following them never ends at an open fault. */
export function circles(raw: Raw): Set<string> {
  const links = new Map(
    statement<[], { id: string; target: string }>(
      raw,
      // Compared with '' and not with NULL, and joined in this order: so the index finds the few there are, at every change of the board.
      `SELECT f.id, f.merged_into AS target FROM faults f CROSS JOIN faults t ON t.id = f.merged_into WHERE f.merged_into > '' AND t.merged_into > ''`,
    )
      .all()
      .map(({ id, target }) => [id, target]),
  );
  const circled = new Set<string>();
  for (const start of links.keys()) {
    let at = links.get(start);
    for (let steps = 0; at !== undefined && at !== start && steps < links.size; steps++) at = links.get(at);
    if (at === start) circled.add(start);
  }
  return circled;
}

export function filtered(equal: Record<string, string | number | undefined>, text: string): { conditions: string[]; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const [column, wanted] of Object.entries(equal)) {
    if (wanted === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(wanted);
  }
  const parts = normalised(text)
    .split(/\s+/u)
    .filter((part) => part !== '');
  for (const part of parts.slice(0, 6)) {
    conditions.push('instr(searched, ?) > 0');
    values.push(part);
  }
  return { conditions, values };
}

/** Turns rows into cards: thousands are read at once. */
export function cardReader(context: ClockContext): (row: CardRow) => FaultCard {
  const read = faultClocksReader(context);
  return (row) => withClock(row, read(row.id, row.revision).card);
}

/** Only what is known is named: a card travels by the thousand. */
export function withClock(row: CardRow, { clock, late, highRisk }: FaultClocks['card']): FaultCard {
  const card: FaultCard = {
    id: row.id,
    number: row.number,
    state: row.state,
    since: row.since,
    class: row.class,
    subsystem: row.subsystem,
    place: row.place,
    symptom: row.symptom,
    reportedAt: row.reportedAt,
    contested: row.contested === 1,
    profile: row.profile,
    highRisk,
    late,
  };
  if (row.priority !== null) card.priority = row.priority;
  if (row.device !== null) card.device = row.device;
  if (row.engineer !== null) card.engineer = row.engineer;
  if (row.waitingFor !== null) card.waitingFor = row.waitingFor;
  if (row.causedBy !== null) card.causedBy = row.causedBy;
  if (clock) card.clock = clock;
  return card;
}

export function lineOf(row: CardRow): FaultLine {
  const { id, number, state, class: grave, device, place, symptom, reportedAt } = row;
  return { id, number, state, class: grave, device: device ?? undefined, place, symptom, reportedAt };
}
