import { z } from 'zod';
import { Line } from '../input';

const date = z.iso.date('date');

/** A day that is not what its weekday says: a statutory holiday, or a make-up workday (调休) at a weekend. */
export const CalendarDay = z.strictObject({ date, kind: z.enum(['holiday', 'workday']), name: Line(40) });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A day on which the command centre is manned more strongly (domain.md 1): a holiday, severe weather, a major event. */
export const MarkedDay = z.strictObject({ date, occasion: Line(60) });
export type MarkedDay = z.infer<typeof MarkedDay>;

/** What the station knows of a span of dates. Plain data: the same arithmetic runs in the station and on the screens. */
export interface DutyCalendar {
  days: CalendarDay[];
  marked: MarkedDay[];
}

export type DayKind = 'workday' | 'weekend' | 'holiday';

/** What kind of day a date is: the statutory arrangement first, then the weekday. */
export function dayKindOf({ days }: Pick<DutyCalendar, 'days'>, date: string): DayKind {
  const arranged = days.find((day) => day.date === date);
  if (arranged) return arranged.kind;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? 'weekend' : 'workday';
}

/** Why a date needs the stronger watch: its mark, or the statutory holiday it lies in; undefined on an ordinary day. */
export function occasionOf({ days, marked }: DutyCalendar, date: string): string | undefined {
  return marked.find((day) => day.date === date)?.occasion ?? days.find((day) => day.date === date && day.kind === 'holiday')?.name;
}
