import type { EvidenceInput, planRuns as contract } from '../../shared/plan-runs/contract';
import {
  type EvidenceGiven,
  planRunFaultLinked,
  planRunFaultUnlinked,
  planRunPhaseClosed,
  planRunStepAdded,
  planRunStepDone,
  planRunStepDueMoved,
  planRunStepFailed,
  planRunStepReopened,
  planRunStepSetAside,
} from '../../shared/plan-runs/events';
import { inForce } from '../../shared/in-force';
import { phasesOf } from '../../shared/plan-runs/phases';
import { saidAs } from '../../shared/plan-runs/said';
import { isSettled, type StepState, stepsOf } from '../../shared/plan-runs/steps';
import { isAhead } from '../../shared/duty-log/late';
import type { Evidence } from '../../shared/plans/template-format';
import type { PersonReference } from '../../shared/references';
import { faultById, reportFault } from '../faults';
import { append, type CommandHandler, type Decided, type HandlersOf, refuse, type Refused, type SignedContext } from '../handler';
import { profilesInUse } from '../service-profiles';
import { openFaultsByStep } from './linked-faults';
import { provenCommand } from './proven';
import { runUnderWay, stepIn, stepOfRun } from './running';
import { wholeRun } from './read';

type Handlers = Pick<
  HandlersOf<typeof contract>,
  | 'stepDone'
  | 'setStepAside'
  | 'stepFailed'
  | 'reopenStep'
  | 'settleStep'
  | 'addStep'
  | 'moveStepDue'
  | 'badPoint'
  | 'linkFault'
  | 'unlinkFault'
  | 'closePhase'
>;

/** Steps ticked, set aside, failed, opened again, added; what a check found; phases closed. */
export const stepHandlers = (passwordCost: number): Handlers => ({
  stepDone: provenCommand(passwordCost, ({ id, step: code, doneBy, note, happenedAt, evidence }, context, proven): Decided<null> => {
    const run = runUnderWay(id, context);
    if ('refusal' in run) return run;
    const step = openStep(run, code, context);
    if ('refusal' in step) return step;
    const at = happenedAt ?? context.now;
    if (isAhead(at, context.now)) return refuse('timeInFuture', { at });
    // A preparation may have been done before somebody activated the plan, but not before the plan knows of it.
    if (at < run.activated.at - longestBefore) return refuse('timeBeforeStart', { at, start: run.activated.at });
    const given = evidenceOf(step, evidence, proven.signed ? proven.person : undefined);
    if ('refusal' in given) return given;
    if (note === '' && needsNote(step.evidence, given.evidence)) return refuse('noteNeeded');
    return append(
      planRunStepDone(id, {
        ...marked(step, run.author),
        ...(doneBy ? { doneBy } : {}),
        happenedAt: at,
        note,
        evidence: given.evidence,
      }),
    );
  }),
  setStepAside: onOpenStep(({ id, how, reason }, step, { officer }) => {
    // What the plan calls critical is not left out by whoever happens to sit at the desk.
    const leads = officer.roles.some(
      (role) => role === 'shiftLeader' || role === 'groupLeader' || role === 'office' || role === 'leadingGroup',
    );
    if (step.critical && !leads) return refuse('leaderNeeded');
    return planRunStepSetAside(id, { ...marked(step, officer.name), how, reason });
  }),
  stepFailed: onOpenStep(({ id, note }, step, { officer }) => planRunStepFailed(id, { ...marked(step, officer.name), note })),
  reopenStep: stepOfRun(({ id, step: code, reason }, run, context) => {
    const step = stepIn(run, code, context);
    if ('refusal' in step) return step;
    const { mark } = step;
    // Of a repeated step the last round that was settled is meant.
    const former = mark ?? lastSettled(run.run, code);
    if (!former || (mark && !isSettled(step))) return refuse('stillOpen');
    const replaces = mark ? step.replaces : [former.entry];
    return planRunStepReopened(id, { author: run.author, step: code, round: former.round, replaces, reason });
  }),
  settleStep: (input, context) => {
    const { id, step: code, side, reason } = input;
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    const step = stepsOf(found.run, found.plan, context.zone, context.now).find((one) => one.code === code);
    if (!step) return refuse('noSuchStep', { step: code });
    if (step.sides.length === 0) return refuse('nothingContested');
    const right = step.sides.find(({ entry }) => entry === side);
    if (!right) return refuse('notASide');
    const facts = marked(step, context.officer.name);
    switch (right.verb) {
      case 'stepDone': {
        const { doneBy, happenedAt, evidence } = right;
        return append(planRunStepDone(id, { ...facts, ...(doneBy ? { doneBy } : {}), happenedAt, note: reason, evidence }));
      }
      case 'stepSetAside':
        return append(planRunStepSetAside(id, { ...facts, how: right.how, reason }));
      case 'stepFailed':
        return append(planRunStepFailed(id, { ...facts, note: reason }));
      case 'stepReopened':
        return append(planRunStepReopened(id, { ...facts, reason }));
    }
  },
  addStep: (input, context) => {
    const { id, phase, who, ...facts } = input;
    const run = runUnderWay(id, context);
    if ('refusal' in run) return run;
    const inPhase = run.plan.phases.find(({ code }) => code === phase);
    if (!inPhase) return refuse('noSuchPhase');
    if (saidAs(run.run, 'closePhase').some((closed) => closed.phase === phase)) return refuse('phaseIsClosed');
    if (!run.plan.groups.some(({ posts }) => posts.some(({ code }) => code === who))) return refuse('noSuchPost', { post: who });
    const step = context.newId();
    return append(planRunStepAdded(id, { author: run.author, step, phase, who, ...facts }), { step });
  },
  moveStepDue: onOpenStep(({ id, due, reason }, step, { officer }, run) => {
    const replaces = inForce(saidAs(run, 'stepDueMoved').filter((moved) => moved.step === step.code && moved.round === step.round));
    return planRunStepDueMoved(id, {
      ...marked(step, officer.name),
      replaces: replaces.map(({ entry }) => entry),
      due,
      reason,
    });
  }),
  badPoint: (input, context) => {
    const { id, step: code, device, place, subsystem, symptom, class: grave } = input;
    const run = runUnderWay(id, context);
    if ('refusal' in run) return run;
    const step = stepIn(run, code, context);
    if ('refusal' in step) return step;
    if (!step.checks) return refuse('notACheck');
    if (!device && place === '') return refuse('placeNeeded');
    const report = reportFault(
      {
        source: 'patrol',
        ...(device ? { device } : {}),
        place,
        subsystem,
        symptom,
        scope: '',
        tried: '',
        class: grave ?? usualClass(context),
        attachments: [],
      },
      context,
    );
    if ('refusal' in report) return report;
    const fault = { id: report.id, number: report.number, title: titleOf(device?.name ?? place, symptom) };
    const linked = planRunFaultLinked(id, { author: run.author, fault, step: code, ...(device ? { device } : {}), note: '' });
    return append([...report.events, linked], { fault: report.id, number: report.number });
  },
  linkFault: stepOfRun(({ id, fault: asked, step, note }, run, context) => {
    const fault = faultById(context.raw, asked);
    if (!fault?.intake) return refuse('faultNotFound');
    if (linkedNow(run.run, asked)) return refuse('alreadyLinked');
    if (step !== undefined) {
      const found = stepIn(run, step, context);
      if ('refusal' in found) return found;
    }
    const { number, device, place, symptom } = fault.intake;
    const link = { id: asked, number, title: titleOf(device?.name ?? place, symptom) };
    return planRunFaultLinked(id, { author: run.author, fault: link, ...(step === undefined ? {} : { step }), note });
  }),
  unlinkFault: stepOfRun(({ id, fault, reason }, run) =>
    linkedNow(run.run, fault) ? planRunFaultUnlinked(id, { author: run.author, fault, reason }) : refuse('notLinked'),
  ),
  closePhase: stepOfRun(({ id, phase: code, note }, run, context) => {
    const steps = stepsOf(run.run, run.plan, context.zone, context.now);
    const phase = phasesOf(run.run, run.plan, steps, openFaultsByStep(run, context), context.now).find((one) => one.code === code);
    if (!phase) return refuse('noSuchPhase');
    if (phase.closedAt !== undefined) return refuse('phaseIsClosed');
    const [first] = phase.bars;
    if (first !== undefined) {
      const step = steps.find((one) => one.code === first);
      return refuse('criticalOpen', {
        count: phase.bars.length,
        name: step?.what.zh.slice(0, 60) ?? '',
        nameEn: step?.what.en.slice(0, 80) ?? '',
      });
    }
    return planRunPhaseClosed(id, { author: run.author, phase: code, note });
  }),
});

/** How long before its activation something of a plan may have been done: preparations of a holiday begin earlier. */
const longestBefore = 30 * 86_400_000;
/** What a point found bad by a check is reported as unless said: the first class that is no emergency. Whoever takes it over may change it. */
function usualClass(context: SignedContext): string {
  const classes = profilesInUse(context)[0]?.profile.classes ?? [];
  return (classes.find(({ highRisk }) => !highRisk) ?? classes[0])?.code ?? '';
}

function titleOf(where: string, symptom: string): string {
  return [...`${where} ${symptom}`.trim()].slice(0, 120).join('');
}

function marked({ code, round, replaces }: StepState, author: string) {
  return { author, step: code, round, replaces: replaces.slice(-40) };
}

function lastSettled(run: Parameters<typeof saidAs>[0], code: string) {
  const settled = [...saidAs(run, 'stepDone'), ...saidAs(run, 'stepSetAside')].filter(({ step }) => step === code);
  return settled.toSorted((one, other) => one.round - other.round).at(-1);
}

function linkedNow(run: Parameters<typeof saidAs>[0], fault: string): boolean {
  const last = run.said.findLast(
    (one) => (one.verb === 'linkFault' && one.fault.id === fault) || (one.verb === 'unlinkFault' && one.fault === fault),
  );
  return last?.verb === 'linkFault';
}

type Found = Exclude<ReturnType<typeof runUnderWay>, Refused>;

function openStep(run: Found, code: string, context: SignedContext): StepState | Refused {
  const step = stepIn(run, code, context);
  if ('refusal' in step) return step;
  return isSettled(step) && step.sides.length === 0 ? refuse('alreadySettled', { by: step.mark?.author ?? '' }) : step;
}

/** A command about a step that is still open. */
function onOpenStep<I extends { id: string; step: string }>(
  decide: (input: I, step: StepState, context: SignedContext, run: Found['run']) => Parameters<typeof append>[0] | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const run = runUnderWay(input.id, context);
    if ('refusal' in run) return run;
    const step = openStep(run, input.step, context);
    if ('refusal' in step) return step;
    const decided = decide(input, step, context, run.run);
    return 'refusal' in decided ? decided : append(decided);
  };
}

/** Evidence as the step asks for it, piece by piece. Refusal `evidenceMissing`: which one lacks. */
function evidenceOf(
  { evidence: asked }: StepState,
  given: readonly (EvidenceInput | null)[],
  signer: PersonReference | undefined,
): { evidence: (EvidenceGiven | null)[] } | Refused {
  const evidence: (EvidenceGiven | null)[] = [];
  for (const [i, wanted] of asked.entries()) {
    const piece = given[i];
    if (!piece || piece.kind !== wanted.kind) return lacks(wanted);
    if (piece.kind === 'signature') {
      if (!signer) return lacks(wanted);
      evidence.push({ kind: 'signature', signer });
    } else {
      if (piece.kind === 'photo' && wanted.kind === 'photo' && piece.files.length < wanted.atLeast) return lacks(wanted);
      evidence.push(piece);
    }
  }
  return { evidence };
}

function lacks({ kind, label }: Evidence): Refused {
  return refuse('evidenceMissing', { kind, label: label.zh, labelEn: label.en });
}

/** A reading outside its limits, or fewer than expected: what was done about it must be said. */
function needsNote(asked: readonly Evidence[], given: readonly (EvidenceGiven | null)[]): boolean {
  return asked.some((wanted, i) => {
    const piece = given[i];
    if (wanted.kind === 'reading' && piece?.kind === 'reading') {
      return (wanted.min !== undefined && piece.value < wanted.min) || (wanted.max !== undefined && piece.value > wanted.max);
    }
    return wanted.kind === 'count' && piece?.kind === 'count' && wanted.expected !== undefined && piece.value < wanted.expected;
  });
}
