import { dateIn, day, type Instant, instantIn, minute, timeIn } from '../../shared/time';

/** Which way a time without a date points: an event lies behind (`past`), a deadline ahead (`future`). */
export type TimeDirection = 'past' | 'future';

/** A clock that goes a little ahead at the caller's must not throw the event back by a whole day. */
const leeway = 10 * minute;

const dayWords: Record<string, number> = { 前天: -2, 昨: -1, 昨天: -1, 昨日: -1, 今: 0, 今天: 0, 今日: 0, 明: 1, 明天: 1, 明日: 1 };

/** The date so many days later, calendar only: `2026-03-01` and -1 give `2026-02-28`. */
function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function clockOf(text: string): string | undefined {
  const parts =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ??
    /^(\d{1,2})点(?:(\d{1,2})分?)?()$/.exec(text) ??
    /^(\d{1,2})(\d{2})()$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = [parts[1] ?? '', parts[2] ?? '00', parts[3] || ''].map((part) =>
    part ? part.padStart(2, '0') : '',
  ) as [string, string, string];
  return `${hours}:${minutes || '00'}${seconds ? `:${seconds}` : ''}`;
}

/** The date part: whole, or month and day of the year that fits the direction. */
function dateOf(text: string, today: string, direction: TimeDirection): string | undefined {
  const shift = dayWords[text];
  if (shift !== undefined) return shiftDate(today, shift);
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (whole) return `${whole[1]}-${(whole[2] ?? '').padStart(2, '0')}-${(whole[3] ?? '').padStart(2, '0')}`;
  const part = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!part) return undefined;
  const monthDay = `${(part[1] ?? '').padStart(2, '0')}-${(part[2] ?? '').padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  if (direction === 'past') return `${`${year}-${monthDay}` > shiftDate(today, 1) ? year - 1 : year}-${monthDay}`;
  return `${`${year}-${monthDay}` < today ? year + 1 : year}-${monthDay}`;
}

/**
 * Reads what an officer types for a moment, in the station's zone: `0340`, `3:40`, `03:40:12`, `3点40分`, `昨天 2350`, `11-22 03:40`,
 * `1122 0340`, `2026-11-22 03:40`, `11220340`, `-15` (minutes ago), `现在`. Full-width signs count as plain ones.
 * Without a date it is the latest such time that has passed (or, for `future`, the next to come).
 * Returns undefined for text that is no moment.
 */
export function parseTime(typed: string, zone: string, now: Instant, direction: TimeDirection = 'past'): Instant | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[年月/.]/g, '-')
    .replace(/日/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '现在' || text === 'now') return now - (now % minute);
  const ago = /^-(\d{1,4})$/.exec(text);
  if (ago) return now - (now % minute) - Number(ago[1]) * minute;
  const run = /^(\d{4}|\d{8})(\d{4})$/.exec(text);
  const [first, second] = run
    ? [run[1], run[2]]
    : (/^(.+?)[ t](.+)$/.exec(text)?.slice(1) ?? /^(前天|昨[天日]?|今[天日]?|明[天日]?)(.+)$/.exec(text)?.slice(1) ?? [undefined, text]);
  const clock = clockOf((second ?? '').trim());
  if (!clock) return undefined;
  const today = dateIn(zone, now);
  if (first !== undefined) {
    const date = dateOf(first, today, direction);
    return date ? instantIn(zone, date, clock) : undefined;
  }
  const at = instantIn(zone, today, clock);
  if (at === undefined) return undefined;
  if (direction === 'past' && at > now + leeway) return instantIn(zone, shiftDate(today, -1), clock);
  if (direction === 'future' && at < now) return instantIn(zone, shiftDate(today, 1), clock);
  return at;
}

/** How a moment stands in a time field: `2026-11-22 03:40`, seconds only when it has some. */
export function timeText(at: Instant, zone: string): string {
  return `${dateIn(zone, at)} ${timeIn(zone, at, at % minute !== 0)}`;
}
