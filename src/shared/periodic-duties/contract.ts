import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { command, query, slice } from '../contract';
import { FilledText, Id, InstantInput, Line } from '../input';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { Code, Duty, Goal, Words } from '../service-profiles/profile-format';
import { DutyReason, DutyResult, mostDevicesAtOnce, mostFiles } from './events';

/** Who records that a duty was done. */
export const dutyKeepers = [
  'dutyOfficer',
  'shiftLeader',
  'office',
  'engineer',
  'storekeeper',
  'groupLeader',
] as const satisfies readonly Role[];

/** `open`: nothing on record; `partly`: done for some devices; `contested`: done at one desk and not at the other. */
export const dutyStandings = ['open', 'partly', 'done', 'notDone', 'contested'] as const;
export const DutyStanding = z.enum(dutyStandings);
export type DutyStanding = z.infer<typeof DutyStanding>;

/** One thing said of a period of a duty: who, when, what. */
export const DutyMoment = z.object({
  entry: Id,
  verb: z.enum(['done', 'notDone', 'takeBack', 'missed']),
  at: z.number(),
  author: z.string(),
  letter: z.string(),
  by: PersonReference.optional(),
  happenedAt: z.number().optional(),
  text: z.string(),
  devices: z.array(z.string()),
  attachments: z.array(Attachment),
});
export type DutyMoment = z.infer<typeof DutyMoment>;

/** A period of a duty as a line of the list. */
export const DutyRow = z.object({
  /** Derived from profile, duty and period. */
  id: Id,
  profile: Code,
  profileName: Words,
  duty: Code,
  name: Words,
  help: Words.optional(),
  gives: Duty.shape.gives,
  every: Duty.shape.every,
  per: z.enum(['contract', 'device']),
  period: z.string(),
  from: z.number(),
  /** The first moment after the period. */
  until: z.number(),
  amberAt: z.number(),
  dueAt: z.number(),
  standing: DutyStanding,
  missed: z.boolean(),
  /** Of a duty for every device: for how many it was done, and how many there are. */
  devices: z.object({ done: z.number(), of: z.number() }).optional(),
  /** The statement in force. */
  said: DutyMoment.optional(),
});
export type DutyRow = z.infer<typeof DutyRow>;

/** A duty of every hour: one line, its last 24 hours. */
export const HourlyDuty = z.object({
  profile: Code,
  profileName: Words,
  duty: Code,
  name: Words,
  /** False until somebody recorded it for the first time: until then nothing is missed. */
  begun: z.boolean(),
  hours: z.array(DutyRow),
});
export type HourlyDuty = z.infer<typeof HourlyDuty>;

export const Improvement = z.object({
  entry: Id,
  at: z.number(),
  author: z.string(),
  letter: z.string(),
  profile: Code,
  goal: Code,
  name: Words,
  month: z.string(),
  actual: z.number().nullable(),
  atLeast: z.number(),
  causes: z.string(),
  measures: z.string(),
});
export type Improvement = z.infer<typeof Improvement>;

export const GoalLine = z.object({
  profile: Code,
  profileName: Words,
  goal: Code,
  name: Words,
  measure: Goal.shape.measure,
  per: Goal.shape.per,
  /** `2026-11`; of a goal that holds always, this month. */
  month: z.string(),
  atLeast: z.number(),
  /** A share, or a number of people; undefined where nothing tells it. */
  actual: z.number().optional(),
  /** Answers, devices or people that it speaks of. */
  of: z.number(),
  standing: z.enum(['met', 'missed', 'unknown']),
  otherwise: Words.optional(),
  improvements: z.array(Improvement),
});
export type GoalLine = z.infer<typeof GoalLine>;

export const Month = z.string().regex(/^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/u, 'month');
/** Which period of which duty, as a screen says it. */
const named = { profile: Code, duty: Code, period: Line(40) };
const refusals = ['dutyUnknown', 'periodUnknown'] as const;

/** Periodic duties (周期工作): what the contracts in use demand again and again, and what they measure (domain.md 3). */
export const periodicDuties = slice('periodicDuties', {
  /** It was done. Done already, it is refused; of a duty for every device more devices may follow. */
  record: command({
    input: z.object({
      ...named,
      /** Who did it; without one, the officer. */
      by: PersonReference.optional(),
      /** Now, when left out. */
      happenedAt: InstantInput.optional(),
      result: DutyResult.default(''),
      /** Of a duty for every device; none: for all of them. */
      devices: z.array(Id).max(mostDevicesAtOnce).default([]),
      attachments: z.array(Attachment).max(mostFiles).default([]),
    }),
    output: z.object({ id: Id }),
    roles: dutyKeepers,
    refuses: [...refusals, 'alreadyRecorded', 'periodNotBegun', 'timeInFuture', 'timeBeforePeriod', 'deviceNotFound'],
  }),
  notDone: command({
    input: z.object({ ...named, reason: DutyReason }),
    output: z.object({ id: Id }),
    roles: dutyKeepers,
    refuses: [...refusals, 'alreadyRecorded', 'periodNotBegun'],
  }),
  /** What was recorded was a mistake: the period is open again. */
  takeBack: command({
    input: z.object({ id: Id, reason: DutyReason }),
    output: z.null(),
    roles: dutyKeepers,
    refuses: ['nothingRecorded'],
  }),
  /** Causes and measures of a goal that was missed. */
  improve: command({
    input: z.object({ profile: Code, goal: Code, month: Month, causes: FilledText(1_000), measures: FilledText(1_000) }),
    output: z.null(),
    roles: ['shiftLeader', 'office', 'leadingGroup', 'engineer', 'dutyOfficer'],
    refuses: ['goalUnknown', 'monthAhead'],
  }),
  /** What is due or overdue, the next first; hours by themselves; and what was done lately. */
  list: query({
    input: z.object({}),
    output: z.object({ due: z.array(DutyRow), hourly: z.array(HourlyDuty), done: z.array(DutyRow) }),
    roles: deskRoles,
    reads: ['periodicDuties', 'serviceProfiles', 'devices'],
  }),
  one: query({
    input: z.object({ id: Id }),
    output: DutyRow.extend({ timeline: z.array(DutyMoment) }),
    roles: deskRoles,
    reads: ['periodicDuties', 'serviceProfiles', 'devices'],
  }),
  goals: query({
    input: z.object({ month: Month.optional() }),
    output: z.array(GoalLine),
    roles: deskRoles,
    reads: ['periodicDuties', 'serviceProfiles', 'faults', 'people', 'devices', 'calendar'],
  }),
  /** Every improvement on record, the newest first. */
  improvements: query({ input: z.object({}), output: z.array(Improvement), roles: deskRoles, reads: ['periodicDuties'] }),
});
