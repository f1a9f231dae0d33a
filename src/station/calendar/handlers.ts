import type { calendar as contract } from '../../shared/calendar/contract';
import { calendarDayMarked, calendarDayUnmarked, calendarYearNoticed, mostNoticedDays } from '../../shared/calendar/events';
import type { CalendarDay } from '../../shared/calendar/calendar';
import { readNotice } from '../../shared/calendar/notice-text';
import { canonicalJson } from '../../shared/canonical';
import { append, type HandlersOf, refuse } from '../handler';
import { derivedId } from '../random';
import { calendarDayId, calendarYearId, calendarYearOf, daysOfYear, readMark, readYear } from './read';

/** The statutory calendar and the marked days (domain.md 1 and 3: working-time clocks and the stronger watch follow it). */
export const calendarHandlers: HandlersOf<typeof contract> = {
  year: ({ year }, { db }) => calendarYearOf({ db }, year),
  previewNotice: ({ text, year }, { db }) => {
    const notice = readNotice(text, year);
    const days = notice.days.map(plain);
    const now = notice.year === undefined ? [] : daysOfYear({ db }, notice.year);
    return {
      plan: planOf(days, inForceOf(notice.year, db)),
      year: notice.year ?? null,
      source: notice.source,
      days,
      misunderstood: notice.misunderstood,
      passedOver: notice.passedOver,
      added: days.filter((day) => !now.some((other) => sameDay(day, other))),
      removed: now.filter((day) => !days.some((other) => sameDay(day, other))),
    };
  },
  importNotice: ({ text, year: saidYear, source, leaveOut, plan }, { db, officer }) => {
    const { year, days: read, misunderstood, source: title } = readNotice(text, saidYear);
    if (year === undefined) return refuse('yearMissing');
    const wrong = misunderstood.filter(({ line }) => !leaveOut.includes(line));
    if (wrong[0]) return refuse('linesNotUnderstood', { count: wrong.length, line: wrong[0].line });
    if (plan !== undefined && plan !== planOf(read.map(plain), inForceOf(year, db))) return refuse('calendarChanged');
    const days = read.filter(({ line }) => !leaveOut.includes(line)).map(plain);
    if (days.length === 0) return refuse('nothingUnderstood');
    if (days.length > mostNoticedDays) return refuse('tooManyDays', { count: days.length });
    const state = readYear({ db }, year);
    const said = source || title || `${year}`;
    const last = state?.notices.at(-1);
    const same = last && state?.inForce.length === 1 && last.source === said && canonicalJson(last.days) === canonicalJson(days);
    const answer = { year, days: days.length, changed: !same };
    if (same) return append([], answer);
    const replaces = (state?.inForce ?? []).slice(-50);
    return append(calendarYearNoticed(calendarYearId(year), { author: officer.name, year, days, source: said, replaces }), answer);
  },
  mark: ({ date, occasion, reason }, { db, officer }) => {
    const mark = readMark({ db }, date);
    if (mark?.occasion === occasion && mark.reason === reason) return refuse('alreadyMarked', { occasion: mark.occasion });
    return append(calendarDayMarked(calendarDayId(date), { author: officer.name, date, occasion, reason }));
  },
  unmark: ({ date, reason }, { db, officer }) => {
    if (!readMark({ db }, date)) return refuse('notMarked');
    return append(calendarDayUnmarked(calendarDayId(date), { author: officer.name, date, reason }));
  },
};

function plain({ date, kind, name }: CalendarDay): CalendarDay {
  return { date, kind, name };
}

function sameDay(one: CalendarDay, other: CalendarDay): boolean {
  return one.date === other.date && one.kind === other.kind && one.name === other.name;
}

function inForceOf(year: number | undefined, db: Parameters<typeof readYear>[0]['db']): string[] {
  return year === undefined ? [] : (readYear({ db }, year)?.inForce ?? []);
}

function planOf(days: readonly CalendarDay[], inForce: readonly string[]): string {
  return derivedId(canonicalJson({ days, inForce } as never));
}
