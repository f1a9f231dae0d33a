import { dateAfter } from '../roster/pattern';
import { millisecondsOf } from '../service-profiles/duration';
import type { Duty } from '../service-profiles/profile-format';
import { dateIn, type Instant, instantIn, timeIn } from '../time';

type Every = Duty['every'];

/** One period of a duty: from its first moment up to, not with, its last. */
export interface Period {
  /** The same on every desk: `2026-11-01/1month`, `2026-11-22T03/1hour`. */
  key: string;
  from: Instant;
  until: Instant;
}

/** Weeks begin on Monday; of several weeks the first begins on this one. */
const firstMonday = '1970-01-05';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const monthDate = (month: number) => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The period of a duty that a moment lies in, by the calendar of the station's zone: hours and days from midnight, weeks from
 * Monday, months and whatever consists of months (half-years from January and July) from the first of a month. Works on holidays
 * too: a contract that asks for a daily ledger asks for it on every day.
 */
export function periodAt(every: Every, at: Instant, zone: string): Period {
  const { count, unit } = every;
  const date = dateIn(zone, at);
  if (unit === 'hour') return hourAt(count, date, at, zone);
  const [from, until] = datesOf(count, unit, date);
  return { key: `${from}/${count}${unit}`, from: midnight(zone, from), until: midnight(zone, until) };
}

function hourAt(count: number, date: string, at: Instant, zone: string): Period {
  const hour = Math.floor(Number(timeIn(zone, at).slice(0, 2)) / count) * count;
  const text = String(hour).padStart(2, '0');
  const end = hour + count;
  const from = instantIn(zone, date, `${text}:00`) ?? at;
  const until = end >= 24 ? midnight(zone, dateAfter(date, 1)) : (instantIn(zone, date, `${String(end).padStart(2, '0')}:00`) ?? at);
  return { key: `${date}T${text}/${count}hour`, from, until };
}

/** First day, and the first day after. */
function datesOf(count: number, unit: Exclude<Every['unit'], 'hour'>, date: string): [string, string] {
  if (unit === 'day' || unit === 'week') {
    const length = unit === 'week' ? count * 7 : count;
    const since = dayNumber(date) - dayNumber(firstMonday);
    const from = dateAfter(date, -(((since % length) + length) % length));
    return [from, dateAfter(from, length)];
  }
  const length = count * monthsIn[unit];
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const from = month - (month % length);
  return [monthDate(from), monthDate(from + length)];
}

function midnight(zone: string, date: string): Instant {
  return instantIn(zone, date, '00:00') ?? Date.parse(`${date}T00:00:00Z`);
}

/** The period after one. */
export function periodAfter(every: Every, { until }: Period, zone: string): Period {
  return periodAt(every, until, zone);
}

/** The period before one. */
export function periodBefore(every: Every, { from }: Period, zone: string): Period {
  return periodAt(every, from - 1, zone);
}

/** The last moment at which a duty of a period is in time: the end of the period, or so long after it as the contract leaves. */
export function dueAtOf({ within }: Pick<Duty, 'within'>, { until }: Period): Instant {
  return until + (within === undefined ? 0 : millisecondsOf(within));
}
