import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { CalendarDay, DutyCalendar } from '../../shared/calendar/calendar';
import type { CalendarYear } from '../../shared/calendar/contract';
import type { Db } from '../database/open';
import { derivedId } from '../random';
import type { DayState, YearState } from './calendar-state';
import { libraryDaysOf } from './library-days';
import { calendarDayTable, calendarYearTable } from './projection';

interface CalendarBook {
  db: Db;
}

/** Every desk names a year and a date alike, so that what two desks say of it comes together. */
export const calendarYearId = (year: number): string => derivedId(`calendarYear/${year}`);
export const calendarDayId = (date: string): string => derivedId(`calendarDay/${date}`);

/**
 * What the station knows of the dates from `first` to `last`, both counted in: the yearly notice read in counts before the kept
 * library, and of a year that neither knows there is nothing here. Plain data for `dayKindOf` and `occasionOf`.
 */
export function calendarOf(book: CalendarBook, first: string, last: string): DutyCalendar {
  const days: CalendarDay[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    days.push(...daysOfYear(book, year).filter(({ date }) => date >= first && date <= last));
  }
  return { days, marked: marksBetween(book, first, last).map(({ date, occasion }) => ({ date, occasion })) };
}

export function readYear({ db }: CalendarBook, year: number): YearState | undefined {
  return db.select({ doc: calendarYearTable.doc }).from(calendarYearTable).where(eq(calendarYearTable.year, year)).get()?.doc;
}

export function readMark({ db }: CalendarBook, date: string): DayState['mark'] {
  return db.select({ doc: calendarDayTable.doc }).from(calendarDayTable).where(eq(calendarDayTable.date, date)).get()?.doc.mark ?? null;
}

/** The arrangement of a year as it holds now, by date. */
export function daysOfYear(book: CalendarBook, year: number): CalendarDay[] {
  const own = readYear(book, year)?.notices.at(-1)?.days ?? libraryDaysOf(year) ?? [];
  // The New Year's holiday of one year may begin in December of the year before: the later notice says so.
  const next = readYear(book, year + 1)?.notices.at(-1)?.days ?? [];
  const byDate = new Map<string, CalendarDay>();
  for (const day of [...next, ...own]) if (Number(day.date.slice(0, 4)) === year) byDate.set(day.date, day);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A year as the screen shows it. */
export function calendarYearOf(book: CalendarBook, year: number): CalendarYear {
  const state = readYear(book, year);
  const notice = state?.notices.at(-1);
  const source = notice ? 'notice' : libraryDaysOf(year) ? 'library' : 'none';
  return {
    year,
    published: source !== 'none',
    source,
    ...(notice ? { notice: { entry: notice.entry, source: notice.source, author: notice.author, at: notice.at } } : {}),
    contested: state !== undefined && contests(state),
    days: daysOfYear(book, year),
    marked: marksBetween(book, `${year}-01-01`, `${year}-12-31`),
  };
}

/** Two notices that do not know each other and say the same contest nothing. */
function contests({ notices, inForce }: YearState): boolean {
  const said = notices.filter(({ entry }) => inForce.includes(entry)).map(({ days }) => JSON.stringify(days));
  return new Set(said).size > 1;
}

function marksBetween({ db }: CalendarBook, first: string, last: string): CalendarYear['marked'] {
  return db
    .select({ doc: calendarDayTable.doc })
    .from(calendarDayTable)
    .where(and(gte(calendarDayTable.date, first), lte(calendarDayTable.date, last), eq(calendarDayTable.marked, 1)))
    .orderBy(asc(calendarDayTable.date))
    .all()
    .flatMap(({ doc: { date, mark } }) => (mark ? [{ date, ...mark }] : []));
}
