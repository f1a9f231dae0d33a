import { z } from 'zod';
import { event } from '../event';
import { FilledLine, Id, Line } from '../input';
import { CalendarDay } from './calendar';

const date = z.iso.date('date');
/** Years that a notice may be for: the first yearly arrangement was that of 2000. */
export const NoticeYear = z.number().int().min(2000).max(2100);
/** Most days one yearly notice arranges; the real ones have about forty. */
export const mostNoticedDays = 150;

/** The yearly notice of holidays and make-up workdays was read in. Counts before the kept calendar library for its year. */
export const calendarYearNoticed = event(
  'calendarYear.noticed@1',
  z.strictObject({
    author: Line(40),
    year: NoticeYear,
    days: z.array(CalendarDay).max(mostNoticedDays),
    /** Which notice it was, as its title or number says. */
    source: FilledLine(120),
    /** The notices in force when this one was read in, by entry id: two that do not know each other contest. */
    replaces: z.array(Id).max(50),
  }),
);

/** A date on which the stronger watch is demanded (domain.md 1): severe weather, a major event. */
export const calendarDayMarked = event(
  'calendarDay.marked@1',
  z.strictObject({ author: Line(40), date, occasion: FilledLine(60), reason: Line(200) }),
);
export const calendarDayUnmarked = event('calendarDay.unmarked@1', z.strictObject({ author: Line(40), date, reason: FilledLine(200) }));
