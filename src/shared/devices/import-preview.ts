import { z } from 'zod';
import { Id } from '../input';
import { type DeviceField, deviceFields } from './facts';

/** Largest list read, bytes. */
export const largestList = 10 * 1024 * 1024;
/** Most rows of one list. */
export const mostRows = 20_000;

const Field = z.enum(deviceFields);

/**
 * Everything that can be wrong with a cell. Each is decided by a person: the proposal taken, something else put there, the
 * cell confirmed as it stands (where {@link mayStand} says so), or the row left out.
 */
export const cellProblems = [
  'strayBlanks',
  'fullWidth',
  'missing',
  'tooLong',
  'ruinedCode',
  'doubledCode',
  'impossibleAddress',
  'doubledAddress',
  'addressTaken',
  'badPort',
  'badDate',
  'unknownSubsystem',
  'unknownImportance',
  'unknownUpstream',
  /** More cells than columns: a comma inside a text shifts all that follows. Belongs to the whole row, which can only be left out. */
  'shiftedCells',
] as const;
export type CellProblem = (typeof cellProblems)[number];

/** What a person may find right as it stands. */
export const mayStand: readonly CellProblem[] = ['doubledAddress', 'addressTaken', 'unknownUpstream'];

export const RowProblem = z.object({
  code: z.enum(cellProblems),
  field: Field,
  /** What stands there. */
  value: z.string(),
  /** What should stand there; empty: nothing. Undefined when it cannot be told. */
  proposal: z.string().optional(),
  /** What the proposal rests on: the rows above and below, the register, or a name much like it. */
  basis: z.enum(['neighbours', 'register', 'similar']).optional(),
  /** The row that says the same. */
  row: z.number().optional(),
  /** The device of the register that has it. */
  device: z.string().optional(),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const outcomes = ['undecided', 'new', 'changes', 'unchanged', 'leftOut'] as const;
export type Outcome = (typeof outcomes)[number];

/** A field that differs: the register's, then the file's. */
export const FieldChange = z.object({ field: Field, from: z.string(), to: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

export const PreviewRow = z.object({
  /** `sheet:row`, names the row in decisions. */
  key: z.string(),
  row: z.number(),
  outcome: z.enum(outcomes),
  /** As it would be kept, or as far as it can be read; subsystem and importance as codes where they are known. */
  texts: z.partialRecord(Field, z.string()),
  /** Still to be decided. */
  problems: z.array(RowProblem),
  /** What was put in place of what the file says. */
  mended: z.array(FieldChange),
  changes: z.array(FieldChange),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

/** A cell as a person wants it. The same as it stands: it is right. */
export const Mend = z.object({ key: z.string().max(16), field: Field, value: z.string().max(200) });
export type Mend = z.infer<typeof Mend>;

export const ListPreview = z.object({
  /** Names this outcome: an import that carries it is refused when the register has changed since. */
  plan: z.string(),
  /** Only of a text file. */
  text: z.object({ encoding: z.string(), delimiter: z.string() }).optional(),
  sheets: z.array(
    z.object({
      index: z.number(),
      name: z.string(),
      headerRow: z.number(),
      columns: z.array(z.object({ header: z.string(), field: Field })),
      unused: z.array(z.string()),
      devices: z.number(),
    }),
  ),
  counts: z.record(z.enum(outcomes), z.number()),
  rows: z.array(PreviewRow),
  /** In service by the register, and not in the list. Never retired by themselves. */
  missing: z.array(z.object({ id: Id, code: z.string(), name: z.string(), area: z.string(), type: z.string() })),
});
export type ListPreview = z.infer<typeof ListPreview>;

export type FieldTexts = Partial<Record<DeviceField, string>>;
