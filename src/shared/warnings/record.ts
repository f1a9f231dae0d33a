import { z } from 'zod';
import { Id } from '../input';
import { means } from '../matters/means';
import { PersonReference } from '../references';
import { roles } from '../roles';
import { alarmAbouts } from './alarms';
import { Issuer, reportDuties, WarningContents } from './contents';
import { WarningKind, WarningLevel } from './levels';

/** `sign`: noticed, and the office judges still. `inForce` until it is lifted, voided. */
export const warningOutcomes = ['sign', 'inForce', 'lifted', 'voided', 'dismissed'] as const;
export const WarningOutcome = z.enum(warningOutcomes);
export type WarningOutcome = z.infer<typeof WarningOutcome>;

export const warningVerbs = [
  'sign',
  'dismiss',
  'publish',
  'changeLevel',
  'lift',
  'correct',
  'void',
  'confirm',
  'report',
  'overdue',
  'takeAlarm',
  'settle',
] as const;
export type WarningVerb = (typeof warningVerbs)[number];

export const ReportClockShape = z.object({
  duty: z.enum(reportDuties),
  startedAt: z.number(),
  amberAt: z.number(),
  dueAt: z.number(),
  metAt: z.number().optional(),
  standing: z.enum(['running', 'met', 'late', 'over', 'stopped']),
  urgency: z.enum(['calm', 'amber', 'red']),
  left: z.number(),
  over: z.number(),
});

/** A warning as a line of the list. */
export const WarningRow = z.object({
  id: Id,
  /** Blank while only later entries have arrived from the other desk. */
  number: z.string(),
  outcome: WarningOutcome,
  /** Undefined while it is but a sign. */
  level: WarningLevel.optional(),
  kind: WarningKind.optional(),
  contents: WarningContents.optional(),
  /** Since when it is at this level, or noticed. */
  since: z.number(),
  publishedAt: z.number().optional(),
  endedAt: z.number().optional(),
  /** Who decided last. */
  issuer: Issuer.optional(),
  /** 待签认: decided by phone, not signed yet. */
  unconfirmed: z.boolean(),
  contested: z.boolean(),
  /** What its two clocks are read from (clocks.ts). */
  times: z.object({
    signAt: z.number().optional(),
    steps: z.array(z.object({ at: z.number(), by: z.enum(['office', 'leadingGroup']) })),
    reports: z.array(z.object({ duty: z.enum(reportDuties), at: z.number() })),
    endedAt: z.number().optional(),
  }),
  /** Task orders: how many, received, set up. */
  orders: z.object({ sent: z.number(), received: z.number(), setUp: z.number(), silent: z.number() }),
});
export type WarningRow = z.infer<typeof WarningRow>;

/** One line of the timeline. */
export const WarningMoment = z.object({
  entry: Id,
  verb: z.enum(warningVerbs),
  /** When it was recorded, by the clock of the station that did. */
  at: z.number(),
  /** When it happened, as far as that is another moment. */
  happenedAt: z.number(),
  /** Blank when the station itself noticed it. */
  author: z.string(),
  letter: z.string(),
  /** The reason, the note. */
  text: z.string(),
  outcome: WarningOutcome.optional(),
  level: WarningLevel.optional(),
  kind: WarningKind.optional(),
  former: WarningLevel.optional(),
  formerKind: WarningKind.optional(),
  issuer: Issuer.optional(),
  /** Of a statement by phone: whether somebody signed it since, and who. */
  confirmedBy: z.string().optional(),
  contents: WarningContents.optional(),
  statement: Id.optional(),
  duty: z.enum(reportDuties).optional(),
  to: PersonReference.optional(),
  means: z.enum(means).optional(),
  about: z.string().optional(),
  since: z.number().optional(),
  dueAt: z.number().optional(),
  startedAt: z.number().optional(),
  side: Id.optional(),
  endedAt: z.number().optional(),
});
export type WarningMoment = z.infer<typeof WarningMoment>;

/** Somebody tried on it what their role may not do. */
export const WarningAttempt = z.object({
  at: z.number(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  author: z.string(),
  procedure: z.string(),
  level: z.string(),
});

export const WarningRecord = WarningRow.extend({
  author: z.string(),
  logEntry: Id.optional(),
  timeline: z.array(WarningMoment),
  /** What two desks said differently; empty when they agree. */
  sides: z.array(WarningMoment),
  /** Texts of two desks that do not know each other; empty when they agree. */
  texts: z.array(WarningMoment),
  /** Statements by phone that still need their signature. */
  unsigned: z.array(WarningMoment),
  clocks: z.array(ReportClockShape),
  attempts: z.array(WarningAttempt),
});
export type WarningRecord = z.infer<typeof WarningRecord>;

/** What every screen shows of a warning in force; on a locked desk and before anyone signed in, level, kind and time alone. */
export const WarningInForce = z.object({
  level: WarningLevel,
  kind: WarningKind,
  since: z.number(),
  scenario: z.string(),
  id: Id.optional(),
  number: z.string().optional(),
  what: z.string().optional(),
  area: z.string().optional(),
  unconfirmed: z.boolean(),
});
export type WarningInForce = z.infer<typeof WarningInForce>;

/** An alarm of this slice as a line; names nothing while the desk is locked. */
export const WarningAlarm = z.object({
  /** Of the warning or the task order. */
  id: Id,
  of: z.enum(['warning', 'taskOrder']),
  about: z.enum(alarmAbouts),
  level: z.enum(['amber', 'red']),
  since: z.number(),
  dueAt: z.number().optional(),
  /** The warning to open. */
  warning: Id,
  number: z.string(),
  /** The unit, or what the warning says. */
  title: z.string(),
  told: z.array(z.enum(roles)),
  toldAt: z.number(),
  tellAgainAt: z.number(),
  takenBy: z.string().optional(),
  takenUntil: z.number().optional(),
  mine: z.boolean(),
});
export type WarningAlarm = z.infer<typeof WarningAlarm>;
