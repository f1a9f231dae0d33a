import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { availability } from './availability';
import { command, query, slice } from '../contract';
import { Subsystem } from '../devices/facts';
import { FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { FaultClass, FaultSource, mostAttachments, Priority, Satisfaction, WaitingReason } from './intake';
import { FaultCard, FaultLine, FaultRecord, FaultStateName } from './record';

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
    priority: Priority.optional(),
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

/** Faults: reported, taken on, repaired, verified, confirmed, closed (domain.md 3). Which step fits which state: states.ts. */
export const faults = slice('faults', {
  report: command({
    input: ReportFault,
    output: z.object({ id: Id, number: HumanNumber }),
    roles: desk,
    refuses: ['timeInFuture', 'foundAfterReport', 'subsystemNeeded'],
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
    input: Step.extend({ cause: Text(1_000).optional(), remedy: FilledText(1_000), parts: Text(500).optional() }),
    output: z.null(),
    roles: deskAndEngineer,
    refuses: [...anyStep, 'causeNeeded'],
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
  /** Without the reporter's confirmation only with a note that says why. */
  close: command({ input: Step, output: z.null(), roles: desk, refuses: [...anyStep, 'noteNeeded'] }),
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
    input: Step.extend({ class: FaultClass, reason: Reason }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'sameClass'],
  }),
  note: command({ input: Step.extend({ note: FilledText(1_000) }), output: z.null(), roles: deskAndEngineer, refuses: anyStep }),
  /** A person looked at what two desks did differently: `side` (an entry of the contradiction) is right, or what stands now. */
  settle: command({
    input: Step.extend({ side: Id.optional() }),
    output: z.null(),
    roles: desk,
    refuses: [...anyStep, 'nothingContested', 'notASide'],
  }),
  /** Every open fault, oldest first, and what was closed within the last day, newest first. */
  board: query({
    input: z.object({ class: FaultClass.optional(), subsystem: Subsystem.optional(), text: Line(80).default('') }),
    output: z.object({ open: z.array(FaultCard), closed: z.array(FaultCard) }),
    roles: deskRoles,
    reads: ['faults'],
  }),
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
    reads: ['faults'],
  }),
  /** Open faults on the same device or at the same place: shown while a report is typed, and as targets of a merge. */
  similar: query({
    input: z.object({ device: DeviceReference.optional(), place: Line(120).default(''), except: Id.optional() }),
    output: z.array(FaultLine),
    roles: deskRoles,
    reads: ['faults'],
  }),
  availability,
});
