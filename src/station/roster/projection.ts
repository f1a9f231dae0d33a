import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rosterRulesChanged } from '../../shared/roster/events';
import type { RosterRules } from '../../shared/roster/rules-in-force';
import { documentStore, on, projection } from '../journal/projection';
import { stateAfter } from '../../shared/roster/shift-change';
import { type ChangeState, changeFolds, unasked } from './change-state';
import { shiftFolds, type ShiftState, unrostered } from './shift-state';

export const shiftTable = sqliteTable(
  'shifts',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    date: text('date').notNull(),
    starts: integer('starts').notNull(),
    ends: integer('ends').notNull(),
    doc: text('doc', { mode: 'json' }).$type<ShiftState>().notNull(),
  },
  (table) => [index('shifts_by_id').on(table.id), index('shifts_by_date').on(table.date), index('shifts_by_start').on(table.starts)],
);

export const shiftProjection = projection<ShiftState>({
  slice: 'roster',
  kind: 'shift',
  version: 2,
  initial: () => unrostered,
  folds: shiftFolds,
  tables: [shiftTable],
  open: (raw) =>
    documentStore<ShiftState>(raw, shiftTable, ({ roster }) => ({
      date: roster?.date ?? '',
      starts: roster?.start ?? 0,
      ends: roster?.end ?? 0,
    })),
});

export const rosterRulesTable = sqliteTable('roster_rules', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  doc: text('doc', { mode: 'json' }).$type<Partial<RosterRules>>().notNull(),
});

export const rosterRulesProjection = projection<Partial<RosterRules>>({
  slice: 'roster',
  kind: 'rosterRules',
  version: 1,
  initial: () => ({}),
  folds: [on(rosterRulesChanged, (rules: Partial<RosterRules>, changed) => ({ ...rules, ...changed }))],
  tables: [rosterRulesTable],
  open: (raw) => documentStore<Partial<RosterRules>>(raw, rosterRulesTable, () => ({})),
});

export const shiftChangeTable = sqliteTable(
  'shift_changes',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    person: text('person').notNull(),
    starts: integer('starts').notNull(),
    ends: integer('ends').notNull(),
    doc: text('doc', { mode: 'json' }).$type<ChangeState>().notNull(),
  },
  (table) => [index('shift_changes_by_id').on(table.id), index('shift_changes_by_end').on(table.kind, table.state, table.ends)],
);

export const shiftChangeProjection = projection<ChangeState>({
  slice: 'roster',
  kind: 'shiftChange',
  version: 1,
  initial: () => unasked,
  folds: changeFolds,
  tables: [shiftChangeTable],
  open: (raw) =>
    documentStore<ChangeState>(raw, shiftChangeTable, ({ asked, steps }) => ({
      kind: asked?.kind ?? '',
      state: stateAfter(steps).state,
      person: asked?.person.id ?? '',
      starts: asked?.from ?? 0,
      ends: asked?.until ?? 0,
    })),
});
