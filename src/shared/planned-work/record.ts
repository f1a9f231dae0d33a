import { z } from 'zod';
import { Subsystem } from '../devices/facts';
import { Id } from '../input';
import { PersonReference } from '../references';
import { WorkHanging, WorkScope } from './events';
import { WorkOutcome } from './state';

/** A work as a line of the list, with all its state is read from (state.ts). */
export const WorkRow = z.object({
  id: Id,
  /** Blank while only later entries of the work have arrived from the other desk. */
  number: z.string(),
  scope: WorkScope.optional(),
  subsystem: Subsystem.nullable(),
  reason: z.string(),
  owner: PersonReference.optional(),
  outcome: WorkOutcome,
  starts: z.number(),
  /** The planned end; of two that contest the earlier one. */
  end: z.number(),
  /** The end it was hung with, when another holds now. */
  firstEnd: z.number().optional(),
  /** When it was taken down or cancelled. */
  endedAt: z.number().optional(),
  /** Once taken down: whether what was worked on runs again. */
  restored: z.boolean().optional(),
  contested: z.boolean(),
});
export type WorkRow = z.infer<typeof WorkRow>;

export const workVerbs = ['hang', 'changeEnd', 'note', 'takeDown', 'cancel', 'settle', 'announce', 'overdue'] as const;
export type WorkVerb = (typeof workVerbs)[number];

/** One line of the timeline: who did what, when, at which station. */
export const WorkMoment = z.object({
  entry: Id,
  verb: z.enum(workVerbs),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  /** Blank when the station itself noticed it. */
  author: z.string(),
  /** Letter of the station. */
  letter: z.string(),
  /** What was noted, reasoned, found. */
  text: z.string(),
  outcome: WorkOutcome.optional(),
  end: z.number().optional(),
  former: z.number().optional(),
  restored: z.boolean().optional(),
  endedAt: z.number().optional(),
  side: Id.optional(),
  /** Of an announcement: how long ahead of the end, ms. */
  before: z.number().optional(),
});
export type WorkMoment = z.infer<typeof WorkMoment>;

/** Everything about one work. */
export const WorkRecord = WorkRow.extend({
  hanging: WorkHanging.extend({ author: z.string() }).optional(),
  timeline: z.array(WorkMoment),
  /** What two desks said differently; empty when they agree. */
  sides: z.array(WorkMoment),
});
export type WorkRecord = z.infer<typeof WorkRecord>;

/** How a work comes to bear on something: named itself, through a device above it, its area, its place. */
export const markReasons = ['device', 'upstream', 'area', 'place'] as const;

/** A work that is (or was then) in force on a device, an area or a place: what a fault on it is marked with. */
export const PlannedWorkMark = z.object({
  id: Id,
  number: z.string(),
  owner: PersonReference,
  /** What is done, and why. */
  reason: z.string(),
  starts: z.number(),
  /** The planned end, ms. */
  end: z.number(),
  /** When its tag was taken down, ms. */
  endedAt: z.number().optional(),
  by: z.enum(markReasons),
  /** The device above, the area or the place by which it bears on it; blank when it is named itself. */
  through: z.string(),
});
export type PlannedWorkMark = z.infer<typeof PlannedWorkMark>;
