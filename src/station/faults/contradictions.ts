import type { ContestTopic } from '../../shared/faults/record';
import { type FaultVerb, isFinal, transitions } from '../../shared/faults/states';
import type { Contest, Fault, KeptMoment } from './fault';

/** Sequence numbers up to which a desk knew the chains of others. */
export type Seen = Readonly<Record<string, number>>;

/** True when the desk that wrote an entry of `station`, knowing `seen`, knew `moment`. Its own chain it always knows. */
export function knew(station: string, seen: Seen, moment: KeptMoment): boolean {
  return moment.station === station || moment.seq <= (seen[moment.station] ?? 0);
}

/** How far a desk at `station` knows the other chains of a fault. */
export function seenBy(station: string, fault: Fault): Record<string, number> {
  const seen: Record<string, number> = {};
  for (const moment of fault.timeline) {
    if (moment.station !== station) seen[moment.station] = Math.max(seen[moment.station] ?? 0, moment.seq);
  }
  return seen;
}

/**
 * What two steps, neither desk knowing of the other's, contradict each other in; undefined when both may stand. Steps
 * that only lead forward may; the same step done twice may, unless it says something else.
 */
export function contradiction(one: KeptMoment, other: KeptMoment): ContestTopic | undefined {
  if (!isStep(one.verb) || !isStep(other.verb)) return undefined;
  if (one.verb === other.verb) return contradictionOfTwins(one, other);
  if (transitions[one.verb].to === 'same' || transitions[other.verb].to === 'same') return undefined;
  return turns(one) || turns(other) ? 'progress' : undefined;
}

function contradictionOfTwins(one: KeptMoment, other: KeptMoment): ContestTopic | undefined {
  switch (one.verb) {
    case 'reclassify':
      return one.class === other.class ? undefined : 'class';
    case 'dispatch':
      return one.engineer?.name === other.engineer?.name && one.engineer?.id === other.engineer?.id ? undefined : 'engineer';
    case 'accept':
      return one.by.id === other.by.id ? undefined : 'progress';
    case 'repair':
      return one.remedy === other.remedy && one.cause === other.cause ? undefined : 'progress';
    case 'verify':
      return one.holds === other.holds ? undefined : 'progress';
    case 'wait':
      return one.waitingFor === other.waitingFor ? undefined : 'progress';
    case 'merge':
    case 'fold':
      return one.into === other.into ? undefined : 'progress';
    default:
      return undefined;
  }
}

/** Steps somebody takes; the report begins everything, and what the station notices contradicts nothing. */
export function isStep(verb: KeptMoment['verb']): verb is FaultVerb {
  return verb !== 'report' && verb !== 'breach' && verb !== 'raise';
}

function turns(moment: KeptMoment): boolean {
  return isStep(moment.verb) && (transitions[moment.verb].turns === true || moment.holds === false);
}

/** The contests that remain after a step by someone who knew `seen`: a later explicit action settles what it knew of. */
export function unsettled(fault: Fault, step: KeptMoment, seen: Seen): Contest[] {
  return fault.contests.filter(({ topic, entries }) => {
    if (!settles(step, topic) || (step.side !== undefined && !entries.includes(step.side))) return true;
    return fault.timeline.some((moment) => entries.includes(moment.entry) && !knew(step.station, seen, moment));
  });
}

function settles({ verb }: KeptMoment, topic: ContestTopic): boolean {
  if (verb === 'settle') return true;
  if (!isStep(verb) || verb === 'note') return false;
  if (topic === 'class') return verb === 'reclassify';
  const { to } = transitions[verb];
  if (topic === 'engineer') return verb === 'dispatch' || verb === 'reopen' || (to !== 'same' && to !== 'before' && isFinal(to));
  return to !== 'same';
}

/** Adds a contradiction; a topic contested already takes the further sides in. */
export function contested(contests: Contest[], topic: ContestTopic, entries: string[]): Contest[] {
  const known = contests.find((contest) => contest.topic === topic);
  const sides = [...new Set([...(known?.entries ?? []), ...entries])];
  return [...contests.filter((contest) => contest !== known), { topic, entries: sides }];
}
