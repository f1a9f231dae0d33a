import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CountLine } from '../../shared/handover/content';
import { countListKept, sealedItemClosed, sealedItemWritten } from '../../shared/handover/events';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';
import { handoverFolds, type HandoverState, untouched } from './handover-state';
import { contestants, phaseOf, standingVersion } from './versions';

export const handoverTable = sqliteTable(
  'handovers',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    shift: text('shift').notNull(),
    phase: text('phase').notNull(),
    contested: integer('contested').notNull(),
    doc: text('doc', { mode: 'json' }).$type<HandoverState>().notNull(),
  },
  (table) => [index('handovers_by_id').on(table.id), index('handovers_by_phase').on(table.phase)],
);

export const handoverProjection = projection<HandoverState>({
  slice: 'handover',
  kind: 'handover',
  version: 1,
  initial: () => untouched,
  folds: handoverFolds,
  tables: [handoverTable],
  open: (raw) =>
    documentStore<HandoverState>(raw, handoverTable, (state) => ({
      shift: state.shift ?? '',
      phase: phaseOf(standingVersion(state)),
      contested: contestants(state).length > 0 ? 1 : 0,
    })),
});

export const countListTable = sqliteTable('count_lists', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  doc: text('doc', { mode: 'json' }).$type<CountList>().notNull(),
});

export interface CountList {
  lines: CountLine[];
}

export const countListProjection = projection<CountList>({
  slice: 'handover',
  kind: 'countList',
  version: 1,
  initial: () => ({ lines: [] }),
  folds: [on(countListKept, (_: CountList, { lines }) => ({ lines }))],
  tables: [countListTable],
  open: (raw) => documentStore<CountList>(raw, countListTable, () => ({})),
});

export interface SealedItem {
  text: string;
  due?: Instant;
  author: string;
  at: Instant;
  closed: { by: string; at: Instant; result: string }[];
}

export const sealedItemTable = sqliteTable(
  'sealed_items',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    open: integer('open').notNull(),
    doc: text('doc', { mode: 'json' }).$type<SealedItem>().notNull(),
  },
  (table) => [index('sealed_items_by_id').on(table.id), index('sealed_items_by_open').on(table.open)],
);

export const sealedItemProjection = projection<SealedItem>({
  slice: 'handover',
  kind: 'sealedItem',
  version: 1,
  initial: () => ({ text: '', author: '', at: 0, closed: [] }),
  folds: [
    on(sealedItemWritten, (item: SealedItem, { text: written, due, author }, { at }) =>
      item.text === '' ? { ...item, text: written, author, at, ...(due === undefined ? {} : { due }) } : item,
    ),
    on(sealedItemClosed, (item: SealedItem, { result, author }, { at }) => ({
      ...item,
      closed: [...item.closed, { by: author, at, result }],
    })),
  ],
  tables: [sealedItemTable],
  open: (raw) =>
    documentStore<SealedItem>(raw, sealedItemTable, ({ closed, text: written }) => ({
      open: written !== '' && closed.length === 0 ? 1 : 0,
    })),
});
