import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, Id, Text } from '../input';
import { deskRoles, type Role } from '../roles';
import { RosterDecision, RosterPreviewed } from './reading';

/** Who writes the roster. */
export const rosterKeepers = ['shiftLeader', 'office'] as const satisfies readonly Role[];

/** Longest span of one file, days. */
export const longestSpan = 400;
/** Most dates of one roster that is read. */
export const mostRows = 400;

/** Largest file that is read, bytes. */
export const largestFile = 10 * 1024 * 1024;

const Spreadsheet = z.object({
  name: FilledLine(120),
  /** The file's bytes. Somewhat more than the largest is let in, to be refused in words. */
  content: z
    .string()
    .min(4, 'required')
    .max(largestFile * 2)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64'),
  /** Where the file does not say it, or says it wrongly. */
  year: z.number().int().min(2000).max(2100).optional(),
});
/** Why a file is refused; `preview` and `import` alike. */
const spreadsheetRefusals = [
  'fileTooLarge',
  'notASpreadsheet',
  'oldSpreadsheet',
  'spreadsheetTooComplex',
  'noRosterFound',
  'tooManyRows',
] as const;

const date = z.iso.date('date').regex(/^20/, 'date');
const dates = { first: date, last: date };
const inOrder = ({ first, last }: { first: string; last: string }) => first <= last;
const notTooLong = ({ first, last }: { first: string; last: string }) => Date.parse(last) - Date.parse(first) <= longestSpan * 86_400_000;
const Span = z
  .object(dates)
  .refine(inOrder, { path: ['last'], message: 'endsBeforeItBegins' })
  .refine(notTooLong, { path: ['last'], message: 'spanTooLong' });
const PersonSpan = z
  .object({ ...dates, person: z.object({ id: Id.optional(), name: FilledLine(40) }) })
  .refine(inOrder, { path: ['last'], message: 'endsBeforeItBegins' })
  .refine(notTooLong, { path: ['last'], message: 'spanTooLong' });

/** A file to be saved: its proposed name and its bytes in base64. */
const NamedFile = z.object({ name: z.string(), content: z.string() });

/** The roster as files: a unit's own spreadsheet in, a spreadsheet and calendars out. */
export const rosterFiles = slice('rosterFiles', {
  /** Reads a unit's spreadsheet and says of every cell who it means, and what has to be decided, and what the rules hold it against. Writes nothing. */
  preview: query({
    input: Spreadsheet,
    output: RosterPreviewed,
    roles: rosterKeepers,
    reads: ['rosterFiles', 'roster', 'people', 'calendar'],
    refuses: spreadsheetRefusals,
  }),
  /** Reads the file again and brings in every shift of it, or none. Done twice it changes nothing. */
  import: command({
    input: Spreadsheet.extend({
      decisions: z.array(RosterDecision).max(2_000).default([]),
      /** From the preview the person has seen. */
      plan: z.string().max(64).optional(),
      reason: Text(300).default(''),
    }),
    output: z.object({ changed: z.number(), unchanged: z.number() }),
    roles: rosterKeepers,
    refuses: [...spreadsheetRefusals, 'issuesUndecided', 'reasonNeeded', 'rosterChanged'],
  }),
  /** The matrix as a unit keeps it, A4; {@link rosterFiles.preview} reads it back unchanged. */
  spreadsheet: query({ input: Span, output: NamedFile, roles: deskRoles, reads: ['roster'] }),
  /** One person's shifts as iCalendar (RFC 5545); brought in again, it replaces what it brought before. */
  calendarOfPerson: query({
    input: PersonSpan,
    output: NamedFile.extend({ shifts: z.number() }),
    roles: deskRoles,
    reads: ['roster'],
  }),
  /** Everybody who stands a shift in a span, with how many. */
  people: query({
    input: Span,
    output: z.array(z.object({ id: Id.optional(), name: z.string(), shifts: z.number() })),
    roles: deskRoles,
    reads: ['roster'],
  }),
});
