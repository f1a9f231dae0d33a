import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isEnded } from '../../shared/matters/record';
import { documentStore, projection } from '../journal/projection';
import { initialsOf } from '../search/initials';
import { normalised } from '../search/normalised';
import { matterFolds, unheardMatter } from './fold';
import { type Matter, standingOf } from './matter';

export const matterTable = sqliteTable(
  'matters',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    open: integer('open').notNull(),
    kind: text('kind').notNull(),
    level: text('level').notNull(),
    state: text('state').notNull(),
    since: integer('since').notNull(),
    receivedAt: integer('received_at').notNull(),
    deadline: integer('deadline'),
    contested: integer('contested').notNull(),
    logEntry: text('log_entry'),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Matter>().notNull(),
  },
  (table) => [
    index('matters_by_id').on(table.id),
    index('matters_by_number').on(table.number),
    index('matters_by_deadline').on(table.open, table.deadline),
    index('matters_by_since').on(table.open, table.since),
    index('matters_by_receipt').on(table.receivedAt),
    index('matters_by_log_entry').on(table.logEntry),
  ],
);

export const matterProjection = projection<Matter>({
  slice: 'matters',
  kind: 'matter',
  version: 1,
  initial: () => unheardMatter,
  folds: matterFolds,
  tables: [matterTable],
  open: (raw) => documentStore<Matter>(raw, matterTable, columnsOf),
});

function columnsOf(matter: Matter): Record<string, string | number | null> {
  const { opening } = matter;
  const { state, since, receivedAt, deadline, contests } = standingOf(matter);
  return {
    number: opening?.number ?? '',
    open: isEnded(state) ? 0 : 1,
    kind: opening?.kind ?? 'notice',
    level: opening?.level ?? 'ordinary',
    state,
    since,
    received_at: receivedAt,
    deadline: deadline ?? null,
    contested: contests.length > 0 ? 1 : 0,
    log_entry: opening?.logEntry ?? null,
    searched: searchedOf(matter),
  };
}

function searchedOf(matter: Matter): string {
  const { opening } = matter;
  if (!opening) return '';
  const words = [opening.title, opening.text, opening.from?.name ?? '', standingOf(matter).holder?.name ?? ''];
  const initials = words.map((word) => initialsOf(word).replaceAll(' ', ''));
  return normalised([opening.number, ...words, ...initials].join('\n'));
}
