import { z } from 'zod';
import { event } from '../event';
import { FilledLine, FilledText, Id, InstantInput, Text } from '../input';
import { PersonReference } from '../references';
import { Attachment } from '../attachments/contract';
import {
  Analysis,
  BreachCause,
  FaultClass,
  Intake,
  mostAttachments,
  Priority,
  ProfileReference,
  Satisfaction,
  Substitute,
  Traits,
  WaitingReason,
} from './intake';
import { faultStates } from './states';

/** Who did it, as they were called then. */
export const By = z.strictObject({ id: Id, name: FilledLine(40) });
export type By = z.infer<typeof By>;

/** How far the desk had heard other stations on this fault: station → sequence number. Its own entries it always knows. */
export const Seen = z.record(Id, z.number().int().min(1)).refine((seen) => Object.keys(seen).length <= 64, 'tooMany');

/** What every step carries: who, from where, on what knowledge, when it happened if that was told later, and a note. */
const step = {
  by: By,
  from: z.enum(faultStates),
  seen: Seen,
  happenedAt: InstantInput.optional(),
  note: Text(1_000).optional(),
};
const Reason = FilledText(500);

export const faultReported = event('fault.reported@1', z.strictObject({ ...Intake.shape, by: By }));
export const faultAccepted = event('fault.accepted@1', z.strictObject(step));
export const faultDispatched = event('fault.dispatched@1', z.strictObject({ ...step, engineer: PersonReference }));
export const faultAcknowledged = event('fault.acknowledged@1', z.strictObject(step));
export const faultArrived = event('fault.arrived@1', z.strictObject(step));
export const faultDiagnosed = event('fault.diagnosed@1', z.strictObject({ ...step, cause: Text(1_000).optional() }));
export const faultWaitingStarted = event('fault.waitingStarted@1', z.strictObject({ ...step, waitingFor: WaitingReason }));
export const faultWaitingEnded = event('fault.waitingEnded@1', z.strictObject(step));
export const faultRepaired = event(
  'fault.repaired@1',
  z.strictObject({ ...step, cause: Text(1_000).optional(), remedy: FilledText(1_000), parts: Text(500).optional() }),
);
export const faultVerified = event('fault.verified@1', z.strictObject({ ...step, holds: z.boolean() }));
export const faultConfirmed = event(
  'fault.confirmed@1',
  z.strictObject({ ...step, reporter: PersonReference.optional(), satisfaction: Satisfaction.optional() }),
);
export const faultClosed = event('fault.closed@1', z.strictObject(step));
export const faultReopened = event('fault.reopened@1', z.strictObject({ ...step, reason: Reason }));
export const faultMergedInto = event('fault.mergedInto@1', z.strictObject({ ...step, into: Id }));
export const faultCancelled = event('fault.cancelled@1', z.strictObject({ ...step, reason: Reason }));
export const faultReclassified = event(
  'fault.reclassified@1',
  z.strictObject({ ...step, class: FaultClass, priority: Priority.optional(), traits: Traits.optional(), reason: Reason }),
);
/** On the way (在途). */
export const faultDeparted = event('fault.departed@1', z.strictObject(step));
/** Somebody of a tier has taken the case over. */
export const faultTakenOver = event('fault.takenOver@1', z.strictObject({ ...step, tier: FaultClass, person: PersonReference }));
/** A case goes up a tier only in writing, with symptoms, history and alarm files (domain.md 3, P2). */
export const faultEscalated = event(
  'fault.escalated@1',
  z.strictObject({
    ...step,
    tier: FaultClass,
    person: PersonReference.optional(),
    symptoms: FilledText(2_000),
    history: FilledText(2_000),
    files: z.array(Attachment).max(mostAttachments),
  }),
);
/** The solution travels back down to who reported it. */
export const faultAnswered = event('fault.answered@1', z.strictObject({ ...step, tier: FaultClass, solution: FilledText(2_000) }));
export const faultSubstituteLent = event('fault.substituteLent@1', z.strictObject({ ...step, substitute: Substitute }));
export const faultSubstituteReturned = event('fault.substituteReturned@1', z.strictObject(step));
/** The result was told to whom it concerns. */
export const faultFedBack = event('fault.fedBack@1', z.strictObject({ ...step, to: PersonReference }));
export const faultAnalysed = event('fault.analysed@1', z.strictObject({ ...step, analysis: Analysis }));
/** The fault record sheet (系统故障记录表) was filled in. */
export const faultSheetFiled = event('fault.sheetFiled@1', z.strictObject(step));
/** Experts put their heads together (会诊). */
export const faultConsulted = event(
  'fault.consulted@1',
  z.strictObject({
    ...step,
    participants: z.array(PersonReference).min(1).max(20),
    opinion: FilledText(2_000),
    conclusion: Text(2_000),
  }),
);
/** A step that the profile leads through was done, or set aside with the note as its reason. */
export const faultGuided = event('fault.guided@1', z.strictObject({ ...step, guideStep: FaultClass, done: z.boolean() }));
/** It stays under a newer version, or another profile, from now on. */
export const faultMoved = event(
  'fault.moved@1',
  z.strictObject({ ...step, profile: ProfileReference, class: FaultClass, traits: Traits, reason: Reason }),
);
/** Put under the fault that causes it: nobody works on it by itself as long as that one is open. */
export const faultFolded = event('fault.folded@1', z.strictObject({ ...step, into: Id }));
/** Its cause was mended and it is still there: a fault of its own again, timed from its first loss. */
export const faultUnfolded = event('fault.unfolded@1', z.strictObject({ ...step, reason: Reason }));
export const faultRelated = event('fault.related@1', z.strictObject({ ...step, other: Id, related: z.boolean() }));
/** A person took an alarm; it comes back after its time, and no clock stops. */
export const faultAlarmTaken = event(
  'fault.alarmTaken@1',
  z.strictObject({ ...step, clock: FaultClass, round: z.number().int().min(1), level: z.enum(['amber', 'red']) }),
);
/** Why a limit was not kept: every breach needs a cause. */
export const faultBreachExplained = event(
  'fault.breachExplained@1',
  z.strictObject({ ...step, clock: FaultClass, round: z.number().int().min(1), breachCause: BreachCause, reason: Reason }),
);
/** The station noticed that a limit was not kept. Stays for good. */
export const faultBreached = event(
  'fault.breached@1',
  z.strictObject({
    clock: FaultClass,
    round: z.number().int().min(1),
    class: FaultClass,
    /** ms. */
    limit: z.number().int().min(1),
    startedAt: InstantInput,
    dueAt: InstantInput,
    holder: z.string().max(40),
  }),
);
/** The station raised it: nobody of the right tier had taken it over in time, or there was no progress. */
export const faultRaised = event(
  'fault.raised@1',
  z.strictObject({
    raises: z.enum(['class', 'tier']),
    /** Rule of the profile. */
    rule: z.string().max(80),
    dueAt: InstantInput,
    fromCode: z.string().max(40),
    toCode: FaultClass,
  }),
);
export const faultNoted = event('fault.noted@1', z.strictObject({ ...step, note: FilledText(1_000) }));
/**
 * A person looked at what contradicts: the entry named as `side` is right, in the contradiction it belongs to; without one
 * everything is right as it stands.
 */
export const faultSettled = event('fault.settled@1', z.strictObject({ ...step, side: Id.optional() }));
