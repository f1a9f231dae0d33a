import { z } from 'zod';
import { Id } from '../input';
import { PersonFacts, type PersonField } from './person';

/** Largest spreadsheet read, bytes. */
export const largestSpreadsheet = 10 * 1024 * 1024;

/** What a column of a unit's list can hold, beside what the register keeps. */
export const columnFields = [
  'name',
  'gender',
  'post',
  'group',
  'organisation',
  'responsibility',
  'serviceTime',
  'phone',
  'otherPhone',
  'qualification',
  'qualificationExpiry',
  'tier',
  'remark',
  'number',
] as const;
export type ColumnField = (typeof columnFields)[number];

export const outcomes = ['new', 'changes', 'unchanged', 'duplicate', 'error'] as const;
export type Outcome = (typeof outcomes)[number];

/** Errors keep a row out; the rest is only pointed at. */
export const rowErrors = ['missingName', 'badName', 'badPhone', 'badDate', 'tooLong', 'tooMany'] as const;
export const rowWarnings = [
  'noPhone',
  'noPrimaryPhone',
  'areaCodeRestored',
  'unknownGender',
  'unknownTier',
  'qualificationWithoutName',
  'qualificationExpired',
  'duplicateRow',
  'sameName',
  'phoneReplaced',
  'hasLeft',
] as const;
export const RowProblem = z.object({
  code: z.enum([...rowErrors, ...rowWarnings]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const skipReasons = ['heading', 'header', 'total', 'note'] as const;

const RowPlace = z.object({ sheet: z.number(), row: z.number() });

/** A field that differs: register first, file second; each as lines of text, codes for gender and tier. */
export const FieldChange = z.object({
  field: z.custom<PersonField>((field) => typeof field === 'string'),
  from: z.array(z.string()),
  to: z.array(z.string()),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What becomes of one row, and why. */
export const PreviewRow = RowPlace.extend({
  /** `sheet:row`, names the row when it is left out. */
  key: z.string(),
  outcome: z.enum(outcomes),
  /** As it would be kept; in a row with errors, as far as it could be read. */
  person: z.object({ ...PersonFacts.shape, name: z.string(), phone: z.string(), otherPhones: z.array(z.string()) }),
  /** Who it is in the register already. */
  existing: Id.optional(),
  /** `changes`: against the register; `duplicate`: against the row it repeats. */
  changes: z.array(FieldChange),
  /** The row this one repeats. */
  repeats: RowPlace.optional(),
  problems: z.array(RowProblem),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const PreviewSheet = z.object({
  index: z.number(),
  name: z.string(),
  hidden: z.boolean(),
  /** Row whose cells name the columns; none: the sheet holds no people and is passed over. */
  headerRow: z.number().optional(),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.enum(columnFields) })),
  unusedColumns: z.array(z.object({ column: z.string(), header: z.string() })),
  skipped: z.array(z.object({ row: z.number(), reason: z.enum(skipReasons), text: z.string() })),
  /** What the sheet's own last line says there are (合计：38人), to compare with the people read from it. */
  statedTotal: z.number().optional(),
  people: z.number(),
});
export type PreviewSheet = z.infer<typeof PreviewSheet>;

export const ImportPreview = z.object({
  /** Names this outcome: an import that carries it is refused when the register has changed since. */
  plan: z.string(),
  sheets: z.array(PreviewSheet),
  rows: z.array(PreviewRow),
  counts: z.record(z.enum(outcomes), z.number()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
