import { integer, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type VisitFacts, visitorArrived, visitorLeft, visitorVoided } from '../../shared/attendance/events';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';

/** One visit. Two desks may both have let somebody out: the first leaving counts. */
export interface Visit {
  /** Undefined while the arrival has not come over from the other desk. */
  facts?: VisitFacts & { author: string };
  arrivedAt: Instant;
  left?: { at: Instant; author: string; badgeReturned: boolean };
  voided?: { at: Instant; author: string; reason: string };
}

export const visitorTable = sqliteTable(
  'visitors',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    arrivedAt: integer('arrived_at').notNull(),
    /** 1 while the visitor has neither left nor been voided. */
    inside: integer('inside').notNull(),
    badge: text('badge').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Visit>().notNull(),
  },
  (table) => [
    index('visitors_by_id').on(table.id),
    index('visitors_by_arrival').on(table.arrivedAt),
    index('visitors_inside').on(table.inside, table.arrivedAt),
  ],
);

export const visitorProjection = projection<Visit>({
  slice: 'attendance',
  kind: 'visitor',
  version: 1,
  initial: () => ({ arrivedAt: 0 }),
  folds: [
    on(visitorArrived, (visit: Visit, facts, { at }) => (visit.facts ? visit : { ...visit, facts, arrivedAt: at })),
    on(visitorLeft, (visit: Visit, { author, badgeReturned }, { at }) =>
      visit.left ? visit : { ...visit, left: { at, author, badgeReturned } },
    ),
    on(visitorVoided, (visit: Visit, { author, reason }, { at }) => (visit.voided ? visit : { ...visit, voided: { at, author, reason } })),
  ],
  tables: [visitorTable],
  open: (raw) =>
    documentStore<Visit>(raw, visitorTable, ({ facts, arrivedAt, left, voided }) => ({
      arrived_at: arrivedAt,
      inside: facts && !left && !voided ? 1 : 0,
      badge: facts?.badge ?? '',
    })),
});
