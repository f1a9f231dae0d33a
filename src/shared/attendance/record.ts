import { z } from 'zod';
import { Id } from '../input';
import { PersonReference } from '../references';
import { AbsenceNoted, CheckIn, PostLeft, SpotCheck, VisitFacts } from './events';

/** Who put it on record, and when. */
const mark = {
  entry: Id,
  at: z.number(),
  /** Account, or `station`. */
  officer: z.string(),
  author: z.string(),
  voided: z.object({ at: z.number(), author: z.string(), reason: z.string() }).optional(),
};
const on = { shift: true, author: true } as const;

export const AttendanceRecord = z.discriminatedUnion('what', [
  z.object({ what: z.literal('checkedIn'), ...mark, ...CheckIn.omit(on).shape }),
  z.object({ what: z.literal('postLeft'), ...mark, ...PostLeft.omit(on).shape }),
  z.object({ what: z.literal('postReturnedTo'), ...mark, person: PersonReference }),
  z.object({ what: z.literal('checkedOut'), ...mark, person: PersonReference }),
  z.object({ what: z.literal('spotChecked'), ...mark, ...SpotCheck.omit(on).shape }),
  z.object({ what: z.literal('absenceNoted'), ...mark, ...AbsenceNoted.omit(on).shape }),
]);
/** One line of a shift's attendance. Voided ones stay, marked so. */
export type AttendanceRecord = z.infer<typeof AttendanceRecord>;
export type RecordOf<W extends AttendanceRecord['what']> = Extract<AttendanceRecord, { what: W }>;

export const presenceStates = [
  'expected',
  'present',
  'late',
  'absent',
  'awayWithPermission',
  'awayWithoutPermission',
  'checkedOut',
] as const;
export type PresenceState = (typeof presenceStates)[number];

/** One person of a shift: what the record says of them. Their state follows from it and the time (presence.ts). */
export const Presence = z.object({
  person: PersonReference,
  /** Undefined for who came without being on the roster. */
  post: z.enum(['leader', 'officer']).optional(),
  /** Of their account, where they have one: whoever checks in need not type it. */
  login: z.string().optional(),
  checkedIn: z
    .object({
      entry: Id,
      at: z.number(),
      minutesLate: z.number(),
      account: Id,
      reason: z.string(),
      /** The leader stands on from the shift before (带班领导连值). */
      carriedOver: z.boolean(),
    })
    .optional(),
  away: z
    .object({
      entry: Id,
      since: z.number(),
      permission: PostLeft.shape.permission,
      reason: z.string(),
      expectedBack: z.number().optional(),
    })
    .optional(),
  checkedOutAt: z.number().optional(),
  /** How often the post was left without permission in this shift. */
  leftWithoutPermission: z.number(),
  /** Two desks took the check-in apart; the earlier one counts. */
  checkIns: z.number(),
  state: z.enum(presenceStates),
});
export type Presence = z.infer<typeof Presence>;

export const VisitorCard = z.object({
  id: Id,
  ...VisitFacts.shape,
  arrivedAt: z.number(),
  leftAt: z.number().optional(),
  badgeReturned: z.boolean().optional(),
  author: z.string(),
  voided: z.object({ at: z.number(), author: z.string(), reason: z.string() }).optional(),
});
export type VisitorCard = z.infer<typeof VisitorCard>;
