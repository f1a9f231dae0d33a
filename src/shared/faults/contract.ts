import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { alarms, takeAlarms, unattended } from './alarm-list';
import { availability } from './availability';
import { proposals } from './proposals';
import { figureQueries } from './figures-contract';
import { command, query, slice } from '../contract';
import { Subsystem } from '../devices/facts';
import { FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { ServiceProfile } from '../service-profiles/profile';
import {
  Analysis,
  BreachCause,
  FaultClass,
  FaultSource,
  mostAttachments,
  Priority,
  Satisfaction,
  Substitute,
  Traits,
  WaitingReason,
} from './intake';
import { FaultCard, FaultLine, FaultRecord, FaultStateName } from './record';
import { wall } from './wall';

const desk = ['dutyOfficer', 'shiftLeader'] as const satisfies readonly Role[];
const deskAndEngineer = [...desk, 'engineer'] as const satisfies readonly Role[];

/** Most cards of closed faults on the board: the newest of the last day. */
export const mostClosedOnBoard = 100;

export const ReportFault = z
  .object({
    source: FaultSource.default('phone'),
    /** Both in the past; without them, now. */
    foundAt: InstantInput.optional(),
    reportedAt: InstantInput.optional(),
    reporter: PersonReference.optional(),
    /** A device of the register brings its place and subsystem along. */
    device: DeviceReference.optional(),
    place: Line(120).default(''),
    subsystem: Subsystem.optional(),
    symptom: FilledText(2_000),
    scope: Text(500).default(''),
    tried: Text(1_000).default(''),
    class: FaultClass,
    /** Without one, as its class says. */
    priority: Priority.optional(),
    /** Code of a profile in use; without one, the usual one. */
    profile: FaultClass.optional(),
    traits: Traits.optional(),
    attachments: z.array(Attachment).max(mostAttachments).default([]),
    logEntry: Id.optional(),
  })
  .refine(({ device, place }) => device !== undefined || place !== '', { path: ['device'], message: 'deviceOrPlace' });

/** Every step: which fault, when it happened if that was told later, and a note. */
const Step = z.object({ id: Id, happenedAt: InstantInput.optional(), note: Text(1_000).optional() });
const Reason = FilledText(500);
/** Params: `state`, `next` (a step that is possible now), `possible` (all of them). */
const inState = 'notInThisState';
/** `timeInFuture`, `timeBeforeFound`: the time told for a step does not fit. */
const anyStep = [inState, 'timeInFuture', 'timeBeforeFound'] as const;

/** Why a report is not taken. `classUnknown`, `traitUnknown`: `known` names what the profile has. */
export const reportRefusals = [
  'timeInFuture',
  'foundAfterReport',
  'subsystemNeeded',
  'profileNotInUse',
  'classUnknown',
  'traitUnknown',
] as const;

/** Faults that may have one cause: the device above them, and what is already open on that device. */
export const FaultCluster = z.object({
  /** Names the group for as long as its first fault is in it. */
  key: z.string(),
  cause: DeviceReference.extend({ id: Id, place: z.string(), subsystem: Subsystem }),
  faults: z.array(Id),
  firstAt: z.number(),
  lastAt: z.number(),
  /** The profile most of them run under, and the gravest class among these. */
  profile: z.string(),
  class: FaultClass,
  open: z.array(FaultLine),
});
export type FaultCluster = z.infer<typeof FaultCluster>;

/** Most faults put under their cause in one step. */
export const mostFolded = 500;

/** Faults: reported, taken on, repaired, verified, confirmed, closed (domain.md 3). Which step fits which state: states.ts. */
export const faults = slice('faults', {
  /** With `into`: another call for a fault that is open; it gets a number and is merged at once. */
  report: command({
    input: ReportFault.safeExtend({ into: Id.optional() }),
    output: z.object({ id: Id, number: HumanNumber }),
    roles: desk,
    refuses: [...reportRefusals, 'targetNotFound', 'targetNotOpen'],
  }),
  accept: command({ input: Step, output: z.null(), roles: desk, refuses: anyStep }),
  /** Again for another engineer. */
  dispatch: command({ input: Step.extend({ engineer: PersonReference }), output: z.null(), roles: desk, refuses: anyStep }),
  acknowledge: command({ input: Step, output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  arrive: command({ input: Step, output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  diagnose: command({ input: Step.extend({ cause: Text(1_000).optional() }), output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  wait: command({ input: Step.extend({ waitingFor: WaitingReason }), output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  resume: command({ input: Step, output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  /** The cause may have been diagnosed before; one must be on record. */
  repair: command({
    input: Step.extend({
      cause: Text(1_000).optional(),
      remedy: FilledText(1_000),
      parts: Text(500).optional(),
      /** Of what is folded under it: those that are still there. They become faults of their own, timed from their first loss. */
      remaining: z.array(Id).max(mostFolded).default([]),
    }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'causeNeeded', 'notFoldedHere'],
  }),
  /** `holds: false` sends it back to work and needs a note. */
  verify: command({ input: Step.extend({ holds: z.boolean() }), output: z.null(), roles: desk, refuses: [...anyStep, 'noteNeeded'] }),
  /** The reporter says it is in order. */
  confirm: command({
    input: Step.extend({ reporter: PersonReference.optional(), satisfaction: Satisfaction.optional() }),
    output: z.null(),
    roles: desk,
    refuses: anyStep,
  }),
  /**
   * Without the reporter's confirmation only with a note that says why. `guideOpen`: a step the profile demands is neither done
   * nor set aside; `breachUnexplained`: a limit was not kept and nobody said why.
   */
  close: command({ input: Step, output: z.null(), roles: desk, refuses: [...anyStep, 'noteNeeded', 'guideOpen', 'breachUnexplained'] }),
  reopen: command({ input: Step.extend({ reason: Reason }), output: z.null(), roles: desk, refuses: anyStep }),
  /** A duplicate of another open fault; both timelines stay. */
  merge: command({
    input: Step.extend({ into: Id }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'mergeIntoItself', 'targetNotFound', 'targetNotOpen'],
  }),
  cancel: command({ input: Step.extend({ reason: Reason }), output: z.null(), roles: desk, refuses: anyStep }),
  reclassify: command({
    input: Step.extend({ class: FaultClass.optional(), priority: Priority.optional(), traits: Traits.optional(), reason: Reason }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'sameClass', 'classUnknown', 'traitUnknown'],
  }),
  /** On the way (在途). */
  depart: command({ input: Step, output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  /** Somebody of a tier has taken the case over. */
  takeOver: command({
    input: Step.extend({ tier: FaultClass, person: PersonReference }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'tierUnknown'],
  }),
  /** Up a tier, only in writing (domain.md 3, P2). */
  escalate: command({
    input: Step.extend({
      tier: FaultClass,
      person: PersonReference.optional(),
      symptoms: FilledText(2_000),
      history: FilledText(2_000),
      files: z.array(Attachment).max(mostAttachments).default([]),
    }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'tierUnknown', 'tierNotAbove'],
  }),
  /** The solution travels down to who reported it. */
  answer: command({
    input: Step.extend({ solution: FilledText(2_000) }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'notEscalated'],
  }),
  /** A device of the same model until the repair. */
  lend: command({ input: Step.extend({ substitute: Substitute }), output: z.null(), roles: desk, refuses: [...anyStep, 'alreadyLent'] }),
  takeBack: command({ input: Step, output: z.null(), roles: desk, refuses: [...anyStep, 'nothingLent'] }),
  feedBack: command({ input: Step.extend({ to: PersonReference }), output: z.null(), roles: desk, refuses: anyStep }),
  analyse: command({ input: Step.extend({ analysis: Analysis }), output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  fileSheet: command({ input: Step, output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  consult: command({
    input: Step.extend({
      participants: z.array(PersonReference).min(1, 'required').max(20),
      opinion: FilledText(2_000),
      conclusion: Text(2_000).default(''),
    }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: anyStep,
  }),
  /** A step that the profile leads through is done; set aside only with a note that says why. */
  guide: command({
    input: Step.extend({ step: FaultClass, done: z.boolean() }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'stepUnknown', 'noteNeeded'],
  }),
  /** To another version (its entry), or to the version of a profile that is in use now. */
  move: command({
    input: Step.extend({
      profile: FaultClass,
      version: Id.optional(),
      class: FaultClass.optional(),
      traits: Traits.optional(),
      reason: Reason,
    }),
    output: z.null(),
    roles: [...desk, 'sysAdmin'],
    refuses: [...anyStep, 'profileNotInUse', 'sameProfile', 'classUnknown', 'traitUnknown'],
  }),
  /** Under their cause in one step: under a fault that is open, or under one that is reported with it. All or none. */
  fold: command({
    input: z.object({
      faults: z.array(Id).min(1, 'required').max(mostFolded),
      under: Id.optional(),
      report: ReportFault.optional(),
      note: Text(1_000).optional(),
    }),
    output: z.object({ id: Id, number: z.string() }),
    roles: desk,
    refuses: [...anyStep, ...reportRefusals, 'mergeIntoItself', 'targetNotFound', 'targetNotOpen'],
  }),
  /** A fault of its own again. */
  unfold: command({ input: Step.extend({ reason: Reason }), output: z.null(), roles: desk, refuses: [...anyStep, 'notFoldedHere'] }),
  relate: command({
    input: z.object({ id: Id, other: Id, related: z.boolean().default(true), note: Text(1_000).optional() }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'mergeIntoItself', 'targetNotFound'],
  }),
  /** Takes an alarm: it is silent for as long as the profile says, and no clock stops. */
  takeAlarm: command({
    input: Step.extend({ clock: FaultClass, round: z.number().int().min(1).max(1_000).default(1), level: z.enum(['amber', 'red']) }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'clockUnknown'],
  }),
  /** Every breach needs a cause. */
  explain: command({
    input: Step.extend({
      clock: FaultClass,
      round: z.number().int().min(1).max(1_000).default(1),
      breachCause: BreachCause,
      reason: Reason,
    }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'notOver'],
  }),
  note: command({ input: Step.extend({ note: FilledText(1_000) }), output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  /** A person looked at what two desks did differently: `side` (an entry of the contradiction) is right, or what stands now. */
  settle: command({
    input: Step.extend({ side: Id.optional() }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'nothingContested', 'notASide'],
  }),
  /** The profiles that faults are born under now, whole, the usual one first: classes with their decision help, traits, tiers. */
  profiles: query({
    input: z.object({}),
    output: z.array(z.object({ version: Id, usual: z.boolean(), profile: ServiceProfile })),
    roles: deskRoles,
    reads: ['serviceProfiles'],
  }),
  /**
   * Every open fault, oldest first, and what was closed within the last day, newest first. With `known`, the revision of an
   * earlier unfiltered answer, only the cards that have changed since and the ids of those that are gone; whole again when that
   * answer is not remembered any more.
   */
  board: query({
    input: z.object({
      class: FaultClass.optional(),
      subsystem: Subsystem.optional(),
      text: Line(80).default(''),
      known: Line(80).optional(),
    }),
    output: z.object({
      open: z.array(FaultCard),
      closed: z.array(FaultCard),
      gone: z.array(Id),
      /** Blank for a filtered answer: nothing can be told beside it. */
      revision: z.string(),
      whole: z.boolean(),
    }),
    roles: deskRoles,
    reads: ['faults', 'serviceProfiles', 'calendar', 'plannedWork'],
  }),
  /** Groups of open faults that may have one cause, the largest first: what `fold` is proposed for (clusters.ts). */
  clusters: query({ input: z.object({}), output: z.array(FaultCluster), roles: desk, reads: ['faults', 'devices'] }),
  one: query({ input: z.object({ id: Id }), output: FaultRecord, roles: deskRoles, reads: ['faults'] }),
  /** By number, device, place, symptom, reporter, engineer or pinyin initials of these; newest first. */
  find: query({
    input: z.object({
      text: Line(80).default(''),
      state: FaultStateName.optional(),
      open: z.boolean().optional(),
      device: Id.optional(),
      logEntry: Id.optional(),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    output: z.array(FaultCard),
    roles: deskRoles,
    reads: ['faults', 'serviceProfiles', 'calendar'],
  }),
  /** Open faults on the same device or at the same place: shown while a report is typed, and as targets of a merge. */
  similar: query({
    input: z.object({ device: DeviceReference.optional(), place: Line(120).default(''), except: Id.optional() }),
    output: z.array(FaultLine),
    roles: deskRoles,
    reads: ['faults'],
  }),
  availability,
  proposals,
  alarms,
  takeAlarms,
  unattended,
  wall,
  ...figureQueries,
});
