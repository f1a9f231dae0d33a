import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntryFacts } from '../../shared/event';
import type { LogEntry, LogMark } from '../../shared/duty-log/entry';
import { logEntryCorrected, logEntryFollowedUp, logEntryVoided, logEntryWritten } from '../../shared/duty-log/events';
import { on, projection } from '../journal/projection';
import { indexStatements } from '../search/search-index';
import { logSearch, openLogStore } from './log-store';

export const logTable = sqliteTable(
  'log_entries',
  {
    /** Place in the log (position.ts); below zero while only later entries of the stream have arrived. */
    position: integer('position').primaryKey(),
    stream: integer('stream').notNull().unique(),
    id: text('id').notNull(),
    doc: text('doc', { mode: 'json' }).$type<LogEntry>().notNull(),
    number: text('number').notNull(),
  },
  (table) => [index('log_entries_by_number').on(table.number)],
);

export const logProjection = projection<LogEntry>({
  slice: 'dutyLog',
  kind: 'logEntry',
  version: 6,
  initial: () => ({ corrections: [], followUps: [], voidings: [] }),
  folds: [
    // The first writing stands; a stream is one entry.
    on(logEntryWritten, (entry: LogEntry, { author, ...written }, facts) =>
      entry.original ? entry : { ...entry, original: { ...markOf(facts, author), ...written } },
    ),
    on(logEntryCorrected, (entry: LogEntry, { author, ...correction }, facts) => ({
      ...entry,
      corrections: [...entry.corrections, { ...markOf(facts, author), ...correction }],
    })),
    on(logEntryFollowedUp, (entry: LogEntry, { author, ...followUp }, facts) => ({
      ...entry,
      followUps: [...entry.followUps, { ...markOf(facts, author), ...followUp }],
    })),
    on(logEntryVoided, (entry: LogEntry, { author, reason }, facts) => ({
      ...entry,
      voidings: [...entry.voidings, { ...markOf(facts, author), reason }],
    })),
  ],
  tables: [logTable],
  extra: indexStatements(logSearch),
  open: openLogStore,
});

function markOf({ id, at, actor }: EntryFacts, author: string): LogMark {
  return { entry: id, at, officer: actor, author };
}
