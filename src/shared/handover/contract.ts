import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { command, query, slice } from '../contract';
import { FilledText, Id, InstantInput, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { Shift, ShiftKey } from '../roster/shift';
import { Count, CountLine, HandoverContent, SystemState, systemKeys } from './content';
import { Answer, answers, HandoverMode, Signature } from './events';

/** Who takes part in a handover at the desk. */
export const handoverRoles = ['dutyOfficer', 'shiftLeader', 'office', 'groupLeader', 'leadingGroup'] as const satisfies readonly Role[];
/** Who sees sealed items (带班领导专阅) and settles what two desks contest. */
export const leaderRoles = ['shiftLeader', 'leadingGroup'] as const satisfies readonly Role[];

const Signed = Signature.extend({ entry: Id, at: z.number(), letter: z.string() });

/** One answer as it stands, with what was asked and said before. */
const AnswerShown = Answer.extend({
  author: z.string(),
  at: z.number(),
  /** Questions and replies in order. */
  talk: z.array(z.object({ by: z.string(), at: z.number(), kind: z.enum([...answers, 'reply']), text: z.string() })),
});

export const handoverPhases = ['draft', 'outgoingSigned', 'takenOver', 'complete'] as const;
export const HandoverPhase = z.enum(handoverPhases);
export type HandoverPhase = z.infer<typeof HandoverPhase>;

/** One handing-over of a shift, from the outgoing signature on. More than one stands only where two desks worked apart. */
export const HandoverVersion = z.object({
  /** Journal entry of the outgoing signature. */
  id: Id,
  letter: z.string(),
  phase: HandoverPhase,
  /** Missing only while the other desk's signature entry has not arrived. */
  content: HandoverContent.optional(),
  hash: z.string(),
  /** The content still gives the hash that was signed, in the table and in the journal. */
  intact: z.boolean(),
  mode: HandoverMode,
  modeReason: z.string(),
  outgoing: Signed.optional(),
  incoming: Signed.extend({ missing: z.array(PersonReference), remark: z.string() }).array(),
  joined: z.array(Signed),
  leader: Signed.extend({ remark: z.string() }).array(),
  answers: z.array(AnswerShown),
  /** Whole minutes after the end of the shift; 0 when in time. */
  minutesLate: z.number(),
  takenBack: z.object({ by: z.string(), at: z.number(), reason: z.string() }).optional(),
  corrections: z.array(Signed.extend({ item: z.string(), text: z.string() })),
});
export type HandoverVersion = z.infer<typeof HandoverVersion>;

/** Somebody who is expected to sign. `login` is missing for whoever has no account. */
const ExpectedSigner = z.object({ name: z.string(), person: z.string().optional(), login: z.string().optional() });

export const HandoverView = z.object({
  shift: Shift,
  next: Shift,
  phase: HandoverPhase,
  /** Rebuilt with every change until the outgoing officer signs; frozen from then on. */
  content: HandoverContent,
  /** Of the draft, to be sent along with the outgoing signature: nobody signs what they have not seen. */
  seen: z.string(),
  /** Sealed items, for leaders only; everybody else learns how many there are. */
  sealed: z.array(z.object({ id: Id, text: z.string(), due: z.number().optional(), author: z.string(), at: z.number() })),
  sealedCount: z.number(),
  /** The one that stands, or the only one. */
  version: HandoverVersion.optional(),
  /** Others of the same shift, made at a desk apart or taken back. */
  others: z.array(HandoverVersion),
  contested: z.boolean(),
  settled: z.object({ by: z.string(), at: z.number(), reason: z.string(), stands: Id }).optional(),
  prolonged: z.array(z.object({ by: z.string(), at: z.number(), reason: z.string(), until: z.number().optional() })),
  told: z.array(z.object({ leader: z.string(), means: z.string(), by: z.string(), at: z.number() })),
  /** When the station put on record that the shift ended unsigned. */
  overdueNotedAt: z.number().optional(),
  expected: z.object({ outgoing: z.array(ExpectedSigner), incoming: z.array(ExpectedSigner), leader: z.array(ExpectedSigner) }),
  /** Keys of items that still lack an answer; of counted lines that lack a count or an explanation. */
  unanswered: z.array(z.string()),
  unsettledCounts: z.array(z.string()),
});
export type HandoverView = z.infer<typeof HandoverView>;

export const HandoverLine = z.object({
  key: ShiftKey,
  name: z.string(),
  start: z.number(),
  end: z.number(),
  phase: HandoverPhase,
  outgoing: z.string().optional(),
  incoming: z.string().optional(),
  leader: z.string().optional(),
  takenOverAt: z.number().optional(),
  minutesLate: z.number(),
  items: z.number(),
  corrections: z.number(),
  contested: z.boolean(),
  /** What was signed still is what was signed. */
  intact: z.boolean(),
  mode: HandoverMode.optional(),
});
export type HandoverLine = z.infer<typeof HandoverLine>;

const Of = z.object({ shift: ShiftKey });
const SignsFor = Of.extend({
  signer: Signer,
  /** Why somebody signs who is not rostered (代签, 代接). */
  reason: Text(400).default(''),
});
const reads = ['handover', 'roster', 'faults', 'dutyLog', 'matters', 'reports', 'attendance', 'accounts'] as const;

/** The handover (domain.md 2): drafted by the station, gone through item by item, signed three times, never changed. */
export const handover = slice('handover', {
  /** The handover of a shift; without one, of the shift that must be handed over now: an unsigned past one comes first. */
  one: query({ input: z.object({ shift: ShiftKey.optional() }), output: HandoverView, roles: deskRoles, reads }),
  /** Shifts newest first, whether handed over or not; `before` is the start of the last one already shown. */
  list: query({
    input: z.object({ before: InstantInput.optional(), limit: z.number().int().min(1).max(100).default(30) }),
    output: z.object({ rows: z.array(HandoverLine), next: z.number().optional() }),
    roles: deskRoles,
    reads: ['handover', 'roster'],
  }),
  /** What every screen shows at its top: the shift whose handover is due or overdue. */
  due: query({
    input: z.object({}),
    output: z
      .object({
        key: ShiftKey,
        name: z.string(),
        end: z.number(),
        phase: HandoverPhase,
        leaderDue: z.boolean(),
        contested: z.boolean(),
        items: z.number(),
      })
      .nullable(),
    roles: deskRoles,
    reads: ['handover', 'roster'],
  }),
  note: command({
    input: Of.extend({
      attention: Text(4_000).optional(),
      systems: z
        .array(z.object({ key: z.enum(systemKeys), remark: SystemState.shape.remark }))
        .max(12)
        .optional(),
    }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['alreadyFrozen', 'noSuchShift'],
  }),
  count: command({
    input: Of.extend({ counts: z.array(Count).min(1).max(200) }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['alreadyFrozen', 'noSuchShift'],
  }),
  /** Params of the refusals: `count` of what is missing, `name` of the first. */
  signOutgoing: command({
    input: SignsFor.extend({ seen: z.string().max(64), mode: HandoverMode.default('ordinary'), modeReason: Text(400).default('') }),
    output: z.object({ version: Id, hash: z.string() }),
    roles: handoverRoles,
    refuses: [
      ...signerRefusals,
      'alreadyFrozen',
      'noSuchShift',
      'tooEarly',
      'modeReasonNeeded',
      'draftChanged',
      'countsUnsettled',
      'commanderMissing',
      'notRostered',
    ],
  }),
  takeBack: command({
    input: Of.extend({ reason: FilledText(400), signer: Signer }),
    output: z.null(),
    roles: handoverRoles,
    refuses: [...signerRefusals, 'notSigned', 'alreadyTakenOver', 'notTheSigner'],
  }),
  answer: command({
    input: Of.extend({ version: Id, answers: z.array(Answer).min(1).max(100) }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['notSigned', 'alreadyTakenOver', 'noSuchItem', 'textNeeded', 'restateNeeded', 'restateTooShort', 'restateCopied'],
  }),
  reply: command({
    input: Of.extend({ version: Id, item: z.string().max(80), text: FilledText(1_000) }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['notSigned', 'alreadyTakenOver', 'noQuestion'],
  }),
  signIncoming: command({
    input: SignsFor.extend({ version: Id, missing: z.array(PersonReference).max(12).default([]), remark: Text(400).default('') }),
    output: z.null(),
    roles: handoverRoles,
    refuses: [...signerRefusals, 'notSigned', 'alreadyTakenOver', 'itemsUnanswered', 'notRostered', 'sameSigner', 'notIntact'],
  }),
  /** An officer of the incoming shift who came later signs that they have taken note. */
  join: command({
    input: SignsFor.extend({ version: Id }),
    output: z.null(),
    roles: handoverRoles,
    refuses: [...signerRefusals, 'notTakenOver', 'alreadySigned', 'notRostered', 'notIntact'],
  }),
  /** Last of the three; a leader who is away may do it later. */
  signLeader: command({
    input: SignsFor.extend({ version: Id, remark: Text(400).default('') }),
    output: z.null(),
    roles: handoverRoles,
    refuses: [...signerRefusals, 'notTakenOver', 'alreadySigned', 'notALeader', 'notRostered', 'sameSigner', 'notIntact'],
  }),
  correct: command({
    input: SignsFor.extend({ version: Id, item: z.string().max(80).default(''), text: FilledText(2_000) }),
    output: z.null(),
    roles: handoverRoles,
    refuses: [...signerRefusals, 'notTakenOver', 'noSuchItem'],
  }),
  settle: command({
    input: Of.extend({ stands: Id, reason: FilledText(400), signer: Signer }),
    output: z.null(),
    roles: leaderRoles,
    refuses: [...signerRefusals, 'notContested', 'notALeader', 'notAVersion'],
  }),
  prolong: command({
    input: Of.extend({ reason: FilledText(400), until: InstantInput.optional() }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['alreadyTakenOver', 'noSuchShift', 'tooEarly'],
  }),
  tellLeader: command({
    input: Of.extend({ leader: PersonReference, means: z.enum(['phone', 'inPerson', 'system', 'fax']) }),
    output: z.null(),
    roles: handoverRoles,
    refuses: ['noSuchShift'],
  }),
  countList: query({ input: z.object({}), output: z.array(CountLine), roles: deskRoles, reads: ['handover'] }),
  keepCountList: command({
    input: z.object({ lines: z.array(CountLine).max(200) }),
    output: z.null(),
    roles: ['shiftLeader', 'storekeeper', 'office'],
    refuses: ['lineTwice'],
  }),
  writeSealed: command({
    input: z.object({ text: FilledText(2_000), due: InstantInput.optional() }),
    output: z.object({ id: Id }),
    roles: leaderRoles,
  }),
  closeSealed: command({
    input: z.object({ id: Id, result: FilledText(1_000) }),
    output: z.null(),
    roles: leaderRoles,
    refuses: ['alreadyClosed'],
  }),
});
