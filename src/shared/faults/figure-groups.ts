import { dateAfter } from '../roster/pattern';
import { day } from '../time';
import type { CountedFault, Counting } from './figures';

/** From the first day to the last, both counted, in the station's zone: `2026-11-01`. */
export interface FigurePeriod {
  from: string;
  until: string;
}

/** Longest period that is counted, days. */
export const longestFigurePeriod = 366;

/** How many days a period has. */
export function daysOf({ from, until }: FigurePeriod): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / day) + 1;
}

/** The period of the same length that ends the day before. */
export function periodBefore(period: FigurePeriod): FigurePeriod {
  const days = daysOf(period);
  return { from: dateAfter(period.from, -days), until: dateAfter(period.from, -1) };
}

/** Longer than this a period is shown by month: a day would be too thin to be seen or chosen. */
const mostDaysShown = 62;

/** The days of a period in order, or its months when it is long. */
export function stretchesOf(period: FigurePeriod): string[] {
  const days = Array.from({ length: daysOf(period) }, (_, i) => dateAfter(period.from, i));
  return days.length > mostDaysShown ? [...new Set(days.map(monthOf))] : days;
}

/** Which of {@link stretchesOf} a date lies in. */
export function stretchOf(date: string, period: FigurePeriod): string {
  return daysOf(period) > mostDaysShown ? monthOf(date) : date;
}

const monthOf = (date: string) => date.slice(0, 7);

/** By what faults are put side by side. Every fault lies in exactly one bucket of each. */
export const groupings = [
  'day',
  'hour',
  'class',
  'subsystem',
  'area',
  'cause',
  'tier',
  'engineer',
  'breached',
  'firstTime',
  'reopened',
  'satisfaction',
] as const;
export type Grouping = (typeof groupings)[number];

/** Groupings whose keys are free text: only the most frequent are shown, the rest together. */
export const freeGroupings: readonly Grouping[] = ['area', 'cause', 'engineer'];
export const mostShown = 10;
/** Groupings of which each group says how soon it was served and how often too late. */
export const comparedGroupings = ['class', 'subsystem', 'area', 'tier', 'engineer', 'cause'] as const satisfies readonly Grouping[];

/** Keys beside the named ones, which begin with `=`. */
export const unnamed = { other: 'other', none: 'none' } as const;

/** What groups a fault. Free text is blank where nothing is known. */
export interface GroupedFault extends CountedFault {
  counting: Counting;
  /** Date of the report in the station's zone, and the hour: `03`. */
  date: string;
  hour: string;
  profile: string;
  class: string;
  subsystem: string;
  area: string;
  cause: string;
  tier: string;
  engineer: string;
}

/** The bucket of a fault; `top` are the keys of a free grouping that are shown by themselves. */
export function bucketOf(fault: GroupedFault, grouping: Grouping, period: FigurePeriod, top?: ReadonlySet<string>): string {
  switch (grouping) {
    case 'day':
      return stretchOf(fault.date, period);
    case 'hour':
      return fault.hour;
    // Codes are a profile's own: A of one is not A of another.
    case 'class':
      return `${fault.profile}/${fault.class}`;
    case 'tier':
      return fault.tier === '' ? unnamed.none : `${fault.profile}/${fault.tier}`;
    case 'subsystem':
      return fault.subsystem;
    case 'breached':
      return fault.breached ? 'yes' : 'no';
    case 'reopened':
      return fault.reopenings > 0 ? 'yes' : 'no';
    case 'firstTime':
      return fault.firstTime;
    case 'satisfaction':
      return fault.satisfaction ?? unnamed.none;
    default: {
      const text = fault[grouping];
      if (text === '') return unnamed.none;
      return !top || top.has(`=${text}`) ? `=${text}` : unnamed.other;
    }
  }
}

/** The most frequent keys of a free grouping; the same ones serve the period before, so that bars stand side by side. */
export function topOf(faults: readonly GroupedFault[], grouping: Grouping, period: FigurePeriod): Set<string> {
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const key = bucketOf(fault, grouping, period);
    if (key !== unnamed.none) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const order = [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  return new Set(order.slice(0, mostShown).map(([key]) => key));
}
