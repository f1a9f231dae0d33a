import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical';
import type { DeviceRecord } from '../../../shared/devices/contract';
import { type DeviceChanges, deviceChanged, deviceRegistered, deviceRetired } from '../../../shared/devices/events';
import { DeviceFacts, type DeviceField, deviceFields, optionalFields } from '../../../shared/devices/facts';
import {
  type FieldChange,
  type ListPreview,
  type Mend,
  type Outcome,
  outcomes,
  type PreviewRow,
} from '../../../shared/devices/import-preview';
import type { EventDraft } from '../../../shared/event';
import { normalised } from '../../search/normalised';
import { heldRegister, lookAcross } from './across-rows';
import { missingOf, type ReadRow, readCells } from './cells';
import type { ListedDevices } from './listed-rows';

export interface PlannedRow {
  row: ReadRow;
  outcome: Outcome;
  existing: DeviceRecord | undefined;
  change: DeviceChanges;
}

export interface ListPlan {
  rows: PlannedRow[];
  preview: Omit<ListPreview, 'text'>;
}

/** Rows read between two looks at what else is asked of the station. */
const rowsAtOnce = 250;

/** The cells of every row as they are meant, a slice at a time: of ten thousand the station would otherwise hear nobody meanwhile. */
export async function readRows({ rows }: Pick<ListedDevices, 'rows'>, mends: readonly Mend[]): Promise<ReadRow[]> {
  const byRow = new Map<string, Map<DeviceField, string>>();
  for (const { key, field, value } of mends) byRow.set(key, (byRow.get(key) ?? new Map<DeviceField, string>()).set(field, value));
  const nothing = new Map<DeviceField, string>();
  const read: ReadRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    if (from > 0) await new Promise((done) => setImmediate(done));
    for (const row of rows.slice(from, from + rowsAtOnce)) read.push(readCells(row, byRow.get(row.key) ?? nothing));
  }
  return read;
}

/**
 * Says of every row what an import would do now: the same rows, decisions and register give the same plan. `read` are the rows of
 * {@link readRows}, which it takes over and marks; `register` holds the devices in service.
 */
export function planImport(
  { sheets }: Pick<ListedDevices, 'sheets'>,
  read: readonly ReadRow[],
  leaveOut: readonly string[],
  register: readonly DeviceRecord[],
): ListPlan {
  const out = new Set(leaveOut);
  const held = heldRegister(register);
  const kept = read.filter(({ key }) => !out.has(key));
  lookAcross(kept, held);
  const planned = read.map((row): PlannedRow => {
    const existing = row.values.code === undefined ? undefined : held.byCode.get(normalised(row.values.code));
    if (out.has(row.key)) return { row: { ...row, problems: [] }, outcome: 'leftOut', existing, change: {} };
    if (!existing) row.problems.push(...missingOf(row));
    if (row.problems.length > 0) return { row, outcome: 'undecided', existing, change: {} };
    const change = existing ? changeOf(existing, row) : {};
    const outcome = !existing ? 'new' : Object.keys(change).length > 0 ? 'changes' : 'unchanged';
    return { row, outcome, existing, change };
  });
  return { rows: planned, preview: previewOf(sheets, planned, missingFrom(planned, register)) };
}

/** What the register holds and no row of the list means, not even one with a code still to be decided. */
function missingFrom(rows: readonly PlannedRow[], register: readonly DeviceRecord[]): ListPreview['missing'] {
  const listed = new Set(
    rows.flatMap(({ row }) => [
      normalised(row.values.code ?? ''),
      ...row.problems.filter(({ field }) => field === 'code').map(({ proposal }) => normalised(proposal ?? '')),
    ]),
  );
  return register
    .filter(({ code }) => !listed.has(normalised(code)))
    .map(({ id, code, name, area, type }) => ({ id, code, name, area, type }));
}

/** What the list says that the register does not. A blank says nothing, unless a person made it one. */
function changeOf(existing: DeviceRecord, { values, decided }: ReadRow): DeviceChanges {
  const change: Record<string, unknown> = {};
  for (const field of deviceFields) {
    const said = values[field];
    if (said === undefined) {
      const emptied = decided.has(field) && (optionalFields as readonly DeviceField[]).includes(field);
      if (emptied && existing[field] !== undefined) change[field] = null;
    } else if (said !== textOf(existing[field]) && !(field === 'code' && normalised(said) === normalised(existing.code))) {
      change[field] = field === 'port' ? Number(said) : said;
    }
  }
  return change as DeviceChanges;
}

function textOf(value: string | number | undefined | null): string {
  return value === undefined || value === null ? '' : String(value);
}

/** The events of an import; empty when the register says all of it already. `idFor` names a device that is new. */
export function eventsOf(rows: readonly PlannedRow[], file: string, idFor: (code: string) => string): EventDraft[] {
  return rows.flatMap(({ row: { row, values }, existing, outcome, change }) => {
    const from = { file, row };
    if (existing) return outcome === 'changes' ? [deviceChanged(existing.id, { ...change, from })] : [];
    const { port, ...texts } = values;
    const facts = DeviceFacts.parse({
      area: '',
      place: '',
      upstream: '',
      importance: 'normal',
      ...texts,
      ...(port === undefined ? {} : { port: Number(port) }),
    });
    return [deviceRegistered(idFor(facts.code), { ...facts, from })];
  });
}

export function retirementsOf(ids: readonly string[], reason: string): EventDraft[] {
  return ids.map((id) => deviceRetired(id, { reason }));
}

function previewOf(
  sheets: ListPreview['sheets'],
  planned: readonly PlannedRow[],
  missing: ListPreview['missing'],
): Omit<ListPreview, 'text'> {
  const rows = planned.map(({ row: { key, row, values, problems, mended }, outcome, existing, change }): PreviewRow => {
    const changes = existing ? changesOf(existing, change) : [];
    return { key, row, outcome, texts: values, problems, mended, changes };
  });
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of rows) counts[outcome] += 1;
  const plan = createHash('sha256')
    .update(canonicalJson([rows, missing.map(({ id }) => id)]))
    .digest('hex')
    .slice(0, 32);
  return { plan, sheets, counts, rows, missing };
}

function changesOf(existing: DeviceRecord, change: DeviceChanges): FieldChange[] {
  return (Object.keys(change) as DeviceField[]).map((field) => ({ field, from: textOf(existing[field]), to: textOf(change[field]) }));
}
