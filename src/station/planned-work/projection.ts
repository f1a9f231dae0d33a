import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentStore, projection } from '../journal/projection';
import { initialsOf } from '../search/initials';
import { normalised } from '../search/normalised';
import { unheardWork, workFolds } from './fold';
import { namesOf } from './scope-names';
import { standingOf, type Work } from './work';

export const workTable = sqliteTable(
  'planned_works',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    outcome: text('outcome').notNull(),
    hungAt: integer('hung_at').notNull(),
    starts: integer('starts').notNull(),
    plannedEnd: integer('planned_end').notNull(),
    endedAt: integer('ended_at'),
    contested: integer('contested').notNull(),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Work>().notNull(),
  },
  (table) => [
    index('planned_works_by_id').on(table.id),
    index('planned_works_by_number').on(table.number),
    index('planned_works_by_end').on(table.outcome, table.plannedEnd),
    index('planned_works_by_ended').on(table.endedAt),
  ],
);

export const plannedWorkProjection = projection<Work>({
  slice: 'plannedWork',
  kind: 'plannedWork',
  version: 1,
  initial: () => unheardWork,
  folds: workFolds,
  tables: [workTable],
  open: (raw) => documentStore<Work>(raw, workTable, columnsOf),
});

function columnsOf(work: Work): Record<string, string | number | null> {
  const { outcome, hungAt, starts, end, endedAt, sides } = standingOf(work);
  return {
    number: work.hanging?.number ?? '',
    outcome,
    hung_at: hungAt,
    starts,
    planned_end: end,
    ended_at: endedAt ?? null,
    contested: sides.length > 0 ? 1 : 0,
    searched: searchedOf(work),
  };
}

function searchedOf({ hanging }: Work): string {
  if (!hanging) return '';
  const { number, scope, reason, owner, allowedBy } = hanging;
  const words = [...namesOf(scope), reason, owner.name, allowedBy?.name ?? ''];
  const initials = words.map((word) => initialsOf(word).replaceAll(' ', ''));
  return normalised([number, owner.phone ?? '', ...words, ...initials].join('\n'));
}
