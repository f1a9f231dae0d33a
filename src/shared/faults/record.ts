import { z } from 'zod';
import { Subsystem } from '../devices/facts';
import { clockAims, Told, Words } from '../service-profiles/profile';
import { Id } from '../input';
import { PersonReference } from '../references';
import { By } from './events';
import { Attachment } from '../attachments/contract';
import {
  Analysis,
  BreachCause,
  FaultClass,
  Intake,
  Priority,
  ProfileReference,
  Satisfaction,
  Substitute,
  Traits,
  WaitingReason,
} from './intake';
import { faultStates, faultVerbs } from './states';

export const FaultStateName = z.enum(faultStates);

/** The clock of a card that is due next, told without saying what time it is: the screen counts it down by itself. */
export const CardClock = z.object({
  aim: z.enum(clockAims),
  startedAt: z.number(),
  standing: z.enum(['running', 'paused']),
  amberAt: z.number().optional(),
  dueAt: z.number().optional(),
  /** While paused: time left, ms; negative when over. */
  left: z.number().optional(),
});
export type CardClock = z.infer<typeof CardClock>;

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
  /** Code of its service profile. */
  profile: z.string(),
  /** Its class is one of those that are grave by themselves. */
  highRisk: z.boolean(),
  /** Due next; none when nothing is owed. */
  clock: CardClock.optional(),
  /** A limit was not kept, whatever runs now. */
  late: z.boolean(),
  /** The fault it is folded under. */
  causedBy: Id.optional(),
  /** Number of the planned work (检修挂牌) in force on it, now or when it was reported. */
  plannedWork: z.string().optional(),
  /** Duplicates that were merged into one another and would both be out of sight. */
  inCircle: z.boolean().optional(),
});
export type FaultCard = z.infer<typeof FaultCard>;

/** One line of the timeline: who did what, when, at which station, from which state to which. */
export const Moment = z.object({
  /** Id of the journal entry. */
  entry: Id,
  verb: z.enum(['report', ...faultVerbs, 'breach', 'raise']),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  /** When it happened, if that was told later. */
  happenedAt: z.number().optional(),
  /** Blank name: the station noticed it by itself. */
  by: z.object({ id: Id, name: z.string() }),
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
  priority: Priority.optional(),
  traits: Traits.optional(),
  profile: ProfileReference.optional(),
  tier: z.string().optional(),
  person: PersonReference.optional(),
  symptoms: z.string().optional(),
  history: z.string().optional(),
  files: z.array(Attachment).optional(),
  solution: z.string().optional(),
  substitute: Substitute.optional(),
  analysis: Analysis.optional(),
  participants: z.array(PersonReference).optional(),
  opinion: z.string().optional(),
  conclusion: z.string().optional(),
  guideStep: z.string().optional(),
  done: z.boolean().optional(),
  /** The fault beside it, and its number. */
  other: Id.optional(),
  otherNumber: z.string().optional(),
  related: z.boolean().optional(),
  clock: z.string().optional(),
  round: z.number().optional(),
  level: z.enum(['amber', 'red']).optional(),
  breachCause: BreachCause.optional(),
  /** Of a breach: when the limit ended, and how long it was, ms. */
  dueAt: z.number().optional(),
  limit: z.number().optional(),
  raises: z.enum(['class', 'tier']).optional(),
  rule: z.string().optional(),
  fromCode: z.string().optional(),
  toCode: z.string().optional(),
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

/** A clock of a fault with what it is called and what it depends on. */
export const ClockOfFault = z.object({
  clock: z.string(),
  aim: z.enum(clockAims),
  name: Words,
  round: z.number(),
  /** ms. */
  limit: z.number(),
  startedAt: z.number(),
  standing: z.enum(['running', 'paused', 'met', 'ended']),
  used: z.number(),
  runsSince: z.number().optional(),
  amberAt: z.number().optional(),
  dueAt: z.number().optional(),
  late: z.boolean(),
  metAt: z.number().optional(),
  pausedBy: z.array(WaitingReason),
});
export type ClockOfFault = z.infer<typeof ClockOfFault>;

/** Who every minute of a fault is charged to (计时台账). */
export const charges = ['desk', 'engineer', 'parts', 'vendor', 'access', 'weather', 'cause', 'nobody'] as const;
export const LedgerLine = z.object({
  from: z.number(),
  /** Undefined for what still runs. */
  until: z.number().optional(),
  state: FaultStateName,
  charge: z.enum(charges),
  holder: z.string().optional(),
  note: z.string().optional(),
  /** Clocks that stood still for this waiting. */
  pauses: z.array(z.string()),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** A step that the profile leads through, and what became of it. */
export const GuideLine = z.object({
  step: z.string(),
  text: Words,
  by: Told,
  needed: z.boolean(),
  /** From when on it is to be done. */
  from: z.number(),
  standing: z.enum(['open', 'done', 'setAside']),
  /** Done again and again after so long, as the profile writes it (`30min`): open again until the fault is repaired. */
  every: z.string().optional(),
  /** What must be put down when it is done. */
  records: z.array(Words).optional(),
  /** When it was done, or set aside; of a line that is open again, when it was done last. */
  at: z.number().optional(),
  doneBy: z.string().optional(),
  note: z.string().optional(),
});
export type GuideLine = z.infer<typeof GuideLine>;

/** A limit that was not kept: stays for good, and needs a cause. */
export const Breach = z.object({
  clock: z.string(),
  aim: z.enum(clockAims),
  name: Words,
  round: z.number(),
  dueAt: z.number(),
  limit: z.number(),
  /** False: what came later, from the other desk or by a change of class, moved the limit; the breach stays on record. */
  borneOut: z.boolean(),
  breachCause: BreachCause.optional(),
  reason: z.string().optional(),
  explainedBy: z.string().optional(),
});
export type Breach = z.infer<typeof Breach>;

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
  profileVersion: ProfileReference.optional(),
  traits: Traits,
  /** Tier the case stands at. */
  tier: z.string().optional(),
  /** Lent and not yet taken back. */
  substitute: Substitute.optional(),
  analysis: Analysis.optional(),
  clocks: z.array(ClockOfFault),
  ledger: z.array(LedgerLine),
  guide: z.array(GuideLine),
  breaches: z.array(Breach),
  related: z.array(FaultLine),
  /** Folded under this one. */
  folded: z.array(FaultLine),
  mergedInto: FaultLine.optional(),
  duplicates: z.array(FaultLine),
  timeline: z.array(Moment),
  contests: z.array(z.object({ topic: z.enum(contestTopics), sides: z.array(Moment) })),
});
export type FaultRecord = z.infer<typeof FaultRecord>;
