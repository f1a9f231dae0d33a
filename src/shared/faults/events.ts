import { z } from 'zod';
import { event } from '../event';
import { FilledLine, FilledText, Id, InstantInput, Text } from '../input';
import { PersonReference } from '../references';
import { FaultClass, Intake, Satisfaction, WaitingReason } from './intake';
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
export const faultReclassified = event('fault.reclassified@1', z.strictObject({ ...step, class: FaultClass, reason: Reason }));
export const faultNoted = event('fault.noted@1', z.strictObject({ ...step, note: FilledText(1_000) }));
/**
 * A person looked at what contradicts: the entry named as `side` is right, in the contradiction it belongs to; without one
 * everything is right as it stands.
 */
export const faultSettled = event('fault.settled@1', z.strictObject({ ...step, side: Id.optional() }));
