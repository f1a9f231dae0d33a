import { z } from 'zod';
import { CalendarDay, MarkedDay } from '../calendar/calendar';
import { PersonReference } from '../references';
import { Leave, LeftPerson } from '../roster/absence';
import { Assignment } from '../roster/assignment';
import { RosterRules } from '../roster/rules-in-force';
import { Shift } from '../roster/shift';

/** What stands in the way of a cell, a name or a row, and what can be done about it. */
export const rosterIssues = [
  'unknownName',
  'abbreviation',
  'namesake',
  'hasLeft',
  'nameTooLong',
  'standIn',
  'noteInBrackets',
  'openPost',
  'severalLeaders',
  'twiceOnShift',
  'tooMany',
  'noSuchShift',
  'dateUnreadable',
  'dateTwice',
  'weekdayDiffers',
  'blankCell',
] as const;
export type RosterIssueKind = (typeof rosterIssues)[number];

/**
 * How an issue is mended: `person <id>` (anybody of the register), `asWritten` (a name outside the register), `leaveOpen` (the post
 * stays open), `leaveOut`, `standIn`, `original`, `open <shift> <posts>`, `none`, `keep`, `clear`, `date <date>`.
 */
export const RosterMend = z.object({ key: z.string(), person: PersonReference.optional() });
export type RosterMend = z.infer<typeof RosterMend>;

export const RosterIssue = z.object({
  /** Names it in a decision. The same written name is one issue wherever it stands. */
  key: z.string(),
  kind: z.enum(rosterIssues),
  /** `E15`, all the places. */
  cells: z.array(z.string()),
  /** As it is written. */
  text: z.string(),
  options: z.array(RosterMend),
  /** What is done when nobody decides otherwise; null: somebody must decide. */
  proposed: z.string().nullable(),
  /** True where any other person of the register may be named too. */
  anyPerson: z.boolean(),
});
export type RosterIssue = z.infer<typeof RosterIssue>;

export const ReadName = z.object({
  text: z.string(),
  /** Who it is; null until its issue is decided. */
  person: PersonReference.nullable(),
  /** Issues of this name, each by its key. */
  issues: z.array(z.string()),
});
export type ReadName = z.infer<typeof ReadName>;

export const ReadCell = z.object({
  cell: z.string(),
  post: z.enum(['leader', 'officer']),
  /** The shift's key in the pattern, `night`. */
  shift: z.string(),
  text: z.string(),
  names: z.array(ReadName),
  open: z.number(),
  /** Of the cell as a whole. */
  issues: z.array(z.string()),
});
export type ReadCell = z.infer<typeof ReadCell>;

export const ReadRow = z.object({
  row: z.number(),
  /** As it stands in the file. */
  dateText: z.string(),
  /** Null until its issue is decided. */
  date: z.string().nullable(),
  remark: z.string(),
  cells: z.array(ReadCell),
  /** Of the row as a whole. */
  issues: z.array(z.string()),
});
export type ReadRow = z.infer<typeof ReadRow>;

/** A unit's roster as it was read: nothing of it is written yet. */
export const RosterReading = z.object({
  /** Names this outcome: an import that carries it is refused when register or roster have changed since. */
  plan: z.string(),
  sheet: z.string(),
  /** The line above the table. */
  title: z.string(),
  year: z.number(),
  /** `assumed`: neither the title nor a date says it. */
  yearFrom: z.enum(['said', 'title', 'dates', 'assumed']),
  shifts: z.array(z.object({ key: z.string(), name: z.string(), column: z.string(), header: z.string() })),
  unusedColumns: z.array(z.object({ column: z.string(), header: z.string() })),
  rows: z.array(ReadRow),
  /** Rows without a date and without names: notes under the table. */
  skipped: z.array(z.object({ row: z.number(), text: z.string() })),
  issues: z.array(RosterIssue),
  /** The shifts of these dates as they stand now. */
  standing: z.array(Assignment),
});
export type RosterReading = z.infer<typeof RosterReading>;

/** What the shifts of a reading are held against: the roster of its dates and of those beside, and the facts of the rules. */
export const HeldAgainst = z.object({
  shifts: z.array(Shift),
  rules: RosterRules.pick({ minimumOnShift: true, minimumOnSite: true, pattern: true }),
  calendar: z.object({ days: z.array(CalendarDay), marked: z.array(MarkedDay) }),
  leaves: z.array(Leave),
  left: z.array(LeftPerson),
});
export type HeldAgainst = z.infer<typeof HeldAgainst>;

/** A reading, and what its shifts are held against while somebody decides. */
export const RosterPreviewed = RosterReading.extend({ held: HeldAgainst });
export type RosterPreviewed = z.infer<typeof RosterPreviewed>;

export const RosterDecision = z.object({ issue: z.string().min(1).max(120), option: z.string().min(1).max(80) });
export type RosterDecision = z.infer<typeof RosterDecision>;
