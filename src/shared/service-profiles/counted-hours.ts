import { dayKindOf, type DutyCalendar } from '../calendar/calendar';
import { dateAfter } from '../roster/pattern';
import { dateIn, day, type Instant, instantIn } from '../time';
import type { Hours } from './profile';

/** A span of time, its end not counted in. */
export interface Span {
  from: Instant;
  until: Instant;
}

/** What the arithmetic of hours needs to know beside the hours themselves. */
export interface CalendarBook {
  zone: string;
  calendar: Pick<DutyCalendar, 'days'>;
}

/** Looks no further ahead than this for hours that count, days. */
const farthest = 4_000;

/** The spans that count on one date, in order. */
function spansOn({ days, spans }: Hours, date: string, { zone, calendar }: CalendarBook): Span[] {
  if (days !== 'allDays') {
    const works = dayKindOf(calendar, date) === 'workday';
    if (works !== (days === 'workdays')) return [];
  }
  return spans.map(({ from, until }) => ({ from: momentOn(zone, date, from), until: momentOn(zone, date, until) }));
}

function momentOn(zone: string, date: string, time: string): Instant {
  const [on, at] = time === '24:00' ? [dateAfter(date, 1), '00:00'] : [date, time];
  return instantIn(zone, on, at) ?? Date.parse(`${on}T${at}:00Z`);
}

/** True when a moment lies within the hours; their end does not. */
export function isWithin(hours: Hours, at: Instant, book: CalendarBook): boolean {
  return spansOn(hours, dateIn(book.zone, at), book).some(({ from, until }) => at >= from && at < until);
}

/** How much of a span counts, ms. Without hours every minute does. */
export function countedBetween(hours: Hours | undefined, from: Instant, until: Instant, book: CalendarBook): number {
  if (until <= from) return 0;
  if (!hours) return until - from;
  let counted = 0;
  for (let date = dateIn(book.zone, from), i = 0; i < farthest; date = dateAfter(date, 1), i++) {
    if (momentOn(book.zone, date, '00:00') >= until) break;
    for (const span of spansOn(hours, date, book)) counted += Math.max(0, Math.min(until, span.until) - Math.max(from, span.from));
  }
  return counted;
}

/** The moment at which, from `from` on, so much time that counts has passed. Hours that never come answer the end of what is looked at. */
export function momentAfter(hours: Hours | undefined, from: Instant, amount: number, book: CalendarBook): Instant {
  if (!hours || amount <= 0) return from + Math.max(0, amount);
  let left = amount;
  for (let date = dateIn(book.zone, from), i = 0; i < farthest; date = dateAfter(date, 1), i++) {
    for (const span of spansOn(hours, date, book)) {
      const start = Math.max(from, span.from);
      if (start >= span.until) continue;
      if (span.until - start >= left) return start + left;
      left -= span.until - start;
    }
  }
  return from + farthest * day;
}
