import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { inForce } from '../../shared/in-force';
import { holidayPromptAnswered, holidayPromptRaised, type PromptAnswer } from '../../shared/warnings/holiday-prompts';
import { byGravity } from '../../shared/warnings/levels';
import { taskUnitKept, taskUnitRetired, type UnitFacts } from '../../shared/warnings/task-order-events';
import type { Raw } from '../database/open';
import { documentStore, on, projection, type Store } from '../journal/projection';
import { unheardWarning, warningFolds } from './fold';
import { type Order, orderStandingOf } from './order';
import { orderFolds, unheardOrder } from './order-fold';
import { standingOf, type Warning } from './warning';

export const warningTable = sqliteTable(
  'warnings',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    outcome: text('outcome').notNull(),
    /** 0 for level I to 3; 9 without one. */
    gravity: integer('gravity').notNull(),
    since: integer('since').notNull(),
    publishedAt: integer('published_at'),
    endedAt: integer('ended_at'),
    contested: integer('contested').notNull(),
    /** Decided by phone and not signed yet. */
    unsigned: integer('unsigned').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Warning>().notNull(),
  },
  (table) => [
    index('warnings_by_id').on(table.id),
    index('warnings_by_outcome').on(table.outcome, table.gravity, table.since),
    index('warnings_by_publication').on(table.publishedAt),
    index('warnings_by_end').on(table.endedAt),
  ],
);

/** Every number ever given: two desks apart may both number one thing, and neither number is given again. */
export const warningNumberTable = sqliteTable('warning_numbers', { number: text('number').primaryKey(), id: text('id').notNull() });
export const orderNumberTable = sqliteTable('task_order_numbers', { number: text('number').primaryKey(), id: text('id').notNull() });

export const warningProjection = projection<Warning>({
  slice: 'warnings',
  kind: 'warning',
  version: 1,
  initial: () => unheardWarning,
  folds: warningFolds,
  tables: [warningTable, warningNumberTable],
  open: (raw) => withNumbers(raw, 'warning_numbers', documentStore<Warning>(raw, warningTable, columnsOfWarning)),
});

function columnsOfWarning(warning: Warning): Record<string, string | number | null> {
  const { outcome, level, since, publishedAt, endedAt, sides, texts, unsigned } = standingOf(warning);
  return {
    outcome,
    gravity: level === undefined ? 9 : byGravity(level, 'I'),
    since,
    published_at: publishedAt ?? null,
    ended_at: endedAt ?? null,
    contested: sides.length + texts.length > 0 ? 1 : 0,
    unsigned: unsigned.length,
  };
}

export const taskOrderTable = sqliteTable(
  'task_orders',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    warning: text('warning').notNull(),
    state: text('state').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Order>().notNull(),
  },
  (table) => [
    index('task_orders_by_id').on(table.id),
    index('task_orders_by_warning').on(table.warning),
    index('task_orders_by_state').on(table.state),
  ],
);

export const taskOrderProjection = projection<Order>({
  slice: 'warnings',
  kind: 'taskOrder',
  version: 1,
  initial: () => unheardOrder,
  folds: orderFolds,
  tables: [taskOrderTable, orderNumberTable],
  open: (raw) =>
    withNumbers(
      raw,
      'task_order_numbers',
      documentStore<Order>(raw, taskOrderTable, (order) => ({ warning: order.facts?.warning ?? '', state: orderStandingOf(order).state })),
    ),
});

function withNumbers<S extends { numbers: string[] }>(raw: Raw, table: string, documents: Store<S>): Store<S> {
  const keep = raw.prepare(
    `INSERT INTO "${table}" (number, id) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET id = min(id, excluded.id)`,
  );
  return {
    ...documents,
    save(stream, id, state, before) {
      documents.save(stream, id, state, before);
      for (const number of state.numbers) keep.run(number, id);
    },
  };
}

/** A unit of the register; undefined facts while nothing but its retirement has arrived. */
export interface KeptUnit {
  facts?: UnitFacts;
  retired: boolean;
}

export const taskUnitTable = sqliteTable('task_units', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  retired: integer('retired').notNull(),
  doc: text('doc', { mode: 'json' }).$type<KeptUnit>().notNull(),
});

export const taskUnitProjection = projection<KeptUnit>({
  slice: 'warnings',
  kind: 'taskUnit',
  version: 1,
  initial: () => ({ retired: false }),
  folds: [
    // The last word holds: who describes a unit that was retired takes it up again.
    on(taskUnitKept, (_: KeptUnit, { author: _author, ...facts }): KeptUnit => ({ facts, retired: false })),
    on(taskUnitRetired, (unit: KeptUnit) => ({ ...unit, retired: true })),
  ],
  tables: [taskUnitTable],
  open: (raw) =>
    documentStore<KeptUnit>(raw, taskUnitTable, ({ facts, retired }) => ({ name: facts?.name ?? '', retired: retired ? 1 : 0 })),
});

export interface KeptPrompt {
  holiday?: { name: string; year: number; firstDay: string; lastDay: string; raisedAt: number };
  answers: { entry: string; answer: PromptAnswer; reason: string; author: string; at: number; station: string; replaces: string[] }[];
}

/** The answers in force, and whether they differ. */
export function answersOf({ answers }: KeptPrompt): { standing: KeptPrompt['answers']; contested: boolean; open: boolean } {
  const standing = inForce(answers);
  const contested = new Set(standing.map(({ answer }) => answer)).size > 1;
  return { standing, contested, open: standing.length === 0 || contested };
}

export const holidayPromptTable = sqliteTable(
  'holiday_prompts',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    open: integer('open').notNull(),
    lastDay: text('last_day').notNull(),
    doc: text('doc', { mode: 'json' }).$type<KeptPrompt>().notNull(),
  },
  (table) => [index('holiday_prompts_by_id').on(table.id), index('holiday_prompts_by_open').on(table.open, table.lastDay)],
);

export const holidayPromptProjection = projection<KeptPrompt>({
  slice: 'warnings',
  kind: 'holidayPrompt',
  version: 1,
  initial: () => ({ answers: [] }),
  folds: [
    on(
      holidayPromptRaised,
      (prompt: KeptPrompt, holiday, { at }): KeptPrompt => (prompt.holiday ? prompt : { ...prompt, holiday: { ...holiday, raisedAt: at } }),
    ),
    on(
      holidayPromptAnswered,
      (prompt: KeptPrompt, { author, answer, reason, replaces }, { id, at, station }): KeptPrompt => ({
        ...prompt,
        answers: [...prompt.answers, { entry: id, answer, reason, author, at, station, replaces }],
      }),
    ),
  ],
  tables: [holidayPromptTable],
  open: (raw) =>
    documentStore<KeptPrompt>(raw, holidayPromptTable, (prompt) => ({
      open: prompt.holiday && answersOf(prompt).open ? 1 : 0,
      last_day: prompt.holiday?.lastDay ?? '',
    })),
});
