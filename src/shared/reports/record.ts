import { z } from 'zod';
import { Id } from '../input';
import { MatterLevel } from '../matters/level';
import { PersonReference } from '../references';
import { ReportContents, Stage, Told } from './contents';

/** `started`: nothing was sent yet; `sent`: the first report; `followedUp`; the last two are its ends. */
export const reportStates = ['started', 'sent', 'followedUp', 'final', 'withdrawn'] as const;
export const ReportState = z.enum(reportStates);
export type ReportState = z.infer<typeof ReportState>;

/** A report as a line of the list, with all its clock is read from (clock.ts). */
export const ReportCard = z.object({
  id: Id,
  /** Blank while only later entries have arrived from the other desk. */
  number: z.string(),
  logEntry: Id.optional(),
  logNumber: z.string(),
  title: z.string(),
  level: MatterLevel,
  state: ReportState,
  /** Since when it is in this state, ms. */
  since: z.number(),
  receivedAt: z.number(),
  author: z.string(),
  told: z.array(Told),
  sent: z.boolean(),
  endedAt: z.number().optional(),
  /** When the next report is promised. */
  nextAt: z.number().optional(),
  /** When the station noticed that nothing had been reported within the five minutes. */
  missedNotedAt: z.number().optional(),
  /** Two desks ended it differently, or one ended and the other restarted it: it stays open. */
  contested: z.boolean(),
});
export type ReportCard = z.infer<typeof ReportCard>;

export const reportVerbs = ['start', 'send', 'tell', 'instruct', 'withdraw', 'missed'] as const;
export type ReportVerb = (typeof reportVerbs)[number];

/** One line of the timeline. */
export const ReportMoment = z.object({
  entry: Id,
  verb: z.enum(reportVerbs),
  at: z.number(),
  /** Blank when the station itself noticed it. */
  author: z.string(),
  letter: z.string(),
  number: z.string().optional(),
  level: MatterLevel.optional(),
  stage: Stage.optional(),
  contents: ReportContents.optional(),
  told: z.array(Told).optional(),
  nextAt: z.number().nullable().optional(),
  leader: PersonReference.optional(),
  happenedAt: z.number().optional(),
  matter: Id.optional(),
  matterNumber: z.string().optional(),
  /** An instruction's words, a withdrawal's reason. */
  text: z.string().optional(),
});
export type ReportMoment = z.infer<typeof ReportMoment>;

/** Everything about one report. */
export const ReportRecord = ReportCard.extend({
  /** Numbers given by both desks when each marked the entry apart; the one above is the first of them. */
  numbers: z.array(z.string()),
  /** The newest contents that were sent. */
  contents: ReportContents.optional(),
  timeline: z.array(ReportMoment),
  /** The moments that contradict each other. */
  sides: z.array(ReportMoment),
});
export type ReportRecord = z.infer<typeof ReportRecord>;
