import { z } from 'zod';
import { Id } from '../input';
import { PersonReference } from '../references';
import { MatterOpening } from './events';
import { MatterKind } from './kinds';
import { MatterLevel } from './level';
import { Means } from './means';

/** `open`: nothing was done with it yet; the last two are its ends. */
export const matterStates = ['open', 'relayed', 'underway', 'done', 'cancelled'] as const;
export const MatterState = z.enum(matterStates);
export type MatterState = z.infer<typeof MatterState>;

export function isEnded(state: MatterState): boolean {
  return state === 'done' || state === 'cancelled';
}

/** What two desks, each for itself, can say differently of a matter: whether it is done, and until when it is to be. */
export const matterTopics = ['outcome', 'deadline'] as const;
export type MatterTopic = (typeof matterTopics)[number];

export const matterVerbs = ['open', 'relay', 'confirmReceipt', 'progress', 'finish', 'reopen', 'cancel', 'settle'] as const;
export type MatterVerb = (typeof matterVerbs)[number];

/** A matter as a line of the list. */
export const MatterRow = z.object({
  id: Id,
  /** Blank while only later entries of the matter have arrived from the other desk. */
  number: z.string(),
  kind: MatterKind,
  title: z.string(),
  level: MatterLevel,
  state: MatterState,
  /** Since when it is in this state, ms. */
  since: z.number(),
  receivedAt: z.number(),
  deadline: z.number().optional(),
  from: z.string(),
  holder: z.string(),
  /** The next step in words; blank when nobody wrote one. */
  next: z.string(),
  contested: z.boolean(),
});
export type MatterRow = z.infer<typeof MatterRow>;

/** One line of the timeline: who did what, when, at which station. */
export const MatterMoment = z.object({
  entry: Id,
  verb: z.enum(matterVerbs),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  author: z.string(),
  /** Letter of the station. */
  letter: z.string(),
  happenedAt: z.number().optional(),
  to: PersonReference.optional(),
  means: Means.optional(),
  /** What was said, noted, found, reasoned. */
  text: z.string(),
  confirmedBy: z.string().optional(),
  takesOver: z.boolean().optional(),
  relay: Id.optional(),
  next: z.string().optional(),
  deadline: z.number().nullable().optional(),
  side: Id.optional(),
  outcome: z.enum(['open', 'done', 'cancelled']).optional(),
});
export type MatterMoment = z.infer<typeof MatterMoment>;

/** Everything about one matter. */
export const MatterRecord = MatterRow.extend({
  opening: MatterOpening.extend({ author: z.string() }).optional(),
  logNumber: z.string().optional(),
  timeline: z.array(MatterMoment),
  contests: z.array(z.object({ topic: z.enum(matterTopics), sides: z.array(MatterMoment) })),
});
export type MatterRecord = z.infer<typeof MatterRecord>;
