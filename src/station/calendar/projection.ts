import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentStore, projection } from '../journal/projection';
import { dayFolds, type DayState, ordinary, unnoticed, yearFolds, type YearState } from './calendar-state';

export const calendarYearTable = sqliteTable(
  'calendar_years',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    year: integer('year').notNull(),
    doc: text('doc', { mode: 'json' }).$type<YearState>().notNull(),
  },
  (table) => [index('calendar_years_by_year').on(table.year)],
);

export const calendarYearProjection = projection<YearState>({
  slice: 'calendar',
  kind: 'calendarYear',
  version: 1,
  initial: () => unnoticed,
  folds: yearFolds,
  tables: [calendarYearTable],
  open: (raw) => documentStore<YearState>(raw, calendarYearTable, ({ year }) => ({ year })),
});

export const calendarDayTable = sqliteTable(
  'calendar_days',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    date: text('date').notNull(),
    marked: integer('marked').notNull(),
    doc: text('doc', { mode: 'json' }).$type<DayState>().notNull(),
  },
  (table) => [index('calendar_days_by_date').on(table.date)],
);

export const calendarDayProjection = projection<DayState>({
  slice: 'calendar',
  kind: 'calendarDay',
  version: 1,
  initial: () => ordinary,
  folds: dayFolds,
  tables: [calendarDayTable],
  open: (raw) => documentStore<DayState>(raw, calendarDayTable, ({ date, mark }) => ({ date, marked: mark ? 1 : 0 })),
});
