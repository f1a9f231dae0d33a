import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, FilledText, Id, Line } from '../input';
import type { Role } from '../roles';
import { CalendarDay, MarkedDay } from './calendar';
import { mostNoticedDays, NoticeYear } from './events';

/** Who reads in the yearly notice and marks days (domain.md 1: the office keeps the emergency organisation, leaders the shifts). */
export const calendarKeepers = ['office', 'shiftLeader'] as const satisfies readonly Role[];

/** Longest notice text, characters. The real ones have about a thousand. */
export const longestNotice = 20_000;

/** Where a year's arrangement comes from; `none` as long as it is not published. */
export const calendarSources = ['notice', 'library', 'none'] as const;

export const CalendarYear = z.object({
  year: z.number(),
  /** False: neither the kept library nor a notice knows this year; only weekdays and weekends are certain. */
  published: z.boolean(),
  source: z.enum(calendarSources),
  /** The notice in force, where one was read in. */
  notice: z.object({ entry: Id, source: z.string(), author: z.string(), at: z.number() }).optional(),
  /** Two desks read in different arrangements apart: somebody must read in the right one again. */
  contested: z.boolean(),
  days: z.array(CalendarDay),
  marked: z.array(MarkedDay.extend({ reason: z.string(), author: z.string(), at: z.number() })),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Why a line of a notice was not understood. */
export const lineProblems = [
  'noDate',
  'dateUnreadable',
  'dateMissing',
  'weekdayDiffers',
  'countDiffers',
  'noOccasion',
  'kindUnreadable',
  'dayTwice',
  'spanTooLong',
  'anotherYear',
] as const;
export type LineProblem = (typeof lineProblems)[number];

export const NoticeLine = z.object({
  /** From 1. */
  line: z.number(),
  text: z.string(),
  problem: z.enum(lineProblems),
  /** The piece that was not understood. */
  piece: z.string(),
});
export type NoticeLine = z.infer<typeof NoticeLine>;

export const NoticePreview = z.object({
  /** Names this outcome: an import that carries it is refused when the calendar has changed since. */
  plan: z.string(),
  year: z.number().nullable(),
  source: z.string(),
  days: z.array(CalendarDay),
  misunderstood: z.array(NoticeLine),
  /** Salutation, signature, remarks: read, and holding no arrangement. */
  passedOver: z.array(z.object({ line: z.number(), text: z.string() })),
  /** Against what holds for the year now. */
  added: z.array(CalendarDay),
  removed: z.array(CalendarDay),
});
export type NoticePreview = z.infer<typeof NoticePreview>;

const Notice = z.object({
  text: FilledText(longestNotice),
  /** Where the text itself does not say it. */
  year: NoticeYear.optional(),
});

/** The statutory calendar (holidays and make-up workdays 调休) and the days that demand the stronger watch. */
export const calendar = slice('calendar', {
  year: query({ input: z.object({ year: NoticeYear }), output: CalendarYear, roles: 'signedIn', reads: ['calendar'] }),
  /** Reads the text of the yearly notice, or a plain table (date, kind, name), and names every line it did not understand. Writes nothing. */
  previewNotice: query({ input: Notice, output: NoticePreview, roles: calendarKeepers, reads: ['calendar'] }),
  /** All that was understood, or nothing: a line that was not understood must be left out by its number. Done twice it changes nothing. */
  importNotice: command({
    input: Notice.extend({
      /** Where it differs from the title found in the text. */
      source: Line(120).default(''),
      leaveOut: z.array(z.number().int().min(1)).max(2_000).default([]),
      plan: z.string().max(64).optional(),
    }),
    output: z.object({ year: z.number(), days: z.number(), changed: z.boolean() }),
    roles: calendarKeepers,
    refuses: ['yearMissing', 'nothingUnderstood', 'linesNotUnderstood', 'tooManyDays', 'calendarChanged'],
  }),
  mark: command({
    input: z.object({ date: z.iso.date('date'), occasion: FilledLine(60), reason: Line(200).default('') }),
    output: z.null(),
    roles: calendarKeepers,
    refuses: ['alreadyMarked'],
  }),
  unmark: command({
    input: z.object({ date: z.iso.date('date'), reason: FilledLine(200) }),
    output: z.null(),
    roles: calendarKeepers,
    refuses: ['notMarked'],
  }),
});

export { mostNoticedDays };
