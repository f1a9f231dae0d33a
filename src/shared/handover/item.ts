import { z } from 'zod';
import { Id, Line, Text } from '../input';

/** What can be handed over as unfinished or worth knowing (domain.md 2). Codes: their words belong to the layout a handover was signed in. */
export const handoverItemKinds = [
  'fault',
  'entry',
  'report',
  'instruction',
  'notice',
  'request',
  'promise',
  'silencedAlarm',
  'carriedItem',
  'plannedWork',
  'serviceRequest',
  'periodicDuty',
  'planStep',
  'warning',
  'taskOrder',
  'holidayPrompt',
  'sealed',
  'contested',
] as const;
export const HandoverItemKind = z.enum(handoverItemKinds);
export type HandoverItemKind = z.infer<typeof HandoverItemKind>;

/**
 * One matter that passes from shift to shift. Its slice writes it, the handover freezes it as it is: so all it needs to be
 * read in ten years stands in it.
 */
export const HandoverItem = z.strictObject({
  /** The same in every draft, `fault:0198…`: an answer finds its item again. */
  key: z.string().max(80),
  kind: HandoverItemKind,
  /** Record to open. */
  subject: Id.optional(),
  /** Human number, or blank. */
  number: Line(24),
  /** What it is, in the officers' own words. */
  title: Text(400),
  /** Code of its state in its slice (`dispatched`); blank where it has none. */
  state: Line(24),
  /** The next step: a code of its slice (`acknowledge`), or blank. */
  nextCode: Line(24),
  /** The next step in words, as far as somebody wrote it. */
  next: Text(400),
  /** Who has it now: engineer, unit, leader. */
  holder: Line(80),
  /** Since when it has been open, ms. */
  since: z.number(),
  /** Its deadline, ms. */
  due: z.number().optional(),
  /** Class A faults, level I and II matters, running plans: must be restated in the incoming officer's own words. */
  highRisk: z.boolean(),
});
export type HandoverItem = z.infer<typeof HandoverItem>;

/** One figure of a shift, `faultsReported` 4. */
export const ShiftFigure = z.strictObject({ key: Line(40), value: z.number() });
export type ShiftFigure = z.infer<typeof ShiftFigure>;
