import { dateIn, hour, type Instant, instantIn, yearIn } from '../time';

/** A day as typed: `11-05`, `11/5`, `11.05`, `11月5日`, each also with a year before it. */
const withYear = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const withoutYear = /^(?:(\d{1,2})[-/](\d{1,2})|(\d{1,2})月(\d{1,2})[日号])$/;

/** A day in the station's zone: its date and its first and first-no-longer moment. */
export interface TypedDay {
  date: string;
  from: Instant;
  until: Instant;
}

/** The day a typed part means, or undefined when it is none. Without a year it is the latest such day that is not ahead. */
export function typedDay(part: string, zone: string, now: Instant): TypedDay | undefined {
  const text = part.normalize('NFKC');
  const full = withYear.exec(text);
  if (full) return dayOf(zone, dateText(Number(full[1]), Number(full[2]), Number(full[3])));
  const short = withoutYear.exec(text);
  if (!short) return undefined;
  const [month, dayOfMonth] = [Number(short[1] ?? short[3]), Number(short[2] ?? short[4])];
  const today = dateIn(zone, now);
  // A 29 February may lie up to eight years back.
  for (let year = yearIn(zone, now), tries = 0; tries < 9; year--, tries++) {
    const date = dateText(year, month, dayOfMonth);
    if (date > today) continue;
    const found = dayOf(zone, date);
    if (found) return found;
  }
  return undefined;
}

function dateText(year: number, month: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

function dayOf(zone: string, date: string): TypedDay | undefined {
  const from = instantIn(zone, date, '00:00');
  if (from === undefined || from < 0) return undefined;
  // 26 hours on is the next date whatever summer time does.
  const until = instantIn(zone, dateIn(zone, from + 26 * hour), '00:00');
  return until === undefined ? undefined : { date, from, until };
}
