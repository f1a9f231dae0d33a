import { z } from 'zod';
import { Id } from '../input';
import { PersonReference } from '../references';
import { Doer, Words } from '../service-profiles/profile-format';
import { RequestRegistration, StepRecord } from './events';

export const requestVerbs = ['register', 'take', 'takeBack', 'plan', 'note', 'cancel', 'settle', 'breach', 'explain'] as const;
export type RequestVerb = (typeof requestVerbs)[number];

export const RequestOutcome = z.enum(['open', 'ended', 'cancelled']);

export const RequestLimit = z.object({
  phase: z.number(),
  service: z.string(),
  limit: z.string(),
  name: Words,
  step: z.string(),
  direction: z.enum(['after', 'before', 'notBefore']),
  startedAt: z.number(),
  amberAt: z.number(),
  dueAt: z.number(),
  doneAt: z.number().optional(),
  standing: z.enum(['running', 'met', 'broken', 'ceased']),
  ceasedAt: z.number().optional(),
});

/** A request as a line of the list. */
export const RequestRow = z.object({
  id: Id,
  /** Blank while only later entries of the request have arrived from the other desk. */
  number: z.string(),
  profile: z.string(),
  /** The kind of service it is now; its code where the version of the profile has not arrived. */
  service: z.string(),
  serviceName: Words,
  title: z.string(),
  asker: z.string(),
  outcome: RequestOutcome,
  receivedAt: z.number(),
  endedAt: z.number().optional(),
  plannedAt: z.number().optional(),
  /** The step that must come next. */
  next: z.object({ code: z.string(), name: Words, by: Doer }).optional(),
  /** Due next. */
  clock: RequestLimit.optional(),
  /** Limits that were not kept, on record. */
  breaches: z.number(),
  contested: z.boolean(),
  fault: Id.optional(),
  /** What was said in the step that entered it in a list: the improvement, the collection. */
  entered: z
    .object({
      step: z.string(),
      choice: z.string().optional(),
      choiceName: Words.optional(),
      note: z.string(),
      at: z.number(),
      by: z.string(),
    })
    .optional(),
});
export type RequestRow = z.infer<typeof RequestRow>;

/** One line of the timeline: who did what, when, at which station. */
export const RequestMoment = z.object({
  entry: Id,
  verb: z.enum(requestVerbs),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  /** Blank where the station did it by itself. */
  author: z.string(),
  /** Letter of the station. */
  letter: z.string(),
  /** What was noted, reasoned, asked. */
  text: z.string(),
  phase: z.number().optional(),
  service: z.string().optional(),
  step: z.string().optional(),
  stepName: Words.optional(),
  choice: z.string().nullable().optional(),
  choiceName: Words.optional(),
  becomes: z.string().nullable().optional(),
  becomesName: Words.optional(),
  records: z.array(StepRecord).optional(),
  doer: PersonReference.optional(),
  happenedAt: z.number().optional(),
  plannedAt: z.number().nullable().optional(),
  limit: z.string().optional(),
  limitName: Words.optional(),
  dueAt: z.number().optional(),
  side: Id.optional(),
  outcome: RequestOutcome.optional(),
  /** Of a settlement: false when the step was found not done. */
  taken: z.boolean().optional(),
});
export type RequestMoment = z.infer<typeof RequestMoment>;

export const StepOption = z.object({
  code: z.string(),
  name: Words,
  help: Words.optional(),
  /** Up to so much work, as the profile writes it: `14d`. */
  upTo: z.string().optional(),
  becomes: Words.optional(),
  /** May be chosen from then on. */
  from: z.number().optional(),
});
export type StepOption = z.infer<typeof StepOption>;

export const RequestStep = z.object({
  code: z.string(),
  name: Words,
  by: Doer,
  standing: z.enum(['done', 'next', 'optional', 'repeated', 'later', 'leftOut', 'notCalledFor']),
  /** What must be put down in it. */
  records: z.array(Words),
  choices: z.array(StepOption),
  every: z.string().optional(),
  /** May be done from then on. */
  from: z.number().optional(),
  /** When it was done, last. */
  doneAt: z.number().optional(),
  choice: z.string().optional(),
});
export type RequestStep = z.infer<typeof RequestStep>;

/** A limit that was not kept: stays for good. */
export const RequestBreach = z.object({
  phase: z.number(),
  limit: z.string(),
  name: Words,
  dueAt: z.number(),
  /** False: what came later from the other desk, or a moved plan, set another limit; the breach stays on record. */
  borneOut: z.boolean(),
  reason: z.string().optional(),
  explainedBy: z.string().optional(),
});
export type RequestBreach = z.infer<typeof RequestBreach>;

/** Everything about one request. */
export const RequestRecord = RequestRow.extend({
  registration: RequestRegistration.extend({ author: z.string() }).optional(),
  profileName: Words.optional(),
  /** False while the version of the profile it runs under has not arrived from the other desk. */
  profileKnown: z.boolean(),
  faultNumber: z.string().optional(),
  logNumber: z.string().optional(),
  /** The kinds of service it was before. */
  before: z.array(Words),
  steps: z.array(RequestStep),
  limits: z.array(RequestLimit),
  breachList: z.array(RequestBreach),
  timeline: z.array(RequestMoment),
  contests: z.array(z.object({ topic: z.enum(['step', 'outcome', 'plan']), sides: z.array(RequestMoment) })),
});
export type RequestRecord = z.infer<typeof RequestRecord>;
