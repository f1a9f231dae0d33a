import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { attemptRefused } from '../../shared/attempts/events';
import type { PayloadOf } from '../../shared/event';
import { documentStore, on, projection } from '../journal/projection';

/** One refused attempt; undefined facts while nothing of it is known. */
export interface Attempt {
  at: number;
  facts?: PayloadOf<typeof attemptRefused>;
}

export const attemptTable = sqliteTable(
  'attempts',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    at: integer('at').notNull(),
    subject: text('subject').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Attempt>().notNull(),
  },
  (table) => [index('attempts_by_subject').on(table.subject, table.at)],
);

export const attemptProjection = projection<Attempt>({
  slice: 'attempts',
  kind: 'attempt',
  version: 1,
  initial: () => ({ at: 0 }),
  folds: [on(attemptRefused, (attempt: Attempt, facts, { at }): Attempt => (attempt.facts ? attempt : { at, facts }))],
  tables: [attemptTable],
  open: (raw) => documentStore<Attempt>(raw, attemptTable, ({ at, facts }) => ({ at, subject: facts?.subject ?? '' })),
});
