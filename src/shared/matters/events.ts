import { z } from 'zod';
import { event } from '../event';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { MatterKind } from './kinds';
import { MatterLevel } from './level';
import { Means } from './means';

const Person = z.strictObject(PersonReference.shape);
/** Name of the officer as it was then: a table must not depend on another stream. */
const author = Line(40);
/** Statements in force when this one was made, by entry id: two that do not know each other contest. */
const replaces = z.array(Id).max(100);

export const MatterTitle = FilledLine(120);
export const MatterText = Text(2_000);
export const MatterNote = FilledText(1_000);
export const NextStep = Text(400);

/** What is written down when a matter is taken on; never changed afterwards. */
export const MatterOpening = z.strictObject({
  number: HumanNumber,
  kind: MatterKind,
  title: MatterTitle,
  text: MatterText,
  from: Person.nullable(),
  level: MatterLevel,
  receivedAt: InstantInput,
  deadline: InstantInput.nullable(),
  /** Who is to do it. */
  holder: Person.nullable(),
  /** The duty log entry it came in with. */
  logEntry: Id.nullable(),
});
export type MatterOpening = z.infer<typeof MatterOpening>;

export const matterOpened = event('matter.opened@1', z.strictObject({ ...MatterOpening.shape, author }));
/** Who relayed what to whom, when, by which means (domain.md 1). */
export const matterRelayed = event(
  'matter.relayed@1',
  z.strictObject({
    author,
    to: Person,
    /** What was said; blank: the matter as it is. */
    what: Text(1_000),
    means: Means,
    happenedAt: InstantInput,
    /** Who confirmed the receipt; blank while nobody has. */
    confirmedBy: Line(40),
    /** From now on it is theirs to do. */
    takesOver: z.boolean(),
  }),
);
/** The receipt of something relayed, confirmed later. */
export const matterReceiptConfirmed = event(
  'matter.receiptConfirmed@1',
  z.strictObject({ author, relay: Id, confirmedBy: FilledLine(40), happenedAt: InstantInput }),
);
/** A changed deadline says so here, with the note as its reason; null takes it away. */
export const matterProgressed = event(
  'matter.progressed@1',
  z.strictObject({ author, note: MatterNote, next: NextStep, deadline: InstantInput.nullable().optional(), replaces }),
);
export const matterDone = event('matter.done@1', z.strictObject({ author, result: MatterNote, replaces }));
export const matterReopened = event('matter.reopened@1', z.strictObject({ author, reason: MatterNote, replaces }));
export const matterCancelled = event('matter.cancelled@1', z.strictObject({ author, reason: MatterNote, replaces }));
/** A person looked at what two desks said differently, and says what holds. */
export const matterSettled = event(
  'matter.settled@1',
  z.strictObject({
    author,
    note: Text(1_000),
    /** The entry that was found right. */
    side: Id,
    holds: z.discriminatedUnion('topic', [
      z.strictObject({ topic: z.literal('outcome'), outcome: z.enum(['open', 'done', 'cancelled']) }),
      z.strictObject({ topic: z.literal('deadline'), deadline: InstantInput.nullable() }),
    ]),
    replaces,
  }),
);
