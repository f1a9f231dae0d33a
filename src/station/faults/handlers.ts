import type { faults as contract } from '../../shared/faults/contract';
import {
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
  faultSettled,
  faultVerified,
  faultWaitingEnded,
  faultWaitingStarted,
} from '../../shared/faults/events';
import { append, type HandlersOf, refuse } from '../handler';
import { besideHandlers, takenOverByAcknowledging } from './beside-handlers';
import { whyNotClosed } from './closing';
import { stillThere } from './folding-under';
import { alarmsNow, takeAlarms, unattendedAlarms } from './alarms';
import { deviceAvailability } from './availability';
import { figureHandlers } from './figures-of-faults';
import { profileOf } from './profile-of-fault';
import { profilesInUse } from '../service-profiles';
import { boardOf } from './board';
import { faultClusters } from './clusters';
import { openTarget } from './open-target';
import { findFaults, recordOf, similarFaults } from './read';
import { reportFault, unfit } from './reporting';
import { byOf, eventOf, step } from './step';
import { wallNow } from './wall';

/** A fault's way from report to end: which step fits which state, states.ts says. Who is proposed, dispatch/ says. */
export const faultHandlers: Omit<HandlersOf<typeof contract>, 'proposals'> = {
  report: ({ into, ...input }, context) => {
    const target = into === undefined ? undefined : openTarget(context.raw, into);
    if (target && 'refusal' in target) return target;
    // What the open fault says of where it hangs holds for the call about it too.
    const report = reportFault({ ...input, subsystem: input.subsystem ?? target?.intake?.subsystem }, context);
    if ('refusal' in report) return report;
    const { id, number, events } = report;
    const merged = into === undefined ? [] : [faultMergedInto(id, { by: byOf(context), from: 'reported', seen: {}, into })];
    return append([...events, ...merged], { id, number });
  },
  accept: step('accept', eventOf(faultAccepted)),
  dispatch: step('dispatch', ({ id, engineer }, facts) => faultDispatched(id, { ...facts, engineer })),
  acknowledge: step('acknowledge', ({ id }, facts, fault, context) => [
    faultAcknowledged(id, facts),
    ...takenOverByAcknowledging(id, facts, fault, context),
  ]),
  arrive: step('arrive', eventOf(faultArrived)),
  diagnose: step('diagnose', ({ id, cause }, facts) => faultDiagnosed(id, { ...facts, cause: cause || undefined })),
  wait: step('wait', ({ id, waitingFor }, facts) => faultWaitingStarted(id, { ...facts, waitingFor })),
  resume: step('resume', eventOf(faultWaitingEnded)),
  repair: step('repair', ({ id, cause, remedy, parts, remaining }, facts, fault, context) => {
    if (!cause && !fault.cause) return refuse('causeNeeded');
    const unfolded = stillThere(id, remaining, context);
    if ('refusal' in unfolded) return unfolded;
    return [faultRepaired(id, { ...facts, cause: cause || undefined, remedy, parts: parts || undefined }), ...unfolded];
  }),
  verify: step('verify', ({ id, holds, note }, facts) => (holds || note ? faultVerified(id, { ...facts, holds }) : refuse('noteNeeded'))),
  confirm: step('confirm', ({ id, reporter, satisfaction }, facts) => faultConfirmed(id, { ...facts, reporter, satisfaction })),
  close: step('close', ({ id, note }, facts, fault, context) => {
    if (facts.from !== 'confirmed' && !note) return refuse('noteNeeded');
    return whyNotClosed(fault, context) ?? faultClosed(id, facts);
  }),
  reopen: step('reopen', ({ id, reason }, facts) => faultReopened(id, { ...facts, reason })),
  merge: step('merge', ({ id, into }, facts, _, { raw }) => {
    if (into === id) return refuse('mergeIntoItself');
    const target = openTarget(raw, into);
    if ('refusal' in target) return target;
    return faultMergedInto(id, { ...facts, into });
  }),
  cancel: step('cancel', ({ id, reason }, facts) => faultCancelled(id, { ...facts, reason })),
  reclassify: step('reclassify', ({ id, class: next, priority, traits, reason }, facts, fault, context) => {
    const profile = profileOf(context, fault);
    const grave = next ?? fault.class ?? '';
    const objection = profile && unfit(profile, grave, traits);
    if (objection) return objection;
    const alike = Object.entries(traits ?? {}).every(([name, value]) => fault.traits?.[name] === value);
    if (grave === fault.class && alike && (priority === undefined || priority === fault.priority))
      return refuse('sameClass', { class: grave });
    return faultReclassified(id, { ...facts, class: grave, priority, traits, reason });
  }),
  ...besideHandlers,
  note: step('note', ({ id, note }, facts) => faultNoted(id, { ...facts, note })),
  settle: step('settle', ({ id, side }, facts, { contests }) => {
    if (contests.length === 0) return refuse('nothingContested');
    if (side !== undefined && !contests.some(({ entries }) => entries.includes(side))) return refuse('notASide');
    return faultSettled(id, { ...facts, side });
  }),
  profiles: (_, context) => profilesInUse(context),
  board: (filter, context) => boardOf(context, filter),
  clusters: (_, context) => faultClusters(context),
  one: ({ id }, context) => recordOf(context, id) ?? { refusal: { code: 'notFound' } },
  find: ({ limit, ...filter }, context) => findFaults(context, filter, limit),
  similar: ({ device, place, except }, { raw }) => similarFaults(raw, device, place, except),
  availability: ({ device, days }, context) => deviceAvailability(context, device, days) ?? { refusal: { code: 'notFound' } },
  alarms: (_, context) => alarmsNow(context),
  takeAlarms,
  unattended: (_, context) => unattendedAlarms(context),
  wall: (_, context) => wallNow(context),
  ...figureHandlers,
};
