import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { command, query, slice } from '../contract';
import { ShiftFigure } from '../handover/item';
import { FilledText, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { Shift, ShiftKey } from '../roster/shift';
import { Permission, VisitFacts } from './events';
import { AttendanceRecord, Presence, VisitorCard } from './record';
import { spotCheckResults } from './rules';

const desk = ['dutyOfficer', 'shiftLeader'] as const satisfies readonly Role[];
/** Who may look at a duty room unannounced, and note what was found. */
const checkers = [...desk, 'office', 'leadingGroup'] as const satisfies readonly Role[];
const OnShift = z.object({ shift: ShiftKey, person: PersonReference });

export const ShiftOnDuty = z.object({
  shift: Shift,
  people: z.array(Presence),
  /** Everything on record, in the order of the clock; voided lines are marked. */
  records: z.array(AttendanceRecord),
  /** Who came in this shift, and who is still inside. */
  visitors: z.array(VisitorCard),
  figures: z.array(ShiftFigure),
  /** The shift before, over and not relieved: nobody of this one has come yet. */
  unrelieved: z.object({ shift: Shift, people: z.array(PersonReference) }).optional(),
  /** From 60 minutes before it begins. */
  next: z.object({ shift: Shift, people: z.array(Presence) }).optional(),
});
export type ShiftOnDuty = z.infer<typeof ShiftOnDuty>;

/** Who is at the post (在岗), spot checks, visitors (domain.md 1). */
export const attendance = slice('attendance', {
  /** With one's own password, whoever's session it is. Without `shift`: the one now, or the next where only that one expects them. */
  checkIn: command({
    input: z.object({ shift: ShiftKey.optional(), signer: Signer, reason: Text(400).default('') }),
    output: z.object({ shift: ShiftKey, person: PersonReference, minutesLate: z.number(), standsIn: z.boolean() }),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notADeskAccount', 'notOpen', 'alreadyCheckedIn', 'notRostered'],
  }),
  /** `permission: null` puts the violation on record. */
  leavePost: command({
    input: OnShift.extend({
      permission: Permission.nullable(),
      reason: FilledText(400),
      expectedBack: InstantInput.optional(),
    }),
    output: z.null(),
    roles: desk,
    refuses: ['noSuchShift', 'notCheckedIn', 'alreadyAway', 'ownPermission', 'backInPast'],
  }),
  returnToPost: command({ input: OnShift, output: z.null(), roles: desk, refuses: ['noSuchShift', 'notAway'] }),
  checkOut: command({ input: OnShift, output: z.null(), roles: desk, refuses: ['noSuchShift', 'notCheckedIn'] }),
  spotCheck: command({
    input: z.object({
      shift: ShiftKey.optional(),
      checkedBy: PersonReference,
      present: z.array(PersonReference).max(20).default([]),
      result: z.enum(spotCheckResults),
      findings: Text(1_000).default(''),
      remark: Text(400).default(''),
    }),
    output: z.null(),
    roles: checkers,
    refuses: ['noSuchShift', 'findingsNeeded'],
  }),
  /** Beside the record, with the reason. Violations and absences only a leader voids. */
  void: command({
    input: z.object({ shift: ShiftKey, entry: Id, reason: FilledText(400) }),
    output: z.null(),
    roles: desk,
    refuses: ['alreadyVoided', 'leaderVoids'],
  }),
  visitorArrived: command({
    input: z.object({
      ...VisitFacts.shape,
      unit: Line(80).default(''),
      phone: Line(40).default(''),
      visits: PersonReference.optional(),
      badge: Line(24).default(''),
    }),
    output: z.object({ id: Id }),
    roles: desk,
    refuses: ['badgeGivenOut'],
  }),
  visitorLeft: command({
    input: z.object({ id: Id, badgeReturned: z.boolean().default(true) }),
    output: z.null(),
    roles: desk,
    refuses: ['visitorGone', 'visitorVoided'],
  }),
  voidVisitor: command({
    input: z.object({ id: Id, reason: FilledText(400) }),
    output: z.null(),
    roles: desk,
    refuses: ['visitorVoided'],
  }),
  /** The shift of now where no key is given. */
  shift: query({
    input: z.object({ key: ShiftKey.optional() }),
    output: ShiftOnDuty,
    roles: deskRoles,
    reads: ['attendance', 'roster', 'accounts'],
  }),
  /** What a shift's page shows in numbers: who was there, what was logged, which faults came and went. */
  figures: query({
    input: z.object({ key: ShiftKey.optional() }),
    output: z.array(ShiftFigure),
    roles: deskRoles,
    reads: ['attendance', 'roster', 'dutyLog', 'faults'],
  }),
  /** Still inside first, then the newest. */
  visitors: query({
    input: z.object({ inside: z.boolean().default(false), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(VisitorCard),
    roles: deskRoles,
    reads: ['attendance'],
  }),
});
