import { runStateOf, type RunStateName } from '../../shared/plan-runs/course';
import { type StepState, stepsOf } from '../../shared/plan-runs/steps';
import type { EventDraft } from '../../shared/event';
import { append, type CommandHandler, type Refused, refuse, type SignedContext } from '../handler';
import { type WholeRun, wholeRun } from './read';

export interface Running extends WholeRun {
  author: string;
}

/** States in which a run is worked on: after the end its last phases go on until it is reviewed. */
const underWay: readonly RunStateName[] = ['running', 'ended'];

/** The run a command is about, with everything that stands in it. Refusals: `notFound`, `notRunning`. */
export function runUnderWay(id: string, context: SignedContext, states = underWay): Running | Refused {
  const found = wholeRun(context, id);
  if (!found) return refuse('notFound');
  const state = runStateOf(found.run);
  if (!states.includes(state)) return refuse('notRunning', { state });
  return { ...found, author: context.officer.name };
}

/** A command about a run under way: decides one event or several. */
export function stepOfRun<I extends { id: string }>(
  decide: (input: I, run: Running, context: SignedContext) => EventDraft | EventDraft[] | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const found = runUnderWay(input.id, context);
    if ('refusal' in found) return found;
    const decided = decide(input, found, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

/** A step of the run as it stands now. Refusals: `noSuchStep`, `phaseIsClosed`. */
export function stepIn({ run, plan }: WholeRun, code: string, { zone, now }: SignedContext): StepState | Refused {
  const step = stepsOf(run, plan, zone, now).find((one) => one.code === code);
  if (!step) return refuse('noSuchStep', { step: code });
  return run.said.some((one) => one.verb === 'closePhase' && one.phase === step.phase) ? refuse('phaseIsClosed') : step;
}
