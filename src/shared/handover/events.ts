import { z } from 'zod';
import { event } from '../event';
import { ContentHash, FilledText, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { ShiftKey } from '../roster/shift';
import { Count, CountLine, HandoverContent, SystemState, systemKeys } from './content';

const Author = Line(40);
const Person = z.strictObject(PersonReference.shape);
const Reason = FilledText(400);
/** The outgoing signature that something belongs to, by its journal entry: what it froze is what everybody speaks of. */
const Version = Id;
const ItemKey = z.string().min(1).max(80);

/** Who signed, proven by password at that moment. `instead`: not rostered, with the reason on record (代签, 代接). */
export const Signature = z.strictObject({
  account: Id,
  name: Author,
  person: Id.optional(),
  standing: z.enum(['rostered', 'instead']),
  reason: Text(400),
});
export type Signature = z.infer<typeof Signature>;

/** 正常、提前、紧急. Late is measured, not chosen. */
export const handoverModes = ['ordinary', 'early', 'emergency'] as const;
export const HandoverMode = z.enum(handoverModes);
export type HandoverMode = z.infer<typeof HandoverMode>;

export const answers = ['known', 'question', 'objection'] as const;
export const Answer = z.strictObject({
  item: ItemKey,
  answer: z.enum(answers),
  /** The question or the objection. */
  text: Text(1_000),
  /** A high-risk item in the incoming officer's own words. */
  restated: Text(1_000),
});
export type Answer = z.infer<typeof Answer>;

const shift = ShiftKey;

export const handoverNoted = event(
  'handover.noted@1',
  z.strictObject({
    author: Author,
    shift,
    attention: Text(4_000).optional(),
    systems: z
      .array(z.strictObject({ key: z.enum(systemKeys), remark: SystemState.shape.remark }))
      .max(12)
      .optional(),
  }),
);
export const handoverCounted = event(
  'handover.counted@1',
  z.strictObject({ author: Author, shift, counts: z.array(Count).min(1).max(200) }),
);

/** Freezes the exact content and its SHA-256 (canonical JSON). */
export const handoverOutgoingSigned = event(
  'handover.outgoingSigned@1',
  z.strictObject({ shift, content: HandoverContent, hash: ContentHash, signature: Signature, mode: HandoverMode, modeReason: Text(400) }),
);
/** Only before the incoming officer has signed: to draft it anew. */
export const handoverTakenBack = event('handover.takenBack@1', z.strictObject({ version: Version, reason: Reason, author: Author }));
export const handoverAnswered = event(
  'handover.answered@1',
  z.strictObject({ version: Version, answers: z.array(Answer).min(1).max(100), author: Author }),
);
/** What the outgoing officer says to a question. */
export const handoverReplied = event(
  'handover.replied@1',
  z.strictObject({ version: Version, item: ItemKey, text: FilledText(1_000), author: Author }),
);
export const handoverIncomingSigned = event(
  'handover.incomingSigned@1',
  z.strictObject({
    version: Version,
    /** Of the content and of every answer given to it: what was taken over. */
    hash: ContentHash,
    signature: Signature,
    /** Officers of the incoming shift who were not there. */
    missing: z.array(Person).max(12),
    remark: Text(400),
  }),
);
/** An officer who came later joins a watch already taken over. */
export const handoverJoined = event('handover.joined@1', z.strictObject({ version: Version, hash: ContentHash, signature: Signature }));
export const handoverLeaderSigned = event(
  'handover.leaderSigned@1',
  z.strictObject({ version: Version, hash: ContentHash, signature: Signature, remark: Text(400) }),
);
/** Stands beside what was signed. `item` is blank when it speaks of the whole. */
export const handoverCorrected = event(
  'handover.corrected@1',
  z.strictObject({ version: Version, item: z.string().max(80), text: FilledText(2_000), signature: Signature }),
);
/** Two desks handed the same shift over apart: a leader says which one stands. The other is kept. */
export const handoverSettled = event(
  'handover.settled@1',
  z.strictObject({ stands: Version, over: z.array(Version).min(1).max(20), reason: Reason, signature: Signature }),
);
/** Nobody came (无人接班): the outgoing shift stays on watch. */
export const handoverProlonged = event(
  'handover.prolonged@1',
  z.strictObject({ shift, reason: Reason, until: InstantInput.optional(), author: Author }),
);
/** Who of the next leaders was told that a shift ended unsigned. */
export const handoverLeaderTold = event(
  'handover.leaderTold@1',
  z.strictObject({ shift, leader: Person, means: z.enum(['phone', 'inPerson', 'system', 'fax']), author: Author }),
);
/** Fifteen minutes after its end the shift was still unsigned; noticed by the station. */
export const handoverOverdueNoted = event(
  'handover.overdueNoted@1',
  z.strictObject({ shift, end: InstantInput, leader: Person.nullable() }),
);

/** The counted list of one desk, by station. */
export const countListKept = event('countList.kept@1', z.strictObject({ lines: z.array(CountLine).max(200), author: Author }));

/** For leaders alone (带班领导专阅): stays with them from shift to shift until one of them closes it. */
export const sealedItemWritten = event(
  'sealedItem.written@1',
  z.strictObject({ text: FilledText(2_000), due: InstantInput.optional(), author: Author }),
);
export const sealedItemClosed = event('sealedItem.closed@1', z.strictObject({ result: FilledText(1_000), author: Author }));
