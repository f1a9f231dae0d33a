import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { Subsystem } from '../devices/facts';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';

/** How a fault came to the desk (domain.md 3, «Intake»). */
export const faultSources = ['phone', 'walkIn', 'patrol', 'monitoringAlarm', 'peerStation', 'letter', 'email', 'onlineForm'] as const;
export const FaultSource = z.enum(faultSources);

/** A class of the service profile a fault runs under: A, B, C of P0, a level 1 to 4 of P4. */
export const FaultClass = z.string().regex(/^[A-Za-z0-9]{1,40}$/u, 'code');
export type FaultClass = z.infer<typeof FaultClass>;

/** Which version of which service profile: the version is named by the entry that published it. */
export const ProfileReference = z.strictObject({ code: FaultClass, version: Id });
export type ProfileReference = z.infer<typeof ProfileReference>;

/** What a fault says of the traits its profile asks for: name → value. */
export const Traits = z.record(FaultClass, FaultClass).refine((traits) => Object.keys(traits).length <= 6, 'tooMany');

export const priorities = ['urgent', 'important', 'general'] as const;
export const Priority = z.enum(priorities);
export type Priority = z.infer<typeof Priority>;

export const waitingReasons = ['parts', 'vendor', 'access', 'weather'] as const;
export const WaitingReason = z.enum(waitingReasons);
export type WaitingReason = z.infer<typeof WaitingReason>;

export const satisfactions = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;
export const Satisfaction = z.enum(satisfactions);

/** Why a limit was not kept. */
export const breachCauses = [
  'lateReport',
  'lateDispatch',
  'noEngineer',
  'traffic',
  'parts',
  'vendor',
  'access',
  'weather',
  'difficult',
  'contractor',
  'other',
] as const;
export const BreachCause = z.enum(breachCauses);

/** A device of the same model lent until the repair (domain.md 3, P0). */
export const Substitute = z.strictObject({ name: FilledLine(120), serial: Line(60) });
export type Substitute = z.infer<typeof Substitute>;

/** The fault analysis report (故障分析报告): what failed, why, what was done, what keeps it from coming back. */
export const Analysis = z.strictObject({
  course: FilledText(2_000),
  cause: FilledText(2_000),
  measures: FilledText(2_000),
  prevention: Text(2_000),
});
export type Analysis = z.infer<typeof Analysis>;

export const mostAttachments = 20;

/** What was written down when a fault was reported; never changed afterwards. */
export const Intake = z.strictObject({
  number: HumanNumber,
  source: FaultSource,
  foundAt: InstantInput,
  reportedAt: InstantInput,
  reporter: PersonReference.optional(),
  device: DeviceReference.optional(),
  place: Line(120),
  subsystem: Subsystem,
  symptom: FilledText(2_000),
  scope: Text(500),
  tried: Text(1_000),
  class: FaultClass,
  priority: Priority.optional(),
  /** What it was born under; without one, under the first profile that shipped. */
  profile: ProfileReference.optional(),
  traits: Traits.optional(),
  attachments: z.array(Attachment).max(mostAttachments),
  /** The duty log entry it was reported in. */
  logEntry: Id.optional(),
});
export type Intake = z.infer<typeof Intake>;
