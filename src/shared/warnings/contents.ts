import { z } from 'zod';
import { FilledLine, FilledText, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { WarningOrigin } from './levels';

/** What a warning says; corrected beside the original. */
export const WarningContents = z.strictObject({
  origin: WarningOrigin,
  /** Who or which document it comes from: 气象台, a letter, the patrol. */
  source: FilledLine(200),
  /** What may happen, or has happened. */
  what: FilledText(1_000),
  area: Line(200),
  /** Expected from, until; null when nobody can say. The end passing lifts nothing. */
  from: InstantInput.nullable(),
  until: InstantInput.nullable(),
  /** Measures asked of the units. */
  measures: Text(2_000),
  /** Code of the plan's scenario, blank where there is none. */
  scenario: Line(60),
});
export type WarningContents = z.infer<typeof WarningContents>;

export const WarningReason = FilledText(400);

/**
 * Who decided. `signed`: proved it by password at that moment. `phone`: said it by phone, and the officer at the desk relayed it; in
 * force at once, to be confirmed by signature (待签认).
 */
export const Issuer = z.strictObject({
  account: Id,
  name: Line(40),
  role: z.enum(['office', 'leadingGroup']),
  how: z.enum(['signed', 'phone']),
  /** Officer who relayed it; blank when signed. */
  relayedBy: Line(40),
});
export type Issuer = z.infer<typeof Issuer>;

/** To whom a warning is reported (domain.md 4): the company to the office at once, the office to the leading group within the hour. */
export const reportDuties = ['office', 'leadingGroup'] as const;
export const ReportDuty = z.enum(reportDuties);
export type ReportDuty = z.infer<typeof ReportDuty>;

export const Person = z.strictObject(PersonReference.shape);
/** Name of the officer as it was then: a table must not depend on another stream. */
export const author = Line(40);
/** Statements in force when this one was made, by entry id: two that do not know each other contest. */
export const replaces = z.array(Id).max(100);
