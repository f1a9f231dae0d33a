import type { PlanShape, PlanWords } from '../plans/template-format';
import type { Instant } from '../time';
import { type RunState, saidAs } from './said';
import { isSettled, type StepState, stepUrgency } from './steps';

export interface PhaseState {
  code: string;
  kind: PlanShape['phases'][number]['kind'];
  name: PlanWords;
  about: PlanWords;
  /** When it was closed. */
  closedAt?: Instant;
  steps: number;
  settled: number;
  overdue: number;
  /** Codes of critical steps that keep it from being closed: open, or with a fault they found that is not closed. */
  bars: string[];
  /** Nothing is open, and every fault found by its checks is closed. */
  green: boolean;
}

/** Faults found by a step that are not closed yet, by the step's code. */
export type OpenFaultsByStep = ReadonlyMap<string, number>;

/** Done or set aside; of what is done again and again: done at least once, and not overdue now. */
function isInHand(step: StepState, now: Instant): boolean {
  if (step.every === undefined || isSettled(step)) return isSettled(step);
  return step.round > step.missed && stepUrgency(step, now) !== 'red';
}

export function phasesOf(
  run: RunState,
  plan: Pick<PlanShape, 'phases'>,
  steps: readonly StepState[],
  openFaults: OpenFaultsByStep,
  now: Instant,
): PhaseState[] {
  const closed = new Map(saidAs(run, 'closePhase').map(({ phase, at }) => [phase, at]));
  return plan.phases.map(({ code, kind, name, about }) => {
    const own = steps.filter(({ phase }) => phase === code);
    const done = (step: StepState) => isInHand(step, now) && (openFaults.get(step.code) ?? 0) === 0;
    const closedAt = closed.get(code);
    return {
      code,
      kind,
      name,
      about,
      ...(closedAt === undefined ? {} : { closedAt }),
      steps: own.length,
      settled: own.filter((step) => isInHand(step, now)).length,
      overdue: own.filter((step) => stepUrgency(step, now) === 'red').length,
      bars: own.filter((step) => step.critical && step.every === undefined && !done(step)).map((step) => step.code),
      green: own.length > 0 && own.every(done),
    };
  });
}
