// The data of the kept library and not its code: all that is wanted of it is which day is what.
import statutory from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDay } from '../../shared/calendar/calendar';

let byYear: ReadonlyMap<number, CalendarDay[]> | undefined;

/** Holidays and make-up workdays that the kept library knows of a year, by date; undefined for a year not published when it was packed. */
export function libraryDaysOf(year: number): CalendarDay[] | undefined {
  byYear ??= sorted();
  return byYear.get(year);
}

function sorted(): ReadonlyMap<number, CalendarDay[]> {
  const years = new Map<number, CalendarDay[]>();
  const take = (days: Readonly<Record<string, string>>, kind: CalendarDay['kind']) => {
    for (const [date, facts] of Object.entries(days)) {
      const year = Number(date.slice(0, 4));
      // `Labour Day,劳动节,2`: English, Chinese, statutory days.
      const day = { date, kind, name: facts.split(',')[1] ?? '' };
      years.set(year, [...(years.get(year) ?? []), day]);
    }
  };
  take(statutory.holidays, 'holiday');
  take(statutory.workdays, 'workday');
  for (const days of years.values()) days.sort((a, b) => (a.date < b.date ? -1 : 1));
  return years;
}
