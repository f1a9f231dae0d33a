import { millisecondsOf } from '../service-profiles/duration';
import { isCalledFor } from '../service-profiles/service-limits';
import type { ServiceKind, ServiceStep } from '../service-profiles/profile-format';
import type { Instant } from '../time';
import type { Phase } from './course';

export type StepStanding = 'done' | 'next' | 'optional' | 'repeated' | 'later' | 'leftOut' | 'notCalledFor';

export interface StandingStep {
  step: ServiceStep;
  standing: StepStanding;
}

/** Of a step done again and again: the stretch that runs now, if one does. */
export interface Interval {
  startedAt: Instant;
  dueAt: Instant;
}

/** Done by the station as soon as it is its turn, provided that all it must put down is known. */
export const isOfStation = ({ by }: ServiceStep): boolean => by === 'station';

/**
 * Where every step of a service stands, in the order of the profile (domain.md 3). What choices do not call for is not owed; an
 * optional step may be taken until the one after it was. A step done again and again may be taken from the first step on, and is
 * done once it was taken after everything before it.
 */
export function stepsOf({ steps }: Pick<ServiceKind, 'steps'>, phase: Pick<Phase, 'done' | 'times' | 'chosen'>): StandingStep[] {
  const called = (step: ServiceStep) => isCalledFor(step, phase.chosen);
  const lastDone = steps.findLastIndex((step) => step.every === undefined && called(step) && phase.done[step.code] !== undefined);
  const begun = steps.some(({ code, every }) => every === undefined && phase.done[code] !== undefined);
  let passed = true;
  return steps.map((step, at): StandingStep => {
    if (!called(step)) return { step, standing: 'notCalledFor' };
    if (step.every !== undefined) {
      const finished = passed && isToldAfter(steps.slice(0, at), step, phase);
      if (finished || lastDone > at) return { step, standing: phase.done[step.code] === undefined ? 'leftOut' : 'done' };
      if (passed) {
        passed = false;
        return { step, standing: 'next' };
      }
      return { step, standing: begun ? 'repeated' : 'later' };
    }
    if (phase.done[step.code] !== undefined) return { step, standing: 'done' };
    if (step.optional) return { step, standing: lastDone > at ? 'leftOut' : passed ? 'optional' : 'later' };
    if (!passed) return { step, standing: 'later' };
    passed = false;
    return { step, standing: 'next' };
  });
}

/** Told once more after everything before it was done: then nobody waits for a further word. */
function isToldAfter(
  before: readonly ServiceStep[],
  { code }: ServiceStep,
  { done, times, chosen }: Pick<Phase, 'done' | 'times' | 'chosen'>,
): boolean {
  const owed = before.filter((step) => step.every === undefined && !step.optional && isCalledFor(step, chosen));
  if (owed.some((step) => done[step.code] === undefined)) return false;
  const since = Math.max(0, ...owed.map((step) => done[step.code] ?? 0));
  return (times[code] ?? []).some((at) => at >= since);
}

/** The steps that may be taken now. */
export function possibleSteps(standing: readonly StandingStep[]): ServiceStep[] {
  return standing.flatMap(({ step, standing: stands }) =>
    stands === 'next' || stands === 'optional' || stands === 'repeated' ? step : [],
  );
}

/** True when nothing is owed any more. */
export function isThrough(standing: readonly StandingStep[]): boolean {
  return !standing.some(({ standing: stands }) => stands === 'next' || stands === 'later' || stands === 'repeated');
}

/** Every stretch between two tellings of a step done again and again, from the first step of all on; the last may still run. */
export function intervalsOf(
  { steps }: Pick<ServiceKind, 'steps'>,
  { step: { code, every }, standing }: StandingStep,
  phase: Phase,
): (Interval & { doneAt?: Instant })[] {
  if (every === undefined || standing === 'notCalledFor') return [];
  const others = steps.flatMap((step) => (step.every === undefined ? (phase.done[step.code] ?? []) : []));
  if (others.length === 0) return [];
  const length = millisecondsOf(every);
  const told = (phase.times[code] ?? []).toSorted((one, other) => one - other);
  const starts = [Math.min(...others), ...told];
  return starts.flatMap((startedAt, i) => {
    const doneAt = told[i];
    if (doneAt === undefined && (standing === 'done' || standing === 'leftOut')) return [];
    return [{ startedAt, dueAt: startedAt + length, ...(doneAt === undefined ? {} : { doneAt }) }];
  });
}
