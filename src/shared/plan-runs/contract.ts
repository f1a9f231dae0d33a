import { z } from 'zod';
import { signerRefusals, Signer } from '../accounts/contract';
import { Attachment } from '../attachments/contract';
import { command, query, slice } from '../contract';
import { Subsystem } from '../devices/facts';
import { FaultClass } from '../faults/intake';
import { FilledLine, FilledText, Id, InstantInput, Line, Text } from '../input';
import { PlanCode, ResponseLevel } from '../plans/template-format';
import { DeviceReference, PersonReference } from '../references';
import { ReportContents, stages } from '../reports/contents';
import { deskRoles, type Role } from '../roles';
import { ShiftKey } from '../roster/shift';
import { callOutcomes, KitLines, mostPeople, PostHolders, StepCode } from './events';
import { RunAlarm, RunCard, RunRecord } from './record';

/** Who works a run: everyone of the desk. Who may activate, the template says per level. */
const workers = deskRoles;
const leaders = ['shiftLeader', 'groupLeader', 'office', 'leadingGroup'] as const satisfies readonly Role[];
const ofRun = z.object({ id: Id });
const reason = FilledText(500);
const note = Text(1_000).default('');
const reads = ['planRuns', 'plans', 'faults', 'roster', 'people'] as const;
const person = z.strictObject(PersonReference.shape);
const People = z.array(person).max(mostPeople);
/** Every step of a run that is over, or was never begun, is refused. */
const running = ['notFound', 'notRunning'] as const;

/** What was given for each piece of evidence, in the order of the step; null where nothing was. A signature is login and password. */
const EvidenceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), files: z.array(z.strictObject(Attachment.shape)).min(1).max(20) }),
  z.strictObject({ kind: z.literal('reading'), value: z.number().min(-1e12).max(1e12) }),
  z.strictObject({ kind: z.literal('count'), value: z.number().int().min(0).max(1e9) }),
  z.strictObject({ kind: z.literal('signature') }),
  z.strictObject({ kind: z.literal('text'), value: FilledText(1_000) }),
]);
export type EvidenceInput = z.infer<typeof EvidenceInput>;

const Choice = z.object({ plan: PlanCode, level: ResponseLevel });

/** Plan runs (预案执行): activation, running, end, review. */
export const planRuns = slice('planRuns', {
  /** What an activation would do: posts filled from roster and register, who is to be called, how many steps. Writes nothing. */
  propose: query({
    input: Choice,
    output: z.object({
      may: z.boolean(),
      roles: z.array(z.string()),
      posts: z.array(z.object({ post: PlanCode, people: z.array(PersonReference), count: z.number() })),
      unfilled: z.number(),
      toCall: z.number(),
      steps: z.number(),
      running: z.array(z.object({ id: Id, number: z.string() })),
    }),
    roles: workers,
    reads: [...reads],
    refuses: ['notFound', 'levelMissing'],
  }),
  /**
   * Starts a run. Whoever's session it is, or `signer`, must hold a role that the plan lets activate this level; level I always wants a
   * signer as second confirmation. A barred attempt stays on record. `call` sends it once though it is pressed twice.
   */
  activate: command({
    input: Choice.extend({
      drill: z.boolean(),
      reason: Text(500).default(''),
      /** T; without it now. */
      target: InstantInput.optional(),
      area: Line(60).default(''),
      warning: Id.optional(),
      /** Posts filled otherwise than proposed. */
      posts: z.array(PostHolders).max(150).default([]),
      signer: Signer.optional(),
    }),
    output: z.object({ id: Id, number: z.string(), steps: z.number(), called: z.number() }),
    roles: workers,
    refuses: [
      'notFound',
      'levelMissing',
      'mayNotActivate',
      'confirmationNeeded',
      'targetNeeded',
      'noSuchPost',
      'passwordMustChange',
      ...signerRefusals,
    ],
  }),
  withdraw: command({ input: ofRun.extend({ reason }), output: z.null(), roles: leaders, refuses: [...running, 'mayNotActivate'] }),
  /** Runs, those under way first. */
  list: query({ input: z.object({ all: z.boolean().default(false) }), output: z.array(RunCard), roles: workers, reads: [...reads] }),
  one: query({ input: ofRun, output: RunRecord, roles: workers, reads: [...reads], refuses: ['notFound'] }),
  /** Every alarm of every run under way. */
  alarms: query({
    input: z.object({}),
    output: z.object({ locked: z.boolean(), alarms: z.array(RunAlarm), nextChange: z.number().optional() }),
    roles: workers,
    reads: [...reads],
  }),
  takeAlarm: command({ input: ofRun.extend({ alarm: Line(200) }), output: z.null(), roles: workers, refuses: ['notFound'] }),

  stepDone: command({
    input: ofRun.extend({
      step: StepCode,
      doneBy: person.optional(),
      happenedAt: InstantInput.optional(),
      note,
      evidence: z.array(EvidenceInput.nullable()).max(6).default([]),
      /** For evidence that is a signature. */
      signer: Signer.optional(),
    }),
    output: z.null(),
    roles: workers,
    refuses: [
      ...running,
      'noSuchStep',
      'alreadySettled',
      'timeInFuture',
      'timeBeforeStart',
      'evidenceMissing',
      'noteNeeded',
      'phaseIsClosed',
      'passwordMustChange',
      ...signerRefusals,
    ],
  }),
  /** Skipped, or not applicable: only with a reason. */
  setStepAside: command({
    input: ofRun.extend({ step: StepCode, how: z.enum(['skipped', 'notApplicable']), reason }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchStep', 'alreadySettled', 'phaseIsClosed', 'leaderNeeded'],
  }),
  stepFailed: command({
    input: ofRun.extend({ step: StepCode, note: FilledText(1_000) }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchStep', 'alreadySettled', 'phaseIsClosed'],
  }),
  reopenStep: command({
    input: ofRun.extend({ step: StepCode, reason }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchStep', 'stillOpen', 'phaseIsClosed'],
  }),
  /** Two desks said different things of a step: which one holds. */
  settleStep: command({
    input: ofRun.extend({ step: StepCode, side: Id, reason }),
    output: z.null(),
    roles: workers,
    refuses: ['notFound', 'noSuchStep', 'nothingContested', 'notASide'],
  }),
  addStep: command({
    input: ofRun.extend({ phase: PlanCode, what: FilledText(1_000), who: PlanCode, due: InstantInput, critical: z.boolean(), reason }),
    output: z.object({ step: Id }),
    roles: leaders,
    refuses: [...running, 'noSuchPhase', 'noSuchPost', 'phaseIsClosed'],
  }),
  moveStepDue: command({
    input: ofRun.extend({ step: StepCode, due: InstantInput, reason }),
    output: z.null(),
    roles: leaders,
    refuses: [...running, 'noSuchStep', 'alreadySettled', 'phaseIsClosed'],
  }),
  /** A bad point found by a check becomes a fault in one step, and the check is not green before that fault is closed. */
  badPoint: command({
    input: ofRun.extend({
      step: StepCode,
      device: z.strictObject(DeviceReference.shape).optional(),
      place: Line(120).default(''),
      subsystem: Subsystem,
      symptom: FilledText(2_000),
      /** Without one, the first class of the usual profile that is no emergency. */
      class: FaultClass.optional(),
    }),
    output: z.object({ fault: Id, number: z.string() }),
    roles: ['dutyOfficer', 'shiftLeader', 'groupLeader', 'engineer'],
    refuses: [...running, 'noSuchStep', 'notACheck', 'placeNeeded', 'phaseIsClosed', 'classUnknown'],
  }),
  linkFault: command({
    input: ofRun.extend({ fault: Id, step: StepCode.optional(), note: Text(300).default('') }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'faultNotFound', 'alreadyLinked', 'noSuchStep', 'phaseIsClosed'],
  }),
  unlinkFault: command({
    input: ofRun.extend({ fault: Id, reason }),
    output: z.null(),
    roles: leaders,
    refuses: [...running, 'notLinked'],
  }),
  closePhase: command({
    input: ofRun.extend({ phase: PlanCode, note }),
    output: z.null(),
    roles: leaders,
    refuses: ['notFound', 'notRunning', 'noSuchPhase', 'phaseIsClosed', 'criticalOpen'],
  }),
  changeLevel: command({
    input: ofRun.extend({ level: ResponseLevel, reason, signer: Signer.optional() }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'levelMissing', 'sameLevel', 'mayNotActivate', 'confirmationNeeded', 'passwordMustChange', ...signerRefusals],
  }),
  moveTarget: command({
    input: ofRun.extend({ target: InstantInput, reason }),
    output: z.null(),
    roles: leaders,
    refuses: [...running, 'sameTarget'],
  }),
  fillPost: command({
    input: ofRun.extend({ post: PlanCode, people: People, reason }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchPost'],
  }),
  /** Who commands in a shift: the one on watch, or the next. */
  nameCommander: command({
    input: ofRun.extend({ shift: ShiftKey.optional(), commander: person, note }),
    output: z.null(),
    roles: leaders,
    refuses: [...running, 'noSuchShift', 'alreadyCommands'],
  }),
  call: command({
    input: ofRun.extend({
      person,
      outcome: z.enum(callOutcomes),
      /** When they will be there. */
      expectedAt: InstantInput.optional(),
      note: Text(300).default(''),
    }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noteNeeded'],
  }),
  issueKit: command({
    input: ofRun.extend({ lines: KitLines, to: person, vehicle: Line(40).default(''), note }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchItem'],
  }),
  /** What is `lost` is written off: the note says what happened to it. With `vehicle`, no more comes back than that vehicle was given. */
  returnKit: command({
    input: ofRun.extend({ lines: KitLines, by: person, vehicle: Line(40).default(''), lost: z.boolean().default(false), note }),
    output: z.null(),
    roles: workers,
    refuses: ['notFound', 'notRunning', 'noSuchItem', 'moreThanIssued', 'noteNeeded'],
  }),
  startRollCall: command({
    input: ofRun.extend({ minutes: z.number().int().min(1).max(120), people: People.default([]) }),
    output: z.object({ rollCall: Id }),
    roles: workers,
    refuses: [...running, 'nobodyToCall', 'rollCallOpen'],
  }),
  answerRollCall: command({
    input: ofRun.extend({ rollCall: Id, person, present: z.boolean(), note: Text(300).default('') }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'noSuchRollCall', 'notOnRollCall', 'noteNeeded'],
  }),
  instruct: command({
    input: ofRun.extend({ from: person, text: FilledText(2_000), to: z.array(PlanCode).max(30).default([]), due: InstantInput.optional() }),
    output: z.object({ instruction: Id }),
    roles: workers,
    refuses: [...running, 'noSuchPost'],
  }),
  instructionDone: command({
    input: ofRun.extend({ instruction: Id, note }),
    output: z.null(),
    roles: workers,
    refuses: ['notFound', 'notRunning', 'noSuchInstruction', 'alreadyDone'],
  }),
  /** A situation report; the first one needs time, place, source and nature, the final one all seven contents. */
  report: command({
    input: ofRun.extend({
      report: PlanCode,
      stage: z.enum(stages),
      to: FilledLine(80),
      means: z.enum(['phone', 'written']),
      happenedAt: InstantInput.optional(),
      contents: ReportContents,
    }),
    output: z.null(),
    roles: workers,
    refuses: ['notFound', 'notRunning', 'noSuchReport', 'contentsMissing', 'stageOrder', 'timeInFuture', 'timeBeforeStart'],
  }),
  note: command({ input: ofRun.extend({ text: FilledText(2_000) }), output: z.null(), roles: workers, refuses: ['notFound'] }),
  proposeEnd: command({
    input: ofRun.extend({ proposer: person, text: FilledText(1_000) }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'alreadyProposed'],
  }),
  /** By the leading group alone: the session's officer, or a signer. */
  decideEnd: command({
    input: ofRun.extend({ approved: z.boolean(), text: Text(1_000).default(''), signer: Signer.optional() }),
    output: z.null(),
    roles: workers,
    refuses: [...running, 'notProposed', 'mayNotEnd', 'noteNeeded', 'passwordMustChange', ...signerRefusals],
  }),
  noteLesson: command({
    input: ofRun.extend({ text: FilledText(2_000), step: StepCode.optional(), proposal: Text(2_000).default('') }),
    output: z.null(),
    roles: workers,
    refuses: ['notFound', 'noSuchStep', 'stillRunning'],
  }),
  evaluate: command({
    input: ofRun.extend({
      points: z.array(z.object({ code: PlanCode, given: z.number().int().min(0).max(100), remark: Text(500).default('') })).max(30),
      summary: Text(2_000).default(''),
    }),
    output: z.null(),
    roles: leaders,
    refuses: ['notFound', 'notADrill', 'noSuchPoint', 'tooManyPoints', 'stillRunning'],
  }),
  review: command({
    input: ofRun.extend({ summary: FilledText(4_000) }),
    output: z.null(),
    roles: leaders,
    refuses: ['notFound', 'stillRunning', 'alreadyReviewed', 'kitNotBack', 'reportOwed'],
  }),
  /** Shows all that stands in the other run in this one, too; nothing is copied, nothing lost. */
  join: command({
    input: ofRun.extend({ other: Id, reason }),
    output: z.null(),
    roles: leaders,
    refuses: [...running, 'otherPlan', 'sameRun'],
  }),
  /** Lessons of every run of a plan: edits proposed to the template. */
  lessons: query({
    input: z.object({ plan: PlanCode }),
    output: z.array(
      z.object({
        run: Id,
        number: z.string(),
        at: z.number(),
        author: z.string(),
        text: z.string(),
        step: z.string().optional(),
        proposal: z.string(),
      }),
    ),
    roles: workers,
    reads: [...reads],
  }),
  /** Drills quarter by quarter, the present one first: one a quarter is asked for (domain.md 3, P2), a missed one is shown. */
  drills: query({
    input: z.object({}),
    output: z.array(
      z.object({
        /** `2026-Q4`. */
        quarter: z.string(),
        held: z.array(z.object({ id: Id, number: z.string(), title: z.object({ zh: z.string(), en: z.string() }), at: z.number() })),
        /** Its end has passed, and none was held. */
        missed: z.boolean(),
      }),
    ),
    roles: workers,
    reads: ['planRuns'],
  }),
});
