import type { EventDraft } from '../../shared/event';
import type { By } from '../../shared/faults/events';
import { type FaultState, type FaultVerb, isPossible, stepsFrom } from '../../shared/faults/states';
import { append, type CommandHandler, type Refused, refuse, type SignedContext } from '../handler';
import { seenBy } from './contradictions';
import type { Fault } from './fault';
import { faultById } from './read';

export interface StepInput {
  id: string;
  happenedAt?: number | undefined;
  note?: string | undefined;
}

/** What every step's event carries. */
export interface StepFacts {
  by: By;
  from: FaultState;
  seen: Record<string, number>;
  happenedAt?: number | undefined;
  note?: string | undefined;
}

/**
 * A step of a fault: refused where states.ts does not allow it or where the time told for it does not fit; `decide` may
 * object further and says which events it makes.
 */
export function step<I extends StepInput>(
  verb: FaultVerb,
  decide: (input: I, facts: StepFacts, fault: Fault, context: SignedContext) => EventDraft | EventDraft[] | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const { id, happenedAt, note } = input;
    const fault = faultById(context.raw, id);
    if (!fault) return refuse('notFound');
    const facts = stepFacts(verb, fault, { happenedAt, note }, context);
    if ('refusal' in facts) return facts;
    const decided = decide(input, facts, fault, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

/** What a step of a fault carries, or why it cannot be taken. */
export function stepFacts(
  verb: FaultVerb,
  fault: Fault,
  { happenedAt, note }: Omit<StepInput, 'id'>,
  context: SignedContext,
): StepFacts | Refused {
  if (!isPossible(verb, fault.state)) return notInThisState(verb, fault);
  if (happenedAt !== undefined) {
    if (happenedAt > context.now) return refuse('timeInFuture', { at: happenedAt });
    if (fault.intake && happenedAt < fault.intake.foundAt)
      return refuse('timeBeforeFound', { at: happenedAt, foundAt: fault.intake.foundAt });
  }
  return {
    by: byOf(context),
    from: fault.state,
    seen: seenBy(context.journal.station, fault),
    happenedAt,
    note: note || undefined,
  };
}

function notInThisState(verb: FaultVerb, { state, intake }: Fault): Refused {
  const possible = stepsFrom(state);
  return refuse('notInThisState', {
    verb,
    state,
    number: intake?.number ?? '',
    next: possible[0] ?? 'note',
    possible: possible.join(','),
  });
}

export function byOf({ officer }: SignedContext): By {
  return { id: officer.id, name: officer.name };
}

/** A step that says nothing beyond itself. */
export const eventOf =
  (kind: (id: string, facts: StepFacts) => EventDraft) =>
  ({ id }: StepInput, facts: StepFacts): EventDraft =>
    kind(id, facts);
