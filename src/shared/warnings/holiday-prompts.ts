import { z } from 'zod';
import { dateAfter } from '../roster/pattern';
import type { CalendarDay } from '../calendar/calendar';
import { event } from '../event';
import { Id, InstantInput, Line, Text } from '../input';
import { author, replaces } from './contents';

/** So many days ahead of a statutory holiday it is asked whether its preparation begins (issue 5, «Warnings and levels»). */
export const promptDaysAhead = 10;

const date = z.iso.date('date');

/** The station asked: `五一预案：是否开始准备？` */
export const holidayPromptRaised = event(
  'holidayPrompt.raised@1',
  z.strictObject({ name: Line(40), year: z.number().int().min(1970).max(9999), firstDay: date, lastDay: date }),
);
export const holidayPromptAnswered = event(
  'holidayPrompt.answered@1',
  z.strictObject({ author, answer: z.enum(['start', 'notNeeded']), reason: Text(400), replaces }),
);
export type PromptAnswer = 'start' | 'notNeeded';

export const HolidayPrompt = z.object({
  id: Id,
  name: z.string(),
  year: z.number(),
  firstDay: z.string(),
  lastDay: z.string(),
  raisedAt: InstantInput,
  /** Open: not answered, or two desks answered differently. */
  open: z.boolean(),
  contested: z.boolean(),
  answers: z.array(
    z.object({
      entry: Id,
      answer: z.enum(['start', 'notNeeded']),
      reason: z.string(),
      author: z.string(),
      at: z.number(),
      letter: z.string(),
    }),
  ),
});
export type HolidayPrompt = z.infer<typeof HolidayPrompt>;

export interface Holiday {
  name: string;
  /** Of its last day: New Year's holiday may begin in December. */
  year: number;
  firstDay: string;
  lastDay: string;
}

/** The statutory holidays of a calendar: days of one name that follow one another. */
export function holidaysIn(days: readonly CalendarDay[]): Holiday[] {
  const holidays: Holiday[] = [];
  for (const day of days.filter(({ kind }) => kind === 'holiday').toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = holidays.at(-1);
    if (last?.name === day.name && dateAfter(last.lastDay, 1) === day.date) {
      last.lastDay = day.date;
      last.year = Number(day.date.slice(0, 4));
    } else holidays.push({ name: day.name, year: Number(day.date.slice(0, 4)), firstDay: day.date, lastDay: day.date });
  }
  return holidays;
}

/** Holidays to be asked about on a date: from ten days ahead until they are over, so that a station that was off still asks. */
export function holidaysToAsk(days: readonly CalendarDay[], today: string): Holiday[] {
  return holidaysIn(days).filter(({ firstDay, lastDay }) => dateAfter(firstDay, -promptDaysAhead) <= today && today <= lastDay);
}
