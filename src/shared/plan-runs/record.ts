import { z } from 'zod';
import { subsystems } from '../devices/facts';
import { FaultStateName } from '../faults/record';
import { Id } from '../input';
import { Evidence, phaseKinds } from '../plans/template-format';
import { PersonReference } from '../references';
import { ReportContents, stages } from '../reports/contents';
import { roles } from '../roles';
import { urgencies } from '../urgency';
import { runStates } from './course';
import { callOutcomes, overdueLevels, type EvidenceGiven } from './events';
import { runVerbNames } from './said';
import { stepStandings } from './steps';

// What the screens see of a run. Times are instants, ms; words of the plan stand in both languages.

const Words = z.object({ zh: z.string(), en: z.string() });
const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** A run in the list, and on the wall. */
export const RunCard = z.object({
  id: Id,
  number: z.string(),
  plan: z.string(),
  title: Words,
  level: Level,
  drill: z.boolean(),
  state: z.enum(runStates),
  activatedAt: z.number(),
  activatedBy: z.string(),
  endedAt: z.number().optional(),
  area: z.string(),
  target: z.number(),
  /** Who commands now. */
  commander: z.string(),
  /** The first phase that is not closed. */
  phase: Words.optional(),
  steps: z.number(),
  settled: z.number(),
  overdue: z.number(),
  unfilled: z.number(),
  silent: z.number(),
  openFaults: z.number(),
  /** Numbers of running runs of the same plan, made apart: they should be joined. */
  twins: z.array(z.object({ id: Id, number: z.string() })),
  /** Two desks said different things of it. */
  contested: z.boolean(),
  /** When something of it falls due next, or turns amber. */
  nextDue: z.number().optional(),
  /** When a step or a report falls due next: what is shown. */
  dueNext: z.number().optional(),
});
export type RunCard = z.infer<typeof RunCard>;

const Marked = z.object({
  entry: Id,
  verb: z.enum(['stepDone', 'stepSetAside', 'stepFailed', 'stepReopened']),
  at: z.number(),
  author: z.string(),
  doneBy: z.string().optional(),
  happenedAt: z.number().optional(),
  note: z.string(),
  how: z.enum(['skipped', 'notApplicable']).optional(),
  evidence: z.array(z.custom<EvidenceGiven | null>()).optional(),
});
export type Marked = z.infer<typeof Marked>;

export const RunStep = z.object({
  code: z.string(),
  phase: z.string(),
  added: z.boolean(),
  what: Words,
  /** Post that does it, and who holds it now. */
  who: z.string(),
  holders: z.array(z.string()),
  critical: z.boolean(),
  evidence: z.array(Evidence),
  onFailure: Words.optional(),
  script: Words.optional(),
  checks: z.array(z.enum(subsystems)).optional(),
  every: z.string().optional(),
  round: z.number(),
  missed: z.number(),
  due: z.number().optional(),
  amberAt: z.number().optional(),
  standing: z.enum(stepStandings),
  mark: Marked.optional(),
  sides: z.array(Marked),
  lapsed: z.boolean(),
  urgency: z.enum(urgencies),
  /** Faults this check found, by number; and how many are open. */
  faults: z.array(z.string()),
  openFaults: z.number(),
  /** The officer who asks holds its post. */
  mine: z.boolean(),
});
export type RunStep = z.infer<typeof RunStep>;

export const RunPost = z.object({
  code: z.string(),
  group: z.string(),
  name: Words,
  does: Words,
  count: z.number(),
  leads: z.boolean(),
  role: z.enum(roles).optional(),
  people: z.array(PersonReference),
  unfilled: z.number(),
  contested: z.boolean(),
});
export type RunPost = z.infer<typeof RunPost>;

export const RunFault = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  step: z.string().optional(),
  /** Undefined while the fault's own entries have not arrived. */
  state: FaultStateName.optional(),
  open: z.boolean(),
  /** Linked by a person, or only noticed by the station. */
  linked: z.boolean(),
  at: z.number(),
});
export type RunFault = z.infer<typeof RunFault>;

/** Something of a run that alarms somebody until it is done or taken. */
export const RunAlarm = z.object({
  key: z.string(),
  run: Id,
  number: z.string(),
  title: Words,
  drill: z.boolean(),
  kind: z.enum(['step', 'report', 'fault', 'unfilled', 'endProposed']),
  /** What it is about: the step, the report, the fault, the post. */
  what: Words,
  level: z.enum(['amber', 'red']),
  told: z.enum(overdueLevels),
  /** Names of who is told. */
  names: z.array(z.string()),
  since: z.number(),
  due: z.number().optional(),
  takenBy: z.string().optional(),
  /** Told to the officer who asks. */
  mine: z.boolean(),
});
export type RunAlarm = z.infer<typeof RunAlarm>;

const Line = z.object({
  entry: Id,
  verb: z.enum([...runVerbNames, 'activate', 'barred']),
  at: z.number(),
  author: z.string(),
  letter: z.string(),
  /** What it was about: a step, a post, a person, a number. */
  subject: z.union([Words, z.string()]),
  text: z.string(),
  level: Level.optional(),
  outcome: z.string().optional(),
  time: z.number().optional(),
});
/** One line of the run's timeline. */
export const RunMoment = Line;
export type RunMoment = z.infer<typeof RunMoment>;

export const RunRecord = RunCard.extend({
  version: Id,
  reason: z.string(),
  warning: Id.optional(),
  callScript: Words,
  /** What the officer who asks may do now. */
  may: z.object({ run: z.boolean(), end: z.boolean(), withdraw: z.boolean(), changeLevel: z.boolean() }),
  levels: z.array(z.object({ level: Level, since: z.number() })),
  levelChoices: z.array(Level),
  levelContested: z.boolean(),
  groups: z.array(z.object({ code: z.string(), name: Words, area: Words.optional() })),
  posts: z.array(RunPost),
  /** Per shift who commands; the shift on watch and the next one. */
  command: z.array(z.object({ shift: z.string(), name: z.string(), start: z.number(), commander: PersonReference.optional() })),
  phases: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(phaseKinds),
      name: Words,
      about: Words,
      closedAt: z.number().optional(),
      steps: z.number(),
      settled: z.number(),
      overdue: z.number(),
      bars: z.array(z.string()),
      green: z.boolean(),
    }),
  ),
  stepList: z.array(RunStep),
  callOut: z.array(
    z.object({
      person: PersonReference,
      posts: z.array(z.string()),
      outcome: z.enum([...callOutcomes, 'notCalled']),
      at: z.number().optional(),
      expectedAt: z.number().optional(),
      note: z.string(),
      calls: z.number(),
      silent: z.boolean(),
    }),
  ),
  kit: z.array(
    z.object({
      code: z.string(),
      name: Words,
      unit: Words,
      kind: z.enum(['item', 'vehicle']),
      planned: z.number(),
      perVehicle: z.number().optional(),
      carriesKit: z.boolean(),
      issued: z.number(),
      returned: z.number(),
      lost: z.number(),
    }),
  ),
  /** Every issue and every return, in order. */
  kitMoves: z.array(
    z.object({
      entry: Id,
      verb: z.enum(['issue', 'return']),
      at: z.number(),
      author: z.string(),
      /** Who took it or brought it. */
      person: z.string(),
      vehicle: z.string(),
      lines: z.array(z.object({ item: z.string(), count: z.number() })),
      lost: z.boolean(),
      note: z.string(),
    }),
  ),
  rollCalls: z.array(
    z.object({
      id: Id,
      startedAt: z.number(),
      closesAt: z.number(),
      by: z.string(),
      people: z.array(
        z.object({ person: PersonReference, answer: z.enum(['present', 'absent', 'silent']), at: z.number().optional(), note: z.string() }),
      ),
    }),
  ),
  instructions: z.array(
    z.object({
      id: Id,
      at: z.number(),
      from: PersonReference,
      text: z.string(),
      to: z.array(z.string()),
      due: z.number().optional(),
      doneAt: z.number().optional(),
      doneBy: z.string().optional(),
      note: z.string(),
    }),
  ),
  reports: z.array(
    z.object({
      code: z.string(),
      name: Words,
      by: z.string(),
      to: Words,
      means: z.enum(['phone', 'written']),
      every: z.string(),
      round: z.number(),
      due: z.number().optional(),
      amberAt: z.number().optional(),
      urgency: z.enum(urgencies),
      sent: z.array(
        z.object({
          entry: Id,
          stage: z.enum(stages),
          at: z.number(),
          author: z.string(),
          to: z.string(),
          means: z.enum(['phone', 'written']),
          contents: ReportContents,
        }),
      ),
    }),
  ),
  faults: z.array(RunFault),
  alarms: z.array(RunAlarm),
  endProposal: z.object({ entry: Id, at: z.number(), proposer: z.string(), text: z.string() }).optional(),
  endDecisions: z.array(z.object({ at: z.number(), decidedBy: z.string(), approved: z.boolean(), text: z.string() })),
  lessons: z.array(
    z.object({ entry: Id, at: z.number(), author: z.string(), text: z.string(), step: z.string().optional(), proposal: z.string() }),
  ),
  evaluation: z.array(z.object({ code: z.string(), item: Words, points: z.number(), given: z.number().optional(), remark: z.string() })),
  evaluator: z.string().optional(),
  evaluationSummary: z.string(),
  review: z.object({ at: z.number(), author: z.string(), text: z.string() }).optional(),
  joined: z.array(z.object({ id: Id, number: z.string() })),
  joinedInto: z.object({ id: Id, number: z.string() }).optional(),
  withdrawn: z.object({ at: z.number(), author: z.string(), reason: z.string() }).optional(),
  timeline: z.array(RunMoment),
});
export type RunRecord = z.infer<typeof RunRecord>;
