import { z } from 'zod';
import { subsystems } from '../devices/facts';
import { faultSources, priorities, satisfactions, waitingReasons } from '../faults/intake';
import { FilledText, Text } from '../input';
import { roles } from '../roles';
import { AtOnceOrDuration, Duration } from './duration';
import { milestones } from './milestones';

// A service profile (服务方案) is a contract's classes and clocks as data (domain.md 3). What stands here is the whole format:
// files under resources/profiles/, copies edited in the app and what a fault was born under are all of this shape.

/** What a person reads, in both languages. */
export const Words = z.strictObject({ zh: FilledText(400), en: FilledText(400) });
export type Words = z.infer<typeof Words>;

/** Names a part of a profile for others to point at: `onSite`, `A`, `1`. */
export const Code = z.string().regex(/^[A-Za-z0-9]{1,40}$/u, 'code');

const Time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/u, 'time');

/** Hours that count for a clock, or in which it begins. Workdays follow the statutory calendar, make-up workdays (调休) included. */
export const Hours = z.strictObject({
  code: Code,
  name: Words,
  days: z.enum(['workdays', 'restDays', 'allDays']),
  /** Within a day, in order, not overlapping; `24:00` is its end. */
  spans: z
    .array(z.strictObject({ from: Time, until: Time }))
    .min(1)
    .max(6),
});
export type Hours = z.infer<typeof Hours>;

/** What must be true of a fault for a rule to hold; nothing named holds always. Of several values one suffices, of several names all must hold. */
export const When = z.strictObject({
  class: z.array(Code).min(1).optional(),
  priority: z.array(z.enum(priorities)).min(1).optional(),
  subsystem: z.array(z.enum(subsystems)).min(1).optional(),
  source: z.array(z.enum(faultSources)).min(1).optional(),
  /** Traits of the profile's own: name → values. */
  traits: z.record(Code, z.array(Code).min(1)).optional(),
  /** The clock begins within these hours. */
  beginsIn: Code.optional(),
  /** The clock begins outside these hours. */
  beginsOutside: Code.optional(),
});
export type When = z.infer<typeof When>;

/** Who is told: a role of the desk, whoever was sent to the fault, or a tier. */
export const Told = z.union([z.enum(roles), z.literal('holder'), z.strictObject({ tier: Code })]);
export type Told = z.infer<typeof Told>;

/** Who must act is told when a clock turns amber and when it is over, again and again until somebody takes it; what was taken comes back. */
export const Telling = z.strictObject({
  amber: z.array(Told),
  breach: z.array(Told),
  /** Told again as long as nobody has taken it. */
  every: Duration,
  /** An acknowledgement of the alarm expires after so long. It never stops a clock. */
  takenFor: Duration,
});
export type Telling = z.infer<typeof Telling>;

/** One limit of a clock; the first rule of a clock whose `when` holds counts. */
export const ClockRule = z.strictObject({
  when: When.optional(),
  limit: Duration,
  /** Only these hours count; without it every minute does. */
  hours: Code.optional(),
  /** What also stops the clock under this rule, beside its `until`: a substitute lent, say. */
  orElse: z.array(z.enum(milestones)).optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

export const clockAims = ['answer', 'response', 'departure', 'onSite', 'plan', 'repair', 'feedback', 'form', 'settlement'] as const;

export const Clock = z.strictObject({
  code: Code,
  aim: z.enum(clockAims),
  name: Words,
  /** The first of these that happened starts it. */
  from: z.enum(milestones),
  /** What stops it; a step further on stops it too (who repaired was there). */
  until: z.enum(milestones),
  /** Waiting for one of these pauses it; everything else runs on. */
  pausedBy: z.array(z.enum(waitingReasons)),
  /** `continues` with what was used, or `restarts` in a new round; `stays` as it ended. */
  onReopen: z.enum(['continues', 'restarts', 'stays']),
  rules: z.array(ClockRule).min(1).max(40),
  telling: Telling.optional(),
});
export type Clock = z.infer<typeof Clock>;

/** Who does a step: somebody who can be told, the station by itself, or a post that has no role at the desk (a department head). */
export const Doer = z.union([Told, z.literal('station'), z.strictObject({ post: Words })]);
export type Doer = z.infer<typeof Doer>;

/** What must be written down in a step: symptom, scope, presumed cause. */
const Records = z.array(Words).max(12).optional();

/** A step that the profile leads the officer through: what, by whom, from when on, and whether the fault may be closed without it. */
export const GuideStep = z.strictObject({
  code: Code,
  text: Words,
  /** Who does it. */
  by: Told,
  /** The step of the fault that does it, where there is one: it ticks the line by itself. */
  doneBy: z.enum(milestones).optional(),
  /** Shown as due from this long after the report on; without it at once. */
  after: Duration.optional(),
  /** Done again and again after so long, until the fault is repaired: informing those concerned. */
  every: Duration.optional(),
  /** Only when this holds too. */
  when: When.optional(),
  records: Records,
  /** `needed`: the fault cannot be closed before it is on record, or set aside with a reason. */
  needed: z.boolean(),
});
export type GuideStep = z.infer<typeof GuideStep>;

export const FaultClassOfProfile = z.strictObject({
  code: Code,
  name: Words,
  /** Decision help: what belongs here. */
  help: Words,
  examples: z.array(Words).max(8),
  /** Must be restated at a handover, and is red on the board by its class alone. */
  highRisk: z.boolean(),
  priority: z.enum(priorities),
  guide: z.array(GuideStep).max(20),
});
export type FaultClassOfProfile = z.infer<typeof FaultClassOfProfile>;

/** A question of the profile's own that its clocks depend on: how large, where, what failed. */
export const Trait = z.strictObject({
  code: Code,
  name: Words,
  options: z
    .array(z.strictObject({ code: Code, name: Words, help: Words.optional() }))
    .min(2)
    .max(12),
  /** Taken when nobody says otherwise. */
  usual: Code,
});
export type Trait = z.infer<typeof Trait>;

/** A support tier, the lowest first: a case goes up in writing, its answer travels down. */
export const Tier = z.strictObject({
  code: Code,
  name: Words,
  /** Tiers of the people register who count as this one. */
  register: z.array(Code).max(4),
  /** Words in a person's post that make them this tier where the register names none. */
  posts: z.array(FilledText(20)).max(8),
});
export type Tier = z.infer<typeof Tier>;

/** Who must have taken the case over by when; not so in time, the station raises it. */
export const TakeOver = z.strictObject({ when: When.optional(), after: Duration, tier: Code });
export type TakeOver = z.infer<typeof TakeOver>;

/** Without progress for so long the case goes up one: its class, or its tier. */
export const Raise = z.strictObject({
  code: Code,
  when: When.optional(),
  /** A clock: not progress counts then, but that this clock is over. */
  over: Code.optional(),
  /** From the last progress, or from the moment `over` was over; `0min` is at once. */
  after: AtOnceOrDuration,
  raises: z.enum(['class', 'tier']),
});
export type Raise = z.infer<typeof Raise>;

/** How a case is handed up a tier. */
export const HandUp = z.strictObject({
  /** Only in writing. */
  inWriting: z.boolean(),
  /** What goes with it: symptoms, history, alarm files. */
  with: z.array(Words).max(8),
  /** The solution travels back down, tier by tier, to who reported it. */
  answerDown: z.boolean(),
});
export type HandUp = z.infer<typeof HandUp>;

/** Choices taken in steps of a service: step → choices of which one suffices. */
const Chosen = z.record(Code, z.array(Code).min(1));

/** One step of a service other than a fault. */
export const ServiceStep = z.strictObject({
  code: Code,
  name: Words,
  /** Done by whom. */
  by: Doer,
  records: Records,
  /** Only after these choices; a step left out by a choice is not owed. */
  when: Chosen.optional(),
  /** Not once any of these choices was taken: what was refused is not carried out. */
  unless: Chosen.optional(),
  /** Left out where it is not called for: an expert consultation. */
  optional: z.boolean().optional(),
  /** Done again and again after so long: informing those concerned. */
  every: Duration.optional(),
  /** A decision taken in this step. */
  choices: z
    .array(
      z.strictObject({
        code: Code,
        name: Words,
        help: Words.optional(),
        /** Up to so much work. */
        upTo: Duration.optional(),
        /** Goes on as another kind of service. */
        becomes: Code.optional(),
      }),
    )
    .min(2)
    .max(12)
    .optional(),
});
export type ServiceStep = z.infer<typeof ServiceStep>;

/** A kind of service beside the fault: consultation, defect, change, complaint, upgrade, vulnerability, a monitoring alarm. */
export const ServiceKind = z.strictObject({
  code: Code,
  name: Words,
  help: Words,
  steps: z.array(ServiceStep).min(1).max(20),
  /** Times within which a step must be done, counted from another, or ahead of a planned moment. */
  limits: z
    .array(
      z.strictObject({
        code: Code,
        name: Words,
        /** Step that starts it, `registered` or `planned` (the moment the work is planned for). */
        from: Code,
        /** `before`: the step must be done so long ahead of `from`; `notBefore`: only so long after it (a test that must last). */
        direction: z.enum(['after', 'before', 'notBefore']),
        until: Code,
        when: Chosen.optional(),
        limit: Duration,
        hours: Code.optional(),
      }),
    )
    .max(12),
});
export type ServiceKind = z.infer<typeof ServiceKind>;

/** What the contract demands again and again: patrols, ledgers, visits, reviews, drills. */
export const Duty = z.strictObject({
  code: Code,
  name: Words,
  every: z.strictObject({ count: z.number().int().min(1).max(60), unit: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year']) }),
  /** Must be done by so long after its period has ended; without it within the period. */
  within: Duration.optional(),
  /** `device`: for every device by itself. */
  per: z.enum(['contract', 'device']).optional(),
  gives: z.enum(['check', 'report', 'ledger', 'backup', 'visit', 'drill', 'meeting']),
  /** What comes out of it, or what is looked at. */
  help: Words.optional(),
});
export type Duty = z.infer<typeof Duty>;

/** What is measured against a figure: availability, satisfaction, staffing. */
export const Goal = z.strictObject({
  code: Code,
  name: Words,
  measure: z.enum(['availability', 'satisfaction', 'resident', 'behindPost']),
  /** A share from 0 to 1, or a number of people. */
  atLeast: z.number().min(0).max(1_000),
  per: z.enum(['month', 'always']),
  /** Answers that count as satisfied. */
  counts: z.array(z.enum(satisfactions)).min(1).optional(),
  /** What is due when it is missed. */
  otherwise: Words.optional(),
});
export type Goal = z.infer<typeof Goal>;

/** How a kind of part or case is handled: hardware replaced on site or sent back, emergency power to the key points, a disk's health. */
export const Handling = z.strictObject({
  code: Code,
  what: Words,
  how: Words,
  /** The states a thing is kept in: healthy, sub-healthy, failed. */
  states: z
    .array(z.strictObject({ code: Code, name: Words }))
    .min(2)
    .max(8)
    .optional(),
});
export type Handling = z.infer<typeof Handling>;

/** A profile by its shape alone; that it points at nothing missing, `ServiceProfile` (profile.ts) adds. */
export const ProfileShape = z.strictObject({
  format: z.literal(1),
  code: Code,
  name: Words,
  about: Words,
  hours: z.array(Hours).max(8),
  traits: z.array(Trait).max(6),
  /** The gravest first. */
  classes: z.array(FaultClassOfProfile).min(1).max(8),
  clocks: z.array(Clock).min(1).max(16),
  telling: Telling,
  /** Reopened within so long, a fault is as if it had never been ended. */
  reopenGrace: Duration,
  /** The lowest first. */
  tiers: z.array(Tier).max(6),
  takeOver: z.array(TakeOver).max(24),
  raises: z.array(Raise).max(8),
  handUp: HandUp.optional(),
  services: z.array(ServiceKind).max(12),
  duties: z.array(Duty).max(24),
  goals: z.array(Goal).max(8),
  handling: z.array(Handling).max(16),
  notes: Text(2_000),
});
export type ProfileShape = z.infer<typeof ProfileShape>;
