import { type CalendarDay, type DayKind, dayKindOf } from '../../shared/calendar/calendar';
import type { CalendarYear } from '../../shared/calendar/contract';
import { dateAfter } from '../../shared/roster/pattern';

/** One date as the year shows it. */
export interface YearDay {
  date: string;
  day: number;
  kind: DayKind;
  /** Statutory name, of holidays and make-up workdays. */
  arranged: CalendarDay | undefined;
  mark: CalendarYear['marked'][number] | undefined;
}

/** The weeks of a month from Monday on; blanks before the first and after the last. */
export function weeksOf(year: CalendarYear, month: number): (YearDay | undefined)[][] {
  const first = `${year.year}-${String(month).padStart(2, '0')}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (YearDay | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let date = first; date.slice(5, 7) === first.slice(5, 7); date = dateAfter(date, 1)) days.push(dayOf(year, date));
  while (days.length % 7 !== 0) days.push(undefined);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

export function dayOf({ days, marked }: Pick<CalendarYear, 'days' | 'marked'>, date: string): YearDay {
  return {
    date,
    day: Number(date.slice(8)),
    kind: dayKindOf({ days }, date),
    arranged: days.find((day) => day.date === date),
    mark: marked.find((day) => day.date === date),
  };
}

export interface DayRun {
  name: string;
  kind: CalendarDay['kind'];
  first: string;
  last: string;
  days: number;
}

/** Neighbouring days of one holiday as one line. */
export function runsOf(days: readonly CalendarDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const { date, kind, name } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = runs.at(-1);
    if (last && last.kind === kind && last.name === name && dateAfter(last.last, 1) === date) {
      last.last = date;
      last.days += 1;
    } else runs.push({ name, kind, first: date, last: date, days: 1 });
  }
  return runs;
}
