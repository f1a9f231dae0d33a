import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { command, query, slice } from '../contract';
import { ContentHash, FilledText, Id, Line, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles } from '../roles';
import { Shift, ShiftKey } from '../roster/shift';
import { CorrectionContent, DutyRecordContent, DutyRecordDraft, written } from './content';

const Signed = z.object({
  entry: Id,
  content: DutyRecordContent,
  hash: ContentHash,
  /** The content still gives the hash that was signed. */
  sound: z.boolean(),
});

export const DutyRecord = z.object({
  id: Id,
  signed: Signed,
  /** Signed on two desks apart: the later ones, all kept. */
  alsoSigned: z.array(Signed),
  corrections: z.array(z.object({ entry: Id, content: CorrectionContent, hash: ContentHash, sound: z.boolean() })),
});
export type DutyRecord = z.infer<typeof DutyRecord>;

/** One officer's record of a shift: signed, or as far as the station can write it. */
export const RecordOfShift = z.object({
  shift: ShiftKey,
  shiftName: z.string(),
  end: z.number(),
  person: PersonReference,
  post: z.enum(['leader', 'officer']).optional(),
  /** Undefined while the person has no account: then nobody can sign as them. */
  account: z.object({ id: Id, login: z.string() }).optional(),
  /** Only officers owe one, and not who was absent. */
  owed: z.boolean(),
  signed: z.object({ id: Id, at: z.number(), sound: z.boolean(), corrections: z.number(), contested: z.boolean() }).optional(),
  /** How urgent it is; computed by the station at its answer, the screens count on from `end`. */
  urgency: z.enum(['none', 'amber', 'red']),
});
export type RecordOfShift = z.infer<typeof RecordOfShift>;

/** The duty record (值班记录): drafted by the station, completed and signed in person at the end of the shift (domain.md 1). */
export const dutyRecord = slice('dutyRecord', {
  /** The record is the signer's own, whoever's session it is. `reason` for who was not on the shift, or signs early. */
  sign: command({
    input: z.object({
      shift: ShiftKey,
      summary: written.summary,
      weather: Line(80).default(''),
      attention: Text(1_000).default(''),
      problems: Text(2_000).default(''),
      remark: Text(1_000).default(''),
      reason: Text(400).default(''),
      signer: Signer,
    }),
    output: z.object({ id: Id, hash: ContentHash }),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notADeskAccount', 'noSuchShift', 'notBegun', 'alreadySigned', 'notOnShift', 'early'],
  }),
  /** By who signed the record, or a shift leader. */
  correct: command({
    input: z.object({ id: Id, text: FilledText(2_000), reason: FilledText(400), signer: Signer }),
    output: z.object({ hash: ContentHash }),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notYourRecord'],
  }),
  /** The station's draft for the session's officer, or for the account named; the shift of now where none is named. */
  draft: query({
    input: z.object({ shift: ShiftKey.optional(), account: Id.optional() }),
    output: z.object({ shift: Shift, draft: DutyRecordDraft, signed: DutyRecord.optional() }),
    roles: deskRoles,
    reads: ['dutyRecord', 'attendance', 'roster', 'dutyLog', 'faults', 'accounts'],
  }),
  /** The session's officer's own records, newest first. */
  mine: query({
    input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(DutyRecord),
    roles: deskRoles,
    reads: ['dutyRecord'],
  }),
  /** Everybody's record of one shift. */
  of: query({
    input: z.object({ shift: ShiftKey }),
    output: z.array(RecordOfShift),
    roles: deskRoles,
    reads: ['dutyRecord', 'attendance', 'roster', 'accounts'],
  }),
  /** Unsigned records of shifts that have ended, oldest first; of the last few shifts. */
  due: query({
    input: z.object({}),
    output: z.array(RecordOfShift),
    roles: deskRoles,
    reads: ['dutyRecord', 'attendance', 'roster', 'accounts'],
  }),
  one: query({ input: z.object({ id: Id }), output: DutyRecord, roles: deskRoles, reads: ['dutyRecord'] }),
});
