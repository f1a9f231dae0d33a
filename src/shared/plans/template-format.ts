import { z } from 'zod';
import { subsystems } from '../devices/facts';
import { FilledText } from '../input';
import { roles } from '../roles';
import { Duration } from '../service-profiles/duration';
import { PlanTime } from './plan-time';
import { responseLevels, scenarios } from './scenarios';

// An emergency plan (应急预案) as data (domain.md 5). What stands here is the whole format: files under resources/plans/, copies edited in
// the app, exported files and what a run was started from are all of this shape.

const Said = (max: number) => z.strictObject({ zh: FilledText(max), en: FilledText(max) });
/** A name or one sentence, in both languages. */
export const ShortWords = Said(200);
/** A paragraph or more. */
export const LongWords = Said(4_000);
export type PlanWords = z.infer<typeof ShortWords>;

/** Names a part of a plan for others to point at: `phoneReport`, `group1Leader`. A step keeps its code from version to version. */
export const PlanCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/u, 'planCode');

export const ResponseLevel = z.literal([...responseLevels]);
const Levels = z.array(ResponseLevel).min(1).max(4);

/** One response level of the plan: when it is called, who may activate it and who may end it. */
export const PlanLevel = z.strictObject({
  level: ResponseLevel,
  /** What must be the case. */
  when: LongWords,
  activatedBy: z.array(z.enum(roles)).min(1),
  endedBy: z.array(z.enum(roles)).min(1),
  ledBy: z.enum(roles),
});
export type PlanLevel = z.infer<typeof PlanLevel>;

/** Where the people of a post come from: whoever has that role in the shift on duty, or people of the register with that role or tier. */
export const PostFilling = z.strictObject({
  from: z.enum(['shift', 'register']),
  role: z.enum(roles),
});

/** A post of a group. A step is given to a post, never to a person: who holds it, the run says. */
export const PlanPost = z.strictObject({
  code: PlanCode,
  name: ShortWords,
  /** How many people hold it. */
  count: z.number().int().min(1).max(60),
  /** Leads the group: is told when a step of the group is overdue. */
  leads: z.boolean(),
  filling: PostFilling.optional(),
  /** What this post does in the plan. */
  does: ShortWords,
});
export type PlanPost = z.infer<typeof PlanPost>;

export const PlanGroup = z.strictObject({
  code: PlanCode,
  name: ShortWords,
  /** Its area or the part of the work it looks after. */
  area: ShortWords.optional(),
  posts: z.array(PlanPost).min(1).max(12),
});
export type PlanGroup = z.infer<typeof PlanGroup>;

/** What must be there before a step counts as done. */
export const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), label: ShortWords, atLeast: z.number().int().min(1).max(20) }),
  /** A number read off something; outside `min` to `max` it is a finding, and the step asks what was done about it. */
  z.strictObject({
    kind: z.literal('reading'),
    label: ShortWords,
    unit: z.string().max(20),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  /** Things or people counted; fewer than `expected` must be explained. */
  z.strictObject({ kind: z.literal('count'), label: ShortWords, expected: z.number().int().min(0).max(100_000).optional() }),
  /** Somebody signs with their password. */
  z.strictObject({ kind: z.literal('signature'), label: ShortWords }),
  z.strictObject({ kind: z.literal('text'), label: ShortWords }),
]);
export type Evidence = z.infer<typeof Evidence>;

export const PlanStep = z.strictObject({
  code: PlanCode,
  what: LongWords,
  /** The post that does it. */
  who: PlanCode,
  due: PlanTime,
  /** Its phase cannot close while it is open. */
  critical: z.boolean(),
  /** Only at these levels; at all where it is left out. */
  levels: Levels.optional(),
  evidence: z.array(Evidence).max(6).optional(),
  /** What to do when it cannot be done or its result is bad. */
  onFailure: LongWords.optional(),
  /** Done again and again after so long, while its phase runs. */
  every: Duration.optional(),
  /** A check: bad points found become faults, and the step is not settled before they are closed. */
  checks: z.array(z.enum(subsystems)).min(1).max(7).optional(),
  /** A telephone call, or what else has words of its own: what to say. */
  script: LongWords.optional(),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const phaseKinds = ['preparation', 'response', 'end', 'after'] as const;

export const PlanPhase = z.strictObject({
  code: PlanCode,
  kind: z.enum(phaseKinds),
  name: ShortWords,
  /** What it is for, and when it is over. */
  about: LongWords,
  steps: z.array(PlanStep).min(1).max(120),
});
export type PlanPhase = z.infer<typeof PlanPhase>;

/** Situation reports (信息报告): from whom to whom, first when, then how often. */
export const PlanReporting = z.strictObject({
  code: PlanCode,
  name: ShortWords,
  by: PlanCode,
  to: ShortWords,
  means: z.enum(['phone', 'written']),
  levels: Levels.optional(),
  first: PlanTime,
  /** Follow-ups (续报) until the final report (终报). */
  every: Duration,
});
export type PlanReporting = z.infer<typeof PlanReporting>;

/** Equipment issued for the plan and taken back against the list. */
export const PlanKitItem = z.strictObject({
  code: PlanCode,
  name: ShortWords,
  count: z.number().int().min(1).max(10_000),
  unit: ShortWords,
  /** `vehicle`: so many on every emergency vehicle. */
  per: z.enum(['vehicle', 'plan']),
});
export type PlanKitItem = z.infer<typeof PlanKitItem>;

export const PlanVehicle = z.strictObject({
  code: PlanCode,
  name: ShortWords,
  count: z.number().int().min(1).max(100),
  carriesKit: z.boolean(),
});
export type PlanVehicle = z.infer<typeof PlanVehicle>;

export const PlanShape = z.strictObject({
  format: z.literal(1),
  code: PlanCode,
  scenario: z.enum(scenarios),
  name: ShortWords,
  /** What it is for and what it does not cover. */
  about: LongWords,
  /** T is announced beforehand (a holiday, a visit), or is the activation itself (a storm breaks, a room fails). */
  announced: z.boolean(),
  triggers: z
    .array(z.strictObject({ code: PlanCode, text: LongWords, level: ResponseLevel.optional() }))
    .min(1)
    .max(20),
  levels: z.array(PlanLevel).min(1).max(4),
  groups: z.array(PlanGroup).min(1).max(12),
  /** The post that commands the run (指挥). */
  commander: PlanCode,
  phases: z.array(PlanPhase).min(1).max(12),
  reporting: z.array(PlanReporting).max(8),
  kit: z.array(PlanKitItem).max(80),
  vehicles: z.array(PlanVehicle).max(20),
  /** What is said when somebody is called out (调集). */
  callScript: LongWords,
  /** Subsystems the plan depends on: a fault there alarms the group leader while it runs. */
  dependsOn: z.array(z.enum(subsystems)).max(7),
  /** Points of the evaluation sheet of a drill (演练评估). */
  evaluation: z
    .array(z.strictObject({ code: PlanCode, item: LongWords, points: z.number().int().min(1).max(100) }))
    .min(1)
    .max(30),
  annexes: z.array(z.strictObject({ code: PlanCode, title: ShortWords, text: LongWords })).max(20),
  /** Looked through again after so many months at the latest. */
  reviewEveryMonths: z.number().int().min(1).max(60),
});
export type PlanShape = z.infer<typeof PlanShape>;
