import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isFinal } from '../../shared/faults/states';
import { documentStore, projection } from '../journal/projection';
import { normalised } from '../search/normalised';
import { initialsOf } from '../search/initials';
import { type Fault, unheardFault } from './fault';
import { faultFolds } from './fold';

/** How much of the symptom a card shows, characters. */
const symptomOnCard = 120;

/** All that a card shows stands in columns. The document stands last: what is read of many rows never walks through it. */
export const faultTable = sqliteTable(
  'faults',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    open: integer('open').notNull(),
    state: text('state').notNull(),
    since: integer('since').notNull(),
    class: text('class').notNull(),
    priority: text('priority'),
    subsystem: text('subsystem').notNull(),
    deviceId: text('device_id'),
    device: text('device'),
    place: text('place').notNull(),
    symptom: text('symptom').notNull(),
    reportedAt: integer('reported_at').notNull(),
    engineer: text('engineer'),
    waitingFor: text('waiting_for'),
    contested: integer('contested').notNull(),
    mergedInto: text('merged_into'),
    /** It is folded under `merged_into`, its cause. */
    folded: integer('folded').notNull(),
    profile: text('profile').notNull(),
    /** Changes with every entry: what was worked out of the fault is kept under it. */
    revision: text('revision').notNull(),
    logEntry: text('log_entry'),
    /** Place without blanks, to be compared with what is typed. */
    placeKey: text('place_key').notNull(),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Fault>().notNull(),
  },
  (table) => [
    index('faults_by_id').on(table.id),
    index('faults_by_number').on(table.number),
    index('faults_by_report').on(table.open, table.reportedAt),
    // With id and revision in it, thousands are named at every change without reading a row.
    index('faults_by_since').on(table.open, table.since, table.id, table.revision),
    index('faults_by_device').on(table.deviceId),
    index('faults_by_target').on(table.mergedInto),
    index('faults_by_log_entry').on(table.logEntry),
  ],
);

export const faultProjection = projection<Fault>({
  slice: 'faults',
  kind: 'fault',
  version: 3,
  initial: () => unheardFault,
  folds: faultFolds,
  tables: [faultTable],
  open: (raw) => documentStore<Fault>(raw, faultTable, columnsOf),
});

function columnsOf(fault: Fault): Record<string, string | number | null> {
  const { intake, state, timeline } = fault;
  return {
    number: intake?.number ?? '',
    open: isFinal(state) ? 0 : 1,
    state,
    since: fault.since,
    class: fault.class ?? 'B',
    priority: fault.priority ?? intake?.priority ?? null,
    subsystem: intake?.subsystem ?? 'frontEnd',
    device_id: intake?.device?.id ?? null,
    device: intake?.device?.name ?? null,
    place: intake?.place ?? '',
    symptom: [...(intake?.symptom ?? '')].slice(0, symptomOnCard).join(''),
    reported_at: intake?.reportedAt ?? timeline[0]?.at ?? 0,
    engineer: fault.engineer?.name ?? null,
    waiting_for: state === 'waiting' ? (fault.waitingFor ?? null) : null,
    contested: fault.contests.length > 0 ? 1 : 0,
    merged_into: state === 'merged' ? (fault.mergedInto ?? null) : null,
    folded: state === 'merged' && fault.folded === true ? 1 : 0,
    profile: fault.profile?.code ?? '',
    revision: `${timeline.length}/${timeline.at(-1)?.entry ?? ''}`,
    log_entry: intake?.logEntry ?? null,
    place_key: placeKey(intake?.place ?? ''),
    searched: searchedOf(fault),
  };
}

/** One form for places: case and width folded, blanks gone. */
export function placeKey(place: string): string {
  return normalised(place).replace(/\s+/gu, '');
}

function searchedOf({ intake, engineer }: Fault): string {
  if (!intake) return '';
  const { number, device, place, symptom, reporter } = intake;
  const words = [device?.name ?? '', place, symptom, reporter?.name ?? '', engineer?.name ?? ''];
  const initials = words.map((word) => initialsOf(word).replaceAll(' ', ''));
  return normalised([number, device?.code ?? '', reporter?.phone ?? '', ...words, ...initials].join('\n'));
}
