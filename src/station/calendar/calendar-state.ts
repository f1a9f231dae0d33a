import type { CalendarDay } from '../../shared/calendar/calendar';
import { calendarDayMarked, calendarDayUnmarked, calendarYearNoticed } from '../../shared/calendar/events';
import type { Instant } from '../../shared/time';
import { type FoldOf, on } from '../journal/projection';

/** What the notices read in for one year amount to. */
export interface YearState {
  year: number;
  /** In clock order; the last one holds. */
  notices: { entry: string; at: Instant; author: string; source: string; days: CalendarDay[] }[];
  /** Entries that no later notice knew of; more than one contest. */
  inForce: string[];
}

export const unnoticed: YearState = { year: 0, notices: [], inForce: [] };

export const yearFolds: FoldOf<YearState>[] = [
  on(calendarYearNoticed, (state: YearState, { author, year, days, source, replaces }, { id, at }) => ({
    year,
    notices: [...state.notices, { entry: id, at, author, source, days }],
    inForce: [...state.inForce.filter((entry) => !replaces.includes(entry)), id],
  })),
];

/** What was said of one date. The last word holds; what came before stays on record. */
export interface DayState {
  date: string;
  mark: { occasion: string; reason: string; author: string; at: Instant } | null;
}

export const ordinary: DayState = { date: '', mark: null };

export const dayFolds: FoldOf<DayState>[] = [
  on(
    calendarDayMarked,
    (_: DayState, { date, occasion, reason, author }, { at }): DayState => ({
      date,
      mark: { occasion, reason, author, at },
    }),
  ),
  on(calendarDayUnmarked, (_: DayState, { date }): DayState => ({ date, mark: null })),
];
