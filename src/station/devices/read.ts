import type { DeviceCard, DeviceRecord } from '../../shared/devices/contract';
import type { DeviceField } from '../../shared/devices/facts';
import type { NodeFilter } from '../../shared/devices/outline';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { normalised } from '../search/normalised';
import { downstreamOf } from './downstream';
import { type Device, linkKey } from './projection';

interface Row {
  id: string;
  doc: string;
}

export interface DeviceFilter extends NodeFilter {
  text: string;
  retired: boolean;
}

/** The whole record; undefined for a device this station has not been told of. */
export function deviceById(raw: Raw, id: string): DeviceRecord | undefined {
  const row = statement<[string], Row>(raw, 'SELECT id, doc FROM devices WHERE id = ?').get(id);
  return row && recordOf(row);
}

/** The cards of these devices, in order of code. */
export function cardsOf(raw: Raw, ids: readonly string[]): DeviceCard[] {
  return statement<[string], Row>(raw, 'SELECT id, doc FROM devices WHERE id IN (SELECT value FROM json_each(?)) ORDER BY code, id')
    .all(JSON.stringify(ids))
    .map(cardOf);
}

/** All devices in service, whole, in order of code. */
export function devicesInService(raw: Raw): DeviceRecord[] {
  return statement<[], Row>(raw, 'SELECT id, doc FROM devices WHERE retired = 0 ORDER BY code, id').all().map(recordOf);
}

export function deviceIdUsed(raw: Raw, id: string): boolean {
  return statement<[string], number>(raw, 'SELECT 1 FROM devices WHERE id = ?').pluck().get(id) !== undefined;
}

/** Whether a device in service already bears this code; codes are compared without regard to width and case. */
export function codeIsTaken(raw: Raw, code: string, but?: string): boolean {
  const others = statement<[string], string>(raw, 'SELECT id FROM devices WHERE code = ? AND retired = 0').pluck().all(normalised(code));
  return others.some((id) => id !== but);
}

/** The devices in service that fit what was typed, the likeliest first. Nothing typed finds nothing. */
export function findDevices(raw: Raw, typed: string, limit: number): DeviceCard[] {
  const parts = partsOf(typed);
  const [first] = parts;
  if (first === undefined) return [];
  const order =
    'CASE WHEN code = ? THEN 0 WHEN instr(begins, ?) = 1 OR instr(begins, char(10) || ?) > 0 THEN 1 WHEN instr(begins, ?) > 0 THEN 2 ELSE 3 END';
  // Two steps: sorting carries only numbers, and only the few that are shown are read whole.
  const rows = statement<unknown[], Row>(
    raw,
    `SELECT id, doc FROM devices JOIN (
         SELECT stream AS hit, ${order} AS nearness, length(begins) AS size, code AS coded FROM devices
         WHERE retired = 0 AND ${parts.map(() => 'instr(searched, ?) > 0').join(' AND ')}
         ORDER BY nearness, size, coded LIMIT ?
       ) ON stream = hit ORDER BY nearness, size, coded`,
  ).all(first, first, first, first, ...parts, limit);
  return rows.map(cardOf);
}

/** One page in order of code, and how many there are in all. */
export function listDevices(raw: Raw, filter: DeviceFilter, after: { code: string; id: string } | undefined, limit: number) {
  const parts = partsOf(filter.text);
  const conditions = ['retired = ?', ...parts.map(() => 'instr(searched, ?) > 0')];
  const values: unknown[] = [filter.retired ? 1 : 0, ...parts];
  for (const [column, wanted] of [
    ['subsystem', filter.subsystem],
    ['area', filter.area],
    ['upstream_key', filter.upstream === undefined ? undefined : linkKey(filter.upstream)],
  ]) {
    if (wanted === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(wanted);
  }
  if (filter.below !== undefined) {
    conditions.push('id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(downstreamOf(raw, filter.below)));
  }
  const total =
    statement<unknown[], number>(raw, `SELECT count(*) FROM devices WHERE ${conditions.join(' AND ')}`)
      .pluck()
      .get(...values) ?? 0;
  if (after) {
    conditions.push('(code, id) > (?, ?)');
    values.push(after.code, after.id);
  }
  const rows = statement<unknown[], Row & { code: string }>(
    raw,
    `SELECT id, doc, code FROM devices WHERE ${conditions.join(' AND ')} ORDER BY code, id LIMIT ?`,
  ).all(...values, limit);
  const last = rows.at(-1);
  return { rows: rows.map(cardOf), total, ...(last && rows.length === limit ? { next: { code: last.code, id: last.id } } : {}) };
}

function partsOf(typed: string): string[] {
  return normalised(typed)
    .split(/\s+/u)
    .filter((part) => part !== '')
    .slice(0, 6);
}

function cardOf({ id, doc }: Row): DeviceCard {
  const { facts, retiredAt } = JSON.parse(doc) as Device;
  return {
    id,
    code: facts?.code ?? '',
    name: facts?.name ?? '',
    type: facts?.type ?? '',
    subsystem: facts?.subsystem ?? 'frontEnd',
    area: facts?.area ?? '',
    place: facts?.place ?? '',
    upstream: facts?.upstream ?? '',
    importance: facts?.importance ?? 'normal',
    ...(facts?.ip === undefined ? {} : { ip: facts.ip }),
    retired: retiredAt !== undefined,
  };
}

function recordOf(row: Row): DeviceRecord {
  const { facts, registeredAt, changedAt, retiredAt, retiredReason, contested } = JSON.parse(row.doc) as Device;
  const { port, maker, model, inServiceSince } = facts ?? {};
  return {
    ...cardOf(row),
    port,
    maker,
    model,
    inServiceSince,
    registeredAt: registeredAt ?? changedAt ?? retiredAt ?? 0,
    changedAt,
    retiredAt,
    retiredReason,
    contested: Object.entries(contested ?? {}).map(([field, values]) => ({ field: field as DeviceField, values: values.map(String) })),
  };
}
