import { z } from 'zod';
import { Subsystem } from '../devices/facts';
import { Id } from '../input';
import { PersonReference } from '../references';
import { By } from './events';
import { FaultClass, Intake, Priority, Satisfaction, WaitingReason } from './intake';
import { faultStates, faultVerbs } from './states';

export const FaultStateName = z.enum(faultStates);

/** A fault as a card on the board or a line in a list. */
export const FaultCard = z.object({
  id: Id,
  /** Empty while only later entries of the fault have arrived from the other desk. */
  number: z.string(),
  state: FaultStateName,
  /** When it came into this state. */
  since: z.number(),
  class: FaultClass,
  priority: Priority.optional(),
  subsystem: Subsystem,
  device: z.string().optional(),
  place: z.string(),
  /** Its beginning; the whole stands in the record. */
  symptom: z.string(),
  reportedAt: z.number(),
  engineer: z.string().optional(),
  waitingFor: WaitingReason.optional(),
  contested: z.boolean(),
  /** Duplicates that were merged into one another and would both be out of sight. */
  inCircle: z.boolean().optional(),
});
export type FaultCard = z.infer<typeof FaultCard>;

/** One line of the timeline: who did what, when, at which station, from which state to which. */
export const Moment = z.object({
  /** Id of the journal entry. */
  entry: Id,
  verb: z.enum(['report', ...faultVerbs]),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  /** When it happened, if that was told later. */
  happenedAt: z.number().optional(),
  by: By,
  /** Letter of the station. */
  letter: z.string(),
  from: FaultStateName.optional(),
  /** Where the step led; with two desks apart the fault may stand elsewhere. */
  to: FaultStateName.optional(),
  note: z.string().optional(),
  engineer: PersonReference.optional(),
  cause: z.string().optional(),
  remedy: z.string().optional(),
  parts: z.string().optional(),
  waitingFor: WaitingReason.optional(),
  holds: z.boolean().optional(),
  reporter: PersonReference.optional(),
  satisfaction: Satisfaction.optional(),
  into: Id.optional(),
  /** Number of the fault it was merged into. */
  intoNumber: z.string().optional(),
  class: FaultClass.optional(),
  formerClass: FaultClass.optional(),
  reason: z.string().optional(),
  /** The entry that was found right. */
  side: Id.optional(),
});
export type Moment = z.infer<typeof Moment>;

/** What two desks, each for itself, did differently: where the fault stands, who goes there, or how grave it is. */
export const contestTopics = ['progress', 'engineer', 'class'] as const;
export type ContestTopic = (typeof contestTopics)[number];

/** A fault as a line beside another: its duplicates, what it was merged into, what may be the same. */
export const FaultLine = z.object({
  id: Id,
  number: z.string(),
  state: FaultStateName,
  class: FaultClass,
  device: z.string().optional(),
  place: z.string(),
  symptom: z.string(),
  reportedAt: z.number(),
});
export type FaultLine = z.infer<typeof FaultLine>;

/** Everything about one fault. */
export const FaultRecord = FaultCard.extend({
  intake: Intake.extend({ by: By }).optional(),
  /** The person now sent to it. */
  sentTo: PersonReference.optional(),
  /** Who was sent before it was reopened. */
  formerlySentTo: PersonReference.optional(),
  cause: z.string().optional(),
  remedy: z.string().optional(),
  parts: z.string().optional(),
  satisfaction: Satisfaction.optional(),
  reopened: z.number(),
  mergedInto: FaultLine.optional(),
  duplicates: z.array(FaultLine),
  timeline: z.array(Moment),
  contests: z.array(z.object({ topic: z.enum(contestTopics), sides: z.array(Moment) })),
});
export type FaultRecord = z.infer<typeof FaultRecord>;
