import type { faults as contract } from '../../shared/faults/contract';
import type { EventDraft } from '../../shared/event';
import {
  type By,
  faultAccepted,
  faultAcknowledged,
  faultArrived,
  faultCancelled,
  faultClosed,
  faultConfirmed,
  faultDiagnosed,
  faultDispatched,
  faultMergedInto,
  faultNoted,
  faultReclassified,
  faultRepaired,
  faultReopened,
  faultReported,
  faultSettled,
  faultVerified,
  faultWaitingEnded,
  faultWaitingStarted,
} from '../../shared/faults/events';
import { type FaultState, type FaultVerb, isFinal, isPossible, stepsFrom } from '../../shared/faults/states';
import { yearIn } from '../../shared/time';
import { deviceById } from '../devices';
import { deviceAvailability } from './availability';
import { append, type CommandHandler, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';
import { seenBy } from './contradictions';
import type { Fault } from './fault';
import { boardOf, faultById, findFaults, recordOf, similarFaults } from './read';

interface StepInput {
  id: string;
  happenedAt?: number | undefined;
  note?: string | undefined;
}

/** What every step's event carries. */
interface StepFacts {
  by: By;
  from: FaultState;
  seen: Record<string, number>;
  happenedAt?: number | undefined;
  note?: string | undefined;
}

/**
 * A step of a fault: refused where states.ts does not allow it or where the time told for it does not fit; `decide` may
 * object further and says which event it is.
 */
function step<I extends StepInput>(
  verb: FaultVerb,
  decide: (input: I, facts: StepFacts, fault: Fault, context: SignedContext) => EventDraft | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const { id, happenedAt, note } = input;
    const fault = faultById(context.raw, id);
    if (!fault) return refuse('notFound');
    if (!isPossible(verb, fault.state)) return notInThisState(verb, fault.state);
    if (happenedAt !== undefined) {
      if (happenedAt > context.now) return refuse('timeInFuture', { at: happenedAt });
      if (fault.intake && happenedAt < fault.intake.foundAt)
        return refuse('timeBeforeFound', { at: happenedAt, foundAt: fault.intake.foundAt });
    }
    const facts: StepFacts = {
      by: byOf(context),
      from: fault.state,
      seen: seenBy(context.journal.station, fault),
      happenedAt,
      note: note || undefined,
    };
    const decided = decide(input, facts, fault, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

function notInThisState(verb: FaultVerb, state: FaultState): Refused {
  const possible = stepsFrom(state);
  return refuse('notInThisState', { verb, state, next: possible[0] ?? 'note', possible: possible.join(',') });
}

function byOf({ officer }: SignedContext): By {
  return { id: officer.id, name: officer.name };
}

const eventOf =
  (kind: (id: string, facts: StepFacts) => EventDraft) =>
  ({ id }: StepInput, facts: StepFacts): EventDraft =>
    kind(id, facts);

export const faultHandlers: HandlersOf<typeof contract> = {
  report: (input, context) => {
    const { raw, db, journal, now, zone, newId } = context;
    const reportedAt = input.reportedAt ?? now;
    const foundAt = input.foundAt ?? reportedAt;
    if (reportedAt > now) return refuse('timeInFuture', { at: reportedAt });
    if (foundAt > reportedAt) return refuse('foundAfterReport', { foundAt, reportedAt });
    // The register says better than the screen what the device is called and where it hangs.
    const known = input.device?.id === undefined ? undefined : deviceById(raw, input.device.id);
    const subsystem = input.subsystem ?? known?.subsystem;
    if (!subsystem) return refuse('subsystemNeeded');
    const id = newId();
    const number = nextNumber(raw, 'faults', letterOf(db, journal.station), yearIn(zone, now));
    const draft = faultReported(id, {
      ...input,
      number,
      foundAt,
      reportedAt,
      device: known ? { id: known.id, code: known.code, name: known.name } : input.device,
      place: input.place || (known?.place ?? ''),
      subsystem,
      by: byOf(context),
    });
    return append(draft, { id, number });
  },
  accept: step('accept', eventOf(faultAccepted)),
  dispatch: step('dispatch', ({ id, engineer }, facts) => faultDispatched(id, { ...facts, engineer })),
  acknowledge: step('acknowledge', eventOf(faultAcknowledged)),
  arrive: step('arrive', eventOf(faultArrived)),
  diagnose: step('diagnose', ({ id, cause }, facts) => faultDiagnosed(id, { ...facts, cause: cause || undefined })),
  wait: step('wait', ({ id, waitingFor }, facts) => faultWaitingStarted(id, { ...facts, waitingFor })),
  resume: step('resume', eventOf(faultWaitingEnded)),
  repair: step('repair', ({ id, cause, remedy, parts }, facts, fault) =>
    cause || fault.cause
      ? faultRepaired(id, { ...facts, cause: cause || undefined, remedy, parts: parts || undefined })
      : refuse('causeNeeded'),
  ),
  verify: step('verify', ({ id, holds, note }, facts) => (holds || note ? faultVerified(id, { ...facts, holds }) : refuse('noteNeeded'))),
  confirm: step('confirm', ({ id, reporter, satisfaction }, facts) => faultConfirmed(id, { ...facts, reporter, satisfaction })),
  close: step('close', ({ id, note }, facts) => (facts.from === 'confirmed' || note ? faultClosed(id, facts) : refuse('noteNeeded'))),
  reopen: step('reopen', ({ id, reason }, facts) => faultReopened(id, { ...facts, reason })),
  merge: step('merge', ({ id, into }, facts, _, { raw }) => {
    if (into === id) return refuse('mergeIntoItself');
    const target = faultById(raw, into);
    if (!target) return refuse('targetNotFound');
    if (isFinal(target.state)) return refuse('targetNotOpen', { number: target.intake?.number ?? '', state: target.state });
    return faultMergedInto(id, { ...facts, into });
  }),
  cancel: step('cancel', ({ id, reason }, facts) => faultCancelled(id, { ...facts, reason })),
  reclassify: step('reclassify', ({ id, class: next, reason }, facts, fault) =>
    next === fault.class ? refuse('sameClass', { class: next }) : faultReclassified(id, { ...facts, class: next, reason }),
  ),
  note: step('note', ({ id, note }, facts) => faultNoted(id, { ...facts, note })),
  settle: step('settle', ({ id, side }, facts, { contests }) => {
    if (contests.length === 0) return refuse('nothingContested');
    if (side !== undefined && !contests.some(({ entries }) => entries.includes(side))) return refuse('notASide');
    return faultSettled(id, { ...facts, side });
  }),
  board: (filter, { raw, now }) => boardOf(raw, filter, now),
  one: ({ id }, { db, raw }) => recordOf(db, raw, id) ?? { refusal: { code: 'notFound' } },
  find: ({ limit, ...filter }, { raw }) => findFaults(raw, filter, limit),
  similar: ({ device, place, except }, { raw }) => similarFaults(raw, device, place, except),
  availability: ({ device, days }, context) => deviceAvailability(context, device, days) ?? { refusal: { code: 'notFound' } },
};
