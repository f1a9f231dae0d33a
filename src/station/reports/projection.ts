import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Raw } from '../database/open';
import { documentStore, projection, type Store } from '../journal/projection';
import { reportFolds, unheardReport } from './fold';
import { isOpen, type Report, standingOf } from './report';

export const reportTable = sqliteTable(
  'reports',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    open: integer('open').notNull(),
    state: text('state').notNull(),
    receivedAt: integer('received_at').notNull(),
    logEntry: text('log_entry'),
    doc: text('doc', { mode: 'json' }).$type<Report>().notNull(),
  },
  (table) => [
    index('reports_by_id').on(table.id),
    index('reports_by_receipt').on(table.receivedAt),
    index('reports_by_open').on(table.open, table.receivedAt),
    index('reports_by_log_entry').on(table.logEntry),
  ],
);

/** Every number ever given: two desks that mark one entry each give one, and neither is given again. */
export const reportNumberTable = sqliteTable('report_numbers', {
  number: text('number').primaryKey(),
  id: text('id').notNull(),
});

export const reportProjection = projection<Report>({
  slice: 'reports',
  kind: 'report',
  version: 1,
  initial: () => unheardReport,
  folds: reportFolds,
  tables: [reportTable, reportNumberTable],
  open: openReportStore,
});

function openReportStore(raw: Raw): Store<Report> {
  const documents = documentStore<Report>(raw, reportTable, columnsOf);
  const keep = raw.prepare(
    'INSERT INTO report_numbers (number, id) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET id = min(id, excluded.id)',
  );
  return {
    ...documents,
    save(stream, id, report, before) {
      documents.save(stream, id, report, before);
      for (const number of report.numbers) keep.run(number, id);
    },
  };
}

function columnsOf(report: Report): Record<string, string | number | null> {
  const { state, receivedAt } = standingOf(report);
  return { open: isOpen(state) ? 1 : 0, state, received_at: receivedAt, log_entry: report.start?.logEntry ?? null };
}
