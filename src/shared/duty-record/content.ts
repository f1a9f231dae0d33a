import { z } from 'zod';
import { LogKind, type LogKind as Kind } from '../duty-log/kinds';
import { ShiftFigure } from '../handover/item';
import { FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { ShiftKey } from '../roster/shift';

const Person = z.strictObject(PersonReference.shape);

/** Kinds of log entries that a duty record quotes by itself: what a shift is asked about afterwards. */
export const importantKinds = ['incident', 'instruction', 'request'] as const satisfies readonly Kind[];
/** Most of the officer's own entries that are quoted, and how much of each. */
export const mostQuoted = 40;
export const quotedLength = 400;

export const QuotedEntry = z.strictObject({
  entry: Id,
  number: HumanNumber,
  occurredAt: InstantInput,
  kind: LogKind,
  text: Text(quotedLength + 1),
});

/** What the officer writes. */
export const written = {
  /** 值班情况: what the shift was like, in the officer's own words. */
  summary: FilledText(4_000),
  weather: Line(80),
  /** 注意事项: what deserves attention. */
  attention: Text(1_000),
  /** 存在问题. */
  problems: Text(2_000),
  remark: Text(1_000),
};

/** What the station knows of the shift and the officer's part in it; drafted live until it is signed. */
export const drafted = {
  shift: z.strictObject({ key: ShiftKey, name: Line(12), start: InstantInput, end: InstantInput }),
  officer: Person,
  account: Id,
  /** Undefined for who was not on the roster. */
  post: z.enum(['leader', 'officer']).optional(),
  leader: Person.nullable(),
  colleagues: z.array(Person).max(40),
  checkedInAt: InstantInput.optional(),
  minutesLate: z.number().int().min(0).optional(),
  figures: z.array(ShiftFigure).max(60),
  important: z.array(QuotedEntry).max(mostQuoted),
};
export const DutyRecordDraft = z.strictObject(drafted);
export type DutyRecordDraft = z.infer<typeof DutyRecordDraft>;

/** A duty record (值班记录) exactly as it was signed. */
export const DutyRecordContent = z.strictObject({
  ...drafted,
  ...written,
  /** Why it was signed by somebody who was not on the shift, or before its end; blank otherwise. */
  reason: Text(400),
  station: Line(4),
  signedAt: InstantInput,
});
export type DutyRecordContent = z.infer<typeof DutyRecordContent>;

/** A correction (更正): stands beside the signed record, dated and signed. */
export const CorrectionContent = z.strictObject({
  /** Hash of the record that it corrects. */
  of: z.string().max(64),
  text: FilledText(2_000),
  reason: FilledText(400),
  signer: Person,
  account: Id,
  station: Line(4),
  signedAt: InstantInput,
});
export type CorrectionContent = z.infer<typeof CorrectionContent>;
