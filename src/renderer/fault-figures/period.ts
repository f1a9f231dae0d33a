import { dateAfter } from '../../shared/roster/pattern';
import { daysOf, type FigurePeriod, longestFigurePeriod } from '../../shared/faults/figure-groups';

export const presets = ['today', 'days7', 'month', 'lastMonth'] as const;
export type Preset = (typeof presets)[number];

/** The days of a preset, seen from today (`2026-11-22`). */
export function periodOf(preset: Preset, today: string): FigurePeriod {
  const first = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'today':
      return { from: today, until: today };
    case 'days7':
      return { from: dateAfter(today, -6), until: today };
    case 'month':
      return { from: first, until: today };
    default: {
      const until = dateAfter(first, -1);
      return { from: `${until.slice(0, 7)}-01`, until };
    }
  }
}

/** Whether two dates as typed make a period that can be counted. */
export function isPeriod({ from, until }: FigurePeriod): boolean {
  const whole = (date: string) => /^[12]\d{3}-\d{2}-\d{2}$/u.test(date) && date >= '1970-01-01';
  return whole(from) && whole(until) && from <= until && daysOf({ from, until }) <= longestFigurePeriod;
}
