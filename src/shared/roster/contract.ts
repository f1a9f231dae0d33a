import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { CalendarDay, MarkedDay } from '../calendar/calendar';
import { command, query, slice } from '../contract';
import { FilledText, Id, InstantInput, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { Leave, LeftPerson } from './absence';
import { Assignment } from './assignment';
import { BrokenRule } from './broken-rules';
import { ShiftPattern } from './pattern';
import { RosterRules } from './rules-in-force';
import { Shift, ShiftKey } from './shift';
import { ShiftChangeRecord, ShiftChangeState } from './shift-change';

/** Who makes the roster and approves changes: the leaders of the shifts, and the office that runs the daily work. */
export const rosterMakers = ['shiftLeader', 'office'] as const satisfies readonly Role[];
/** Who writes down what somebody asks for on the phone. */
export const changeTakers = ['dutyOfficer', ...rosterMakers] as const satisfies readonly Role[];

/** `2026-12`. */
export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month');

/** A person of the register: who is not in it cannot sign, and so cannot change shifts. */
const Registered = z.strictObject({ id: Id });
const Reason = FilledText(400);

const Ask = z.discriminatedUnion('kind', [
  /** Without a stand-in the posts stay open. `person` is oneself when left out. */
  z.strictObject({
    kind: z.literal('leave'),
    person: Registered.optional(),
    from: InstantInput,
    until: InstantInput,
    standIn: Registered.optional(),
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('standIn'), person: Registered.optional(), shift: ShiftKey, standIn: Registered, reason: Reason }),
  z.strictObject({
    kind: z.literal('swap'),
    person: Registered.optional(),
    shift: ShiftKey,
    standIn: Registered,
    standInShift: ShiftKey,
    reason: Reason,
  }),
]);

/** Why the shifts cannot be changed as asked. Params: `name`, `shift`. */
const cannotChange = ['shiftEnded', 'notOnShift', 'alreadyOnShift', 'noSuchShift'] as const;
const aboutPeople = ['personUnknown', 'personLeft', 'standInIsSelf'] as const;

const Called = z.object({
  when: z.enum(['now', 'next']),
  post: z.enum(['leader', 'officer']),
  person: PersonReference,
  phone: z.string(),
  otherPhones: z.array(z.string()),
  /** As the register calls the post; blank for somebody who is not in it. */
  title: z.string(),
  group: z.string(),
  deputies: z.array(z.object({ id: Id, name: z.string(), phone: z.string() })),
});

const MonthRoster = z.object({
  month: Month,
  /** Today in the station's zone. */
  today: z.string(),
  shifts: z.array(Shift),
  /** Just before and after: the rest between shifts is measured across the end of the month. */
  around: z.array(Shift),
  broken: z.array(BrokenRule),
  calendar: z.object({ days: z.array(CalendarDay), marked: z.array(MarkedDay) }),
  rules: RosterRules,
  leaves: z.array(Leave),
  left: z.array(LeftPerson),
  pending: z.array(ShiftChangeRecord),
});

/** Who stands when, made for a month and changed by agreement (domain.md 1). Rules: broken-rules.ts. */
export const roster = slice('roster', {
  month: query({
    input: z.object({ month: Month }),
    output: MonthRoster,
    roles: deskRoles,
    reads: ['roster', 'calendar', 'people'],
  }),
  /** The one of now when left out. What two desks rostered apart stands in `sides`, the last of them in force. */
  shift: query({
    input: z.object({ key: ShiftKey.optional() }),
    output: z.object({
      shift: Shift,
      previous: Shift,
      next: Shift,
      sides: z.array(
        z.object({
          at: z.number(),
          author: z.string(),
          letter: z.string(),
          leader: PersonReference.nullable(),
          officers: z.array(PersonReference),
          open: z.number(),
          reason: z.string(),
        }),
      ),
      replacements: z.array(
        z.object({
          at: z.number(),
          author: z.string(),
          change: Id,
          post: z.enum(['leader', 'officer']),
          leaves: PersonReference,
          comes: PersonReference.nullable(),
          /** Whoever was to be replaced was not on the shift (any more). */
          unfitting: z.boolean(),
        }),
      ),
    }),
    roles: deskRoles,
    reads: ['roster', 'unit'],
    refuses: ['noSuchShift'],
  }),
  onDuty: query({
    input: z.object({}),
    output: z.object({
      shift: Shift,
      next: Shift,
      /** The asking officer's own post in each. */
      post: z.enum(['leader', 'officer']).optional(),
      nextPost: z.enum(['leader', 'officer']).optional(),
    }),
    roles: deskRoles,
    reads: ['roster'],
  }),
  /** From teams and leaders in rotation, for those shifts of the month that have not begun. Writes nothing. */
  propose: query({
    input: z.object({ month: Month }),
    output: z.object({ assignments: z.array(Assignment), broken: z.array(BrokenRule) }),
    roles: rosterMakers,
    reads: ['roster', 'calendar', 'people'],
    refuses: ['teamsMissing', 'monthOver'],
  }),
  /**
   * Writes what differs from the roster as it is. `reasonNeeded` names the rules that are broken (`rules`, `count`, the first
   * `date`), `pastShift` a shift that has ended: both are saved with a reason.
   */
  save: command({
    input: z.object({ assignments: z.array(Assignment).min(1, 'required').max(200), reason: Text(400).default('') }),
    output: z.object({ saved: z.number() }),
    roles: rosterMakers,
    refuses: ['reasonNeeded', 'pastShift', 'noSuchShift', 'shiftTwice', 'personTwice'],
  }),
  rules: query({
    input: z.object({}),
    output: z.object({ rules: RosterRules, patterns: z.array(ShiftPattern) }),
    roles: deskRoles,
    reads: ['roster'],
  }),
  /** Only what is given. Shifts that are rostered keep their times. */
  changeRules: command({
    input: RosterRules.partial(),
    output: z.null(),
    roles: rosterMakers,
    refuses: ['shiftKeyTwice', 'shiftsOverlap', 'personInTwoTeams', 'teamNameTwice'],
  }),
  ask: command({
    input: Ask,
    output: z.object({ id: Id, late: z.boolean() }),
    roles: deskRoles,
    refuses: [
      ...cannotChange,
      ...aboutPeople,
      'ownPersonMissing',
      'notForOthers',
      'endsBeforeItBegins',
      'leaveTooLong',
      'sameShift',
      'alreadyAsked',
    ],
  }),
  /** By the stand-in: at their own session, or with their login and password at this one. */
  accept: command({
    input: z.object({ id: Id, signer: Signer.optional() }),
    output: z.null(),
    roles: deskRoles,
    refuses: [...signerRefusals, ...cannotChange, 'notTheStandIn', 'notInThisState'],
  }),
  decline: command({
    input: z.object({ id: Id, reason: Reason, signer: Signer.optional() }),
    output: z.null(),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notTheStandIn', 'notInThisState'],
  }),
  /** By a leader who is neither of the two; with a reason where it breaks a rule. Roster, signing rights and call sheet follow at once. */
  approve: command({
    input: z.object({ id: Id, reason: Text(400).default('') }),
    output: z.object({ shifts: z.array(ShiftKey) }),
    roles: rosterMakers,
    refuses: [...cannotChange, ...aboutPeople, 'ownChange', 'standInAsked', 'notInThisState', 'reasonNeeded'],
  }),
  refuse: command({
    input: z.object({ id: Id, reason: Reason }),
    output: z.null(),
    roles: rosterMakers,
    refuses: ['ownChange', 'notInThisState'],
  }),
  /** By whoever asked, for whom it was asked, or a leader. */
  withdraw: command({
    input: z.object({ id: Id, reason: Reason }),
    output: z.null(),
    roles: deskRoles,
    refuses: ['notYourChange', 'notInThisState'],
  }),
  /** Two desks decided differently apart: what stands. Refused after all, shifts that have not ended go back to who had them. */
  settle: command({
    input: z.object({ id: Id, stands: z.enum(['approved', 'refused']), reason: Reason }),
    output: z.null(),
    roles: rosterMakers,
    refuses: ['ownChange', 'notContested'],
  }),
  /** Newest first; those whose shifts or leave lie in a month, those in a state. */
  changes: query({
    input: z.object({ state: ShiftChangeState.optional(), pending: z.boolean().optional(), month: Month.optional() }),
    output: z.array(ShiftChangeRecord),
    roles: deskRoles,
    reads: ['roster', 'calendar', 'people', 'unit'],
  }),
  /** Whom to call: the people of a shift and of the next, with phones and deputies from the register. */
  callSheet: query({
    input: z.object({ key: ShiftKey.optional() }),
    output: z.object({ shift: Shift, next: Shift, people: z.array(Called) }),
    roles: deskRoles,
    reads: ['roster', 'people'],
    refuses: ['noSuchShift'],
  }),
});
