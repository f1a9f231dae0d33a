import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { Subsystem } from '../devices/facts';
import { FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';

/** How a fault came to the desk (domain.md 3, «Intake»). */
export const faultSources = ['phone', 'walkIn', 'patrol', 'monitoringAlarm', 'peerStation', 'letter', 'email', 'onlineForm'] as const;
export const FaultSource = z.enum(faultSources);

/** Classes of profile P0: A the whole is down, B a device failed and some video is affected, C nothing that affects the whole. */
export const faultClasses = ['A', 'B', 'C'] as const;
export const FaultClass = z.enum(faultClasses);
export type FaultClass = z.infer<typeof FaultClass>;

export const priorities = ['urgent', 'important', 'general'] as const;
export const Priority = z.enum(priorities);

export const waitingReasons = ['parts', 'vendor', 'access', 'weather'] as const;
export const WaitingReason = z.enum(waitingReasons);
export type WaitingReason = z.infer<typeof WaitingReason>;

export const satisfactions = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;
export const Satisfaction = z.enum(satisfactions);

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
  attachments: z.array(Attachment).max(mostAttachments),
  /** The duty log entry it was reported in. */
  logEntry: Id.optional(),
});
export type Intake = z.infer<typeof Intake>;
