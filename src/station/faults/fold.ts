import type { EntryFacts, PayloadOf } from '../../shared/event';
import {
  type By,
  faultAlarmTaken,
  faultAnalysed,
  faultAnswered,
  faultBreached,
  faultBreachExplained,
  faultConsulted,
  faultDeparted,
  faultEscalated,
  faultFedBack,
  faultFolded,
  faultGuided,
  faultMoved,
  faultRaised,
  faultRelated,
  faultSheetFiled,
  faultSubstituteLent,
  faultSubstituteReturned,
  faultTakenOver,
  faultUnfolded,
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
import type { ContestTopic } from '../../shared/faults/record';
import { type FaultState, type FaultVerb, further, isFinal, lessDone, stateAfter, transitions } from '../../shared/faults/states';
import { type FoldOf, on } from '../journal/projection';
import { contested, contradiction, isStep, knew, type Seen, unsettled } from './contradictions';
import type { Fault, KeptMoment } from './fault';

interface Step {
  by: By;
  from: FaultState;
  seen: Seen;
  happenedAt?: number | undefined;
  note?: string | undefined;
}

/** What a step tells beside who, when and whence. */
type Told = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'by' | 'station' | 'seq' | 'from' | 'to' | keyof Step>>;

/**
 * Folds one step, whatever came before. A step taken from where the fault stands is simply taken, unless it ends the fault
 * or somebody else was sent. One taken by a desk that did not know of the other's: if both lead forward the further state stands; if they contradict each other the
 * less finished one does, and the contradiction is kept until a person who knows both sides acts.
 */
function take(fault: Fault, verb: FaultVerb, step: Step, facts: EntryFacts, told: Told = {}): Fault {
  const { by, from, seen, happenedAt, note } = step;
  const moves = transitions[verb].to !== 'same';
  const moment: KeptMoment = {
    entry: facts.id,
    verb,
    at: facts.at,
    happenedAt,
    by,
    station: facts.station,
    seq: facts.seq,
    from,
    note,
    ...told,
  };
  const to = stateAfter(verb, fault.state, fault.before, told.holds ?? true);
  const unknown = fault.timeline.filter((other) => !knew(facts.station, seen, other));
  const found = new Map<ContestTopic, string[]>();
  for (const other of unknown) {
    const topic = contradiction(other, moment);
    if (topic === undefined || (topic === 'progress' && from === fault.state && !isFinal(to) && !sentElsewhere(fault, other))) continue;
    found.set(topic, [...(found.get(topic) ?? []), other.entry]);
  }
  let state = to;
  if (moves && found.has('progress')) state = lessDone(fault.state, to);
  else if (moves && from !== fault.state) {
    if (unknown.some((other) => isStep(other.verb) && transitions[other.verb].to !== 'same')) state = further(fault.state, to);
  }
  let contests = unsettled(fault, moment, seen);
  for (const [topic, entries] of found) contests = contested(contests, topic, [...entries, facts.id]);
  return {
    ...fault,
    state,
    since: moves && state === to ? (happenedAt ?? facts.at) : fault.since,
    timeline: [...fault.timeline, { ...moment, to }],
    contests,
  };
}

/** Somebody else was sent meanwhile, which no state shows, and which is not yet known as a contradiction. */
function sentElsewhere(fault: Fault, other: KeptMoment): boolean {
  return other.verb === 'dispatch' && !fault.contests.some(({ entries }) => entries.includes(other.entry));
}

/** Makes the side a person found right what stands. */
function settled(fault: Fault, { side, ...step }: PayloadOf<typeof faultSettled>, facts: EntryFacts): Fault {
  const right = fault.timeline.find(({ entry }) => entry === side);
  const after = take(fault, 'settle', step, facts, { side });
  if (!right) return after;
  const against = fault.contests.filter(({ entries }) => entries.includes(right.entry)).flatMap(({ entries }) => entries);
  const moved = isStep(right.verb) && transitions[right.verb].to !== 'same' && right.to !== undefined;
  return {
    ...after,
    overruled: [...new Set([...(fault.overruled ?? []), ...against])].filter((entry) => entry !== right.entry),
    ...(moved ? { state: right.to as FaultState, since: right.happenedAt ?? right.at } : {}),
    ...(right.engineer ? { engineer: right.engineer } : {}),
    ...(right.class ? { class: right.class } : {}),
    ...(right.into ? { mergedInto: right.into } : {}),
    ...(right.remedy ? { remedy: right.remedy, parts: right.parts, cause: right.cause ?? after.cause } : {}),
  };
}

/** What the station noticed by itself stands in the timeline beside what people did. */
function noticed(fault: Fault, verb: 'breach' | 'raise', facts: EntryFacts, told: Told): Fault {
  const { id: entry, at, station, seq } = facts;
  return { ...fault, timeline: [...fault.timeline, { entry, verb, at, by: { id: station, name: '' }, station, seq, ...told }] };
}

/** Whatever was folded before it arrived stays; nobody else can report the same fault. */
function reported(fault: Fault, intake: PayloadOf<typeof faultReported>, facts: EntryFacts): Fault {
  if (fault.intake) return fault;
  const moment: KeptMoment = {
    entry: facts.id,
    verb: 'report',
    at: facts.at,
    happenedAt: intake.reportedAt,
    by: intake.by,
    station: facts.station,
    seq: facts.seq,
    to: 'reported',
  };
  return {
    ...fault,
    intake,
    class: fault.class ?? intake.class,
    priority: fault.priority ?? intake.priority,
    traits: fault.traits ?? intake.traits,
    profile: fault.profile ?? intake.profile,
    since: fault.since || intake.reportedAt,
    timeline: [...fault.timeline, moment],
  };
}

export const faultFolds: FoldOf<Fault>[] = [
  on(faultReported, reported),
  on(faultAccepted, (fault: Fault, step, facts) => take(fault, 'accept', step, facts)),
  on(faultDispatched, (fault: Fault, { engineer, ...step }, facts) => ({
    ...take(fault, 'dispatch', step, facts, { engineer }),
    engineer,
  })),
  on(faultAcknowledged, (fault: Fault, step, facts) => take(fault, 'acknowledge', step, facts)),
  on(faultArrived, (fault: Fault, step, facts) => take(fault, 'arrive', step, facts)),
  on(faultDiagnosed, (fault: Fault, { cause, ...step }, facts) => ({
    ...take(fault, 'diagnose', step, facts, { cause }),
    cause: cause || fault.cause,
  })),
  on(faultWaitingStarted, (fault: Fault, { waitingFor, ...step }, facts) => ({
    ...take(fault, 'wait', step, facts, { waitingFor }),
    waitingFor,
    before: step.from,
  })),
  on(faultWaitingEnded, (fault: Fault, step, facts) => take(fault, 'resume', step, facts)),
  on(faultRepaired, (fault: Fault, { cause, remedy, parts, ...step }, facts) => ({
    ...take(fault, 'repair', step, facts, { cause, remedy, parts }),
    before: step.from,
    cause: cause || fault.cause,
    remedy,
    parts: parts || undefined,
  })),
  on(faultVerified, (fault: Fault, { holds, ...step }, facts) => take(fault, 'verify', step, facts, { holds })),
  on(faultConfirmed, (fault: Fault, { reporter, satisfaction, ...step }, facts) => ({
    ...take(fault, 'confirm', step, facts, { reporter, satisfaction }),
    satisfaction: satisfaction ?? fault.satisfaction,
  })),
  on(faultClosed, (fault: Fault, step, facts) => take(fault, 'close', step, facts)),
  on(faultReopened, (fault: Fault, { reason, ...step }, facts) => ({
    ...take(fault, 'reopen', step, facts, { reason }),
    engineer: undefined,
    formerEngineer: fault.engineer ?? fault.formerEngineer,
    reopened: fault.reopened + 1,
  })),
  on(faultMergedInto, (fault: Fault, { into, ...step }, facts) => ({
    ...take(fault, 'merge', step, facts, { into }),
    mergedInto: into,
    folded: undefined,
  })),
  on(faultCancelled, (fault: Fault, { reason, ...step }, facts) => take(fault, 'cancel', step, facts, { reason })),
  on(faultReclassified, (fault: Fault, { class: next, priority, traits, reason, ...step }, facts) => ({
    ...take(fault, 'reclassify', step, facts, { class: next, formerClass: fault.class, priority, traits, reason }),
    class: next,
    priority: priority ?? fault.priority,
    traits: traits ? { ...fault.traits, ...traits } : fault.traits,
  })),
  on(faultDeparted, (fault: Fault, step, facts) => take(fault, 'depart', step, facts)),
  on(faultTakenOver, (fault: Fault, { tier, person, ...step }, facts) => ({
    ...take(fault, 'takeOver', step, facts, { tier, person }),
    tier,
  })),
  on(faultEscalated, (fault: Fault, { tier, person, symptoms, history, files, ...step }, facts) => ({
    ...take(fault, 'escalate', step, facts, { tier, person, symptoms, history, files }),
    tier,
  })),
  on(faultAnswered, (fault: Fault, { tier, solution, ...step }, facts) => take(fault, 'answer', step, facts, { tier, solution })),
  on(faultSubstituteLent, (fault: Fault, { substitute, ...step }, facts) => ({
    ...take(fault, 'lend', step, facts, { substitute }),
    substitute,
  })),
  on(faultSubstituteReturned, (fault: Fault, step, facts) => ({
    ...take(fault, 'takeBack', step, facts, { substitute: fault.substitute }),
    substitute: undefined,
  })),
  on(faultFedBack, (fault: Fault, { to, ...step }, facts) => take(fault, 'feedBack', step, facts, { person: to })),
  on(faultAnalysed, (fault: Fault, { analysis, ...step }, facts) => ({ ...take(fault, 'analyse', step, facts, { analysis }), analysis })),
  on(faultSheetFiled, (fault: Fault, step, facts) => take(fault, 'fileSheet', step, facts)),
  on(faultConsulted, (fault: Fault, { participants, opinion, conclusion, ...step }, facts) =>
    take(fault, 'consult', step, facts, { participants, opinion, conclusion }),
  ),
  on(faultGuided, (fault: Fault, { guideStep, done, ...step }, facts) => take(fault, 'guide', step, facts, { guideStep, done })),
  on(faultMoved, (fault: Fault, { profile, class: next, traits, reason, ...step }, facts) => ({
    ...take(fault, 'move', step, facts, { profile, class: next, formerClass: fault.class, traits, reason }),
    profile,
    class: next,
    traits,
  })),
  on(faultFolded, (fault: Fault, { into, ...step }, facts) => ({
    ...take(fault, 'fold', step, facts, { into }),
    mergedInto: into,
    folded: true,
  })),
  on(faultUnfolded, (fault: Fault, { reason, ...step }, facts) => ({
    ...take(fault, 'unfold', step, facts, { reason }),
    mergedInto: undefined,
    folded: undefined,
  })),
  on(faultRelated, (fault: Fault, { other, related, ...step }, facts) => {
    const rest = (fault.related ?? []).filter((id) => id !== other);
    return { ...take(fault, 'relate', step, facts, { other, related }), related: related ? [...rest, other].sort() : rest };
  }),
  on(faultAlarmTaken, (fault: Fault, { clock, round, level, ...step }, facts) =>
    take(fault, 'takeAlarm', step, facts, { clock, round, level }),
  ),
  on(faultBreachExplained, (fault: Fault, { clock, round, breachCause, reason, ...step }, facts) =>
    take(fault, 'explain', step, facts, { clock, round, breachCause, reason }),
  ),
  on(faultBreached, (fault: Fault, { class: grave, holder: _, startedAt: __, ...breach }, facts) =>
    noticed(fault, 'breach', facts, { ...breach, class: grave }),
  ),
  on(faultRaised, (fault: Fault, raise, facts) => ({
    ...noticed(fault, 'raise', facts, raise),
    ...(raise.raises === 'class' ? { class: raise.toCode } : { tier: raise.toCode }),
  })),
  on(faultNoted, (fault: Fault, step, facts) => take(fault, 'note', step, facts)),
  on(faultSettled, settled),
];
