import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { event } from '../event';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { PlanCode, ResponseLevel, ShortWords } from '../plans/template-format';
import { DeviceReference, PersonReference } from '../references';
import { ReportContents, stages } from '../reports/contents';
import { ShiftKey } from '../roster/shift';

// What happens in a plan run (预案执行). A run is one stream; the template it was started from is named by its version and never changes.

/** Name of the officer as it was then: a table must not depend on another stream. */
const author = Line(40);
const person = z.strictObject(PersonReference.shape);
const device = z.strictObject(DeviceReference.shape);
const reason = FilledText(500);
const note = Text(1_000);

/** Most people of one post, and of one call or roll call. */
export const mostPeople = 200;
const People = z.array(person).max(mostPeople);

/** Statements in force when this one was made: two desks that were apart leave more than one (in-force.ts). */
const replaces = z.array(Id).max(40);

export const PostHolders = z.strictObject({ post: PlanCode, people: People });
export type PostHolders = z.infer<typeof PostHolders>;

export const planRunActivated = event(
  'planRun.activated@1',
  z.strictObject({
    author,
    number: HumanNumber,
    /** Code of the plan and the entry that holds its version. */
    plan: PlanCode,
    version: Id,
    /** Name of the plan as it was then. */
    title: ShortWords,
    level: ResponseLevel,
    drill: z.boolean(),
    reason: Text(500),
    /** T: what the plan is for. */
    target: InstantInput,
    /** Who activated it, proven by an account of that role. */
    activatedBy: person,
    /** The warning it answers. */
    warning: Id.optional(),
    /** Where it happens: faults elsewhere do not concern the run. Blank: everywhere. */
    area: Line(60),
    posts: z.array(PostHolders).max(150),
    /** The shift on watch: the commander of the run commands in it. */
    shift: ShiftKey.optional(),
  }),
);

/** Somebody tried to activate a level they may not; nothing was started. */
export const planRunActivationBarred = event(
  'planRun.activationBarred@1',
  z.strictObject({
    author,
    plan: PlanCode,
    title: ShortWords,
    level: ResponseLevel,
    drill: z.boolean(),
    triedBy: person,
    reason: Text(500),
  }),
);

/** A wrong activation: nothing of it is erased. */
export const planRunWithdrawn = event('planRun.withdrawn@1', z.strictObject({ author, reason }));

export const planRunLevelChanged = event(
  'planRun.levelChanged@1',
  z.strictObject({ author, from: ResponseLevel, to: ResponseLevel, reason, decidedBy: person, replaces }),
);
/** T was moved: a visit comes later. */
export const planRunTargetMoved = event(
  'planRun.targetMoved@1',
  z.strictObject({ author, from: InstantInput, to: InstantInput, reason, replaces }),
);

export const planRunPostFilled = event(
  'planRun.postFilled@1',
  z.strictObject({ author, post: PlanCode, people: People, reason, replaces }),
);

/** Who commands in a shift (指挥交接): every shift of a running plan has one named before it is handed over. */
export const planRunCommanderNamed = event(
  'planRun.commanderNamed@1',
  z.strictObject({ author, shift: ShiftKey, commander: person, former: person.optional(), note, replaces }),
);

const EvidenceGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), files: z.array(z.strictObject(Attachment.shape)).min(1).max(20) }),
  z.strictObject({ kind: z.literal('reading'), value: z.number().min(-1e12).max(1e12) }),
  z.strictObject({ kind: z.literal('count'), value: z.number().int().min(0).max(1e9) }),
  /** Who signed, proven at that moment. */
  z.strictObject({ kind: z.literal('signature'), signer: person }),
  z.strictObject({ kind: z.literal('text'), value: FilledText(1_000) }),
]);
export type EvidenceGiven = z.infer<typeof EvidenceGiven>;

/** A step's code in the template, or the id of a step added during the run. */
export const StepCode = z.union([PlanCode, Id]);
/** Of a step done again and again: which time, from 0. */
const round = z.number().int().min(0).max(100_000);
const ofStep = { author, step: StepCode, round, replaces };

/** Done; `evidence` stands in the order in which the step asks for it. */
export const planRunStepDone = event(
  'planRun.stepDone@1',
  z.strictObject({
    ...ofStep,
    doneBy: person.optional(),
    happenedAt: InstantInput,
    note,
    evidence: z.array(EvidenceGiven.nullable()).max(6),
  }),
);
export const planRunStepSetAside = event(
  'planRun.stepSetAside@1',
  z.strictObject({ ...ofStep, how: z.enum(['skipped', 'notApplicable']), reason }),
);
/** It could not be done; it stays open, and what the plan says for that case is shown. */
export const planRunStepFailed = event('planRun.stepFailed@1', z.strictObject({ ...ofStep, note: FilledText(1_000) }));
export const planRunStepReopened = event('planRun.stepReopened@1', z.strictObject({ ...ofStep, reason }));
export const planRunStepAdded = event(
  'planRun.stepAdded@1',
  z.strictObject({
    author,
    step: Id,
    phase: PlanCode,
    what: FilledText(1_000),
    who: PlanCode,
    due: InstantInput,
    critical: z.boolean(),
    reason,
  }),
);
export const planRunStepDueMoved = event('planRun.stepDueMoved@1', z.strictObject({ ...ofStep, due: InstantInput, reason }));

export const planRunPhaseClosed = event('planRun.phaseClosed@1', z.strictObject({ author, phase: PlanCode, note }));

export const callOutcomes = ['called', 'noAnswer', 'reached', 'refused', 'arrived'] as const;
/** One call of the call-out (调集), or the arrival. */
export const planRunCalled = event(
  'planRun.called@1',
  z.strictObject({ author, person, outcome: z.enum(callOutcomes), expectedAt: InstantInput.optional(), note: Text(300) }),
);

const KitLine = z.strictObject({ item: PlanCode, count: z.number().int().min(1).max(100_000) });
export const KitLines = z.array(KitLine).min(1, 'required').max(120);
/** Kit or vehicles issued to somebody. */
export const planRunKitIssued = event(
  'planRun.kitIssued@1',
  z.strictObject({ author, lines: KitLines, to: person, vehicle: Line(40), note }),
);
/** Taken back against the list; what is `lost` does not come back, and the note says why. `vehicle`: off which one, where that was said. */
export const planRunKitReturned = event(
  'planRun.kitReturned@1',
  z.strictObject({ author, lines: KitLines, by: person, vehicle: Line(40).optional(), lost: z.boolean(), note }),
);

/** Everybody named answers within the time. The entry names the roll call. */
export const planRunRollCallStarted = event(
  'planRun.rollCallStarted@1',
  z.strictObject({ author, minutes: z.number().int().min(1).max(120), people: People.min(1, 'required') }),
);
export const planRunRollCallAnswered = event(
  'planRun.rollCallAnswered@1',
  z.strictObject({ author, rollCall: Id, person, present: z.boolean(), note: Text(300) }),
);

/** A leader's instruction (批示): the entry names it. */
export const planRunInstructed = event(
  'planRun.instructed@1',
  z.strictObject({ author, from: person, text: FilledText(2_000), to: z.array(PlanCode).max(30), due: InstantInput.optional() }),
);
export const planRunInstructionDone = event('planRun.instructionDone@1', z.strictObject({ author, instruction: Id, note }));

/** A situation report (信息报告): first, follow-up, final. */
export const planRunReported = event(
  'planRun.reported@1',
  z.strictObject({
    author,
    report: PlanCode,
    stage: z.enum(stages),
    to: FilledLine(80),
    means: z.enum(['phone', 'written']),
    happenedAt: InstantInput,
    contents: ReportContents,
  }),
);

const fault = z.strictObject({ id: Id, number: Line(24), title: Line(200) });
/** `step`: the check that found it. */
export const planRunFaultLinked = event(
  'planRun.faultLinked@1',
  z.strictObject({ author, fault, step: StepCode.optional(), device: device.optional(), note: Text(300) }),
);
export const planRunFaultUnlinked = event('planRun.faultUnlinked@1', z.strictObject({ author, fault: Id, reason }));
/** The station noticed a fault on something that the plan depends on. */
export const planRunFaultNoticed = event('planRun.faultNoticed@1', z.strictObject({ fault, at: InstantInput }));

/** Who is told that something of a run is overdue: first the leader of the group, then the shift leader. */
export const overdueLevels = ['groupLeader', 'shiftLeader'] as const;
export const planRunOverdueNoted = event(
  'planRun.overdueNoted@1',
  z.strictObject({ what: z.enum(['step', 'report']), code: StepCode, round, due: InstantInput, told: z.enum(overdueLevels) }),
);
/** Somebody answers for an alarm of the run. It stops nothing. */
export const planRunAlarmTaken = event('planRun.alarmTaken@1', z.strictObject({ author, alarm: Line(200) }));

/** The technician on site proposes the end (domain.md 5). */
export const planRunEndProposed = event(
  'planRun.endProposed@1',
  z.strictObject({ author, proposer: person, text: FilledText(1_000), replaces }),
);
/** Decided by the leading group alone. */
export const planRunEndDecided = event(
  'planRun.endDecided@1',
  z.strictObject({ author, decidedBy: person, approved: z.boolean(), text: Text(1_000), replaces }),
);

/** A lesson of the review; with `proposal` an edit of the template, at a step where it has one. */
export const planRunLessonNoted = event(
  'planRun.lessonNoted@1',
  z.strictObject({ author, text: FilledText(2_000), step: StepCode.optional(), proposal: Text(2_000) }),
);
/** The evaluation sheet of a drill. */
export const planRunEvaluated = event(
  'planRun.evaluated@1',
  z.strictObject({
    author,
    evaluator: person,
    points: z.array(z.strictObject({ code: PlanCode, given: z.number().int().min(0).max(100), remark: Text(500) })).max(30),
    summary: Text(2_000),
    replaces,
  }),
);
/** The review (复盘) is held, its report goes to the leading group; the run is closed. */
export const planRunReviewed = event('planRun.reviewed@1', z.strictObject({ author, summary: FilledText(4_000) }));

/** Two desks activated one plan apart: from now on this run is shown with all that stands in the other. */
export const planRunJoined = event('planRun.joined@1', z.strictObject({ author, other: Id, number: Line(24), reason }));
export const planRunJoinedInto = event('planRun.joinedInto@1', z.strictObject({ author, into: Id, number: Line(24), reason }));

export const planRunNoted = event('planRun.noted@1', z.strictObject({ author, text: FilledText(2_000) }));
