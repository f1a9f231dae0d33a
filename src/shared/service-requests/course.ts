import { inForce } from '../in-force';
import type { ServiceCourse } from '../service-profiles/service-limits';
import type { Instant } from '../time';
import { mostPhases } from './events';

/** What is said of a request, as far as its course depends on it: in clock order. */
export interface CourseMoment {
  entry: string;
  verb: string;
  /** When it was recorded. */
  at: Instant;
  /** Statements of its own topic that it takes the place of; and of the whole. */
  replaces: readonly string[];
  overrides: readonly string[];
  phase?: number | undefined;
  service?: string | undefined;
  step?: string | undefined;
  choice?: string | null | undefined;
  becomes?: string | null | undefined;
  happenedAt?: Instant | undefined;
  ends?: boolean | undefined;
  /** Of a settlement: what it speaks of, and what holds. */
  topic?: 'step' | 'outcome' | 'plan' | undefined;
  taken?: boolean | undefined;
  outcome?: 'open' | 'ended' | 'cancelled' | undefined;
  plannedAt?: Instant | null | undefined;
}

/** The part of a request under one kind of service. */
export interface Phase {
  service: string;
  since: Instant;
  /** When it went on as another kind. */
  until?: Instant;
  /** The moment each step was done last. */
  done: Record<string, Instant>;
  /** Every moment of steps that are done again and again, in order. */
  times: Record<string, Instant[]>;
  chosen: Record<string, string>;
}

export interface Contest<M extends CourseMoment> {
  topic: 'step' | 'outcome' | 'plan';
  sides: M[];
}

export type RequestOutcome = 'open' | 'ended' | 'cancelled';

export interface Course<M extends CourseMoment = CourseMoment> {
  phases: [Phase, ...Phase[]];
  outcome: RequestOutcome;
  /** When it ended or was cancelled. */
  endedAt: Instant | undefined;
  plannedAt: Instant | undefined;
  contests: Contest<M>[];
}

const speaksOfStep = ({ verb, topic }: CourseMoment) => verb === 'take' || verb === 'takeBack' || (verb === 'settle' && topic === 'step');
/** Whoever takes a step says by it that the request goes on, or that it ends with it. */
const speaksOfOutcome = (moment: CourseMoment) =>
  moment.verb === 'cancel' || speaksOfStep(moment) || (moment.verb === 'settle' && moment.topic === 'outcome');
const speaksOfPlan = ({ verb, topic }: CourseMoment) => verb === 'plan' || (verb === 'settle' && topic === 'plan');

/** What a moment says of its step; two that say the same do not contest. */
export function isTaken({ verb, taken }: CourseMoment): boolean {
  return verb === 'take' || (verb === 'settle' && taken === true);
}

export function outcomeSaid(moment: CourseMoment): RequestOutcome {
  if (moment.verb === 'cancel') return 'cancelled';
  if (moment.verb === 'settle' && moment.topic === 'outcome') return moment.outcome ?? 'open';
  return moment.ends === true ? 'ended' : 'open';
}

/** The statements in force of a step in a phase: more than one when desks that were apart each made one. */
export function stepStatements<M extends CourseMoment>(moments: readonly M[], phase: number, service: string, step: string): M[] {
  return inForce(moments.filter((moment) => isOfPhase(moment, phase, service) && moment.step === step));
}

function isOfPhase(moment: CourseMoment, phase: number, service: string): boolean {
  return speaksOfStep(moment) && moment.phase === phase && moment.service === service;
}

/** What is said of the whole and replaced by nothing. */
export function outcomeStatements<M extends CourseMoment>(moments: readonly M[]): M[] {
  const said = moments.filter(speaksOfOutcome);
  const standing = new Set(inForce(said.map(({ entry, overrides }) => ({ entry, replaces: overrides }))).map(({ entry }) => entry));
  return said.filter(({ entry }) => standing.has(entry));
}

export const planStatements = <M extends CourseMoment>(moments: readonly M[]): M[] => inForce(moments.filter(speaksOfPlan));

const whenDone = ({ happenedAt, at }: CourseMoment) => happenedAt ?? at;

/**
 * Reads the course of a request off what was said of it, whatever the order in which it arrived. Steps that two desks, each for
 * itself, decided differently are contested, and the earlier statement counts until a person settles it. Cancelled at one desk and
 * gone on with at the other is contested too, and shown as open. Steps done again and again (`repeated`) never contradict.
 */
export function courseOf<M extends CourseMoment>(
  registered: { service: string; receivedAt: Instant; plannedAt: Instant | null },
  moments: readonly M[],
): Course<M> {
  const contests: Contest<M>[] = [];
  const phases: Phase[] = [];
  let next: { service: string; since: Instant } | undefined = { service: registered.service, since: registered.receivedAt };
  for (let number = 0; next && number <= mostPhases; number++) {
    const phase: Phase = { ...next, done: {}, times: {}, chosen: {} };
    phases.push(phase);
    next = undefined;
    const { service } = phase;
    const steps = new Set(moments.flatMap((moment) => (isOfPhase(moment, number, service) ? (moment.step ?? []) : [])));
    for (const step of steps) {
      const stands = stepStatements(moments, number, service, step);
      const said = new Set(stands.map((moment) => (isTaken(moment) ? `${moment.choice ?? ''}/${moment.becomes ?? ''}` : 'not done')));
      if (said.size > 1) contests.push({ topic: 'step', sides: stands });
      const [counts] = stands;
      if (!counts || !isTaken(counts)) continue;
      const times = stands
        .filter(isTaken)
        .map(whenDone)
        .sort((one, other) => one - other);
      phase.times[step] = times;
      // Two desks that say the same: the earlier moment is when it was done.
      phase.done[step] = times[0] ?? whenDone(counts);
      if (counts.choice) phase.chosen[step] = counts.choice;
      if (counts.becomes && !next) {
        next = { service: counts.becomes, since: whenDone(counts) };
        phase.until = next.since;
      }
    }
  }
  const ends = outcomeStatements(moments);
  const said = ends.map(outcomeSaid);
  const apart = said.includes('cancelled') && new Set(said).size > 1;
  if (apart) contests.push({ topic: 'outcome', sides: ends });
  const plans = planStatements(moments);
  if (new Set(plans.map(({ plannedAt }) => plannedAt)).size > 1) contests.push({ topic: 'plan', sides: plans });
  const planned = plans.flatMap(({ plannedAt }) => plannedAt ?? []);
  const outcome: RequestOutcome = contests.some(({ topic }) => topic !== 'plan')
    ? 'open'
    : said.includes('cancelled')
      ? 'cancelled'
      : said.includes('ended')
        ? 'ended'
        : 'open';
  const last = ends.filter((moment) => outcomeSaid(moment) === outcome);
  return {
    phases: phases as [Phase, ...Phase[]],
    outcome,
    endedAt: outcome === 'open' || last.length === 0 ? undefined : Math.min(...last.map(({ at }) => at)),
    plannedAt: planned.length > 0 ? Math.min(...planned) : (registered.plannedAt ?? undefined),
    contests,
  };
}

/** The number of the phase a request is in now. */
export const phaseNow = ({ phases }: Pick<Course, 'phases'>): number => phases.length - 1;

/** A phase as the arithmetic of limits reads it. Every limit counts from the receipt of the request, in whichever phase. */
export function serviceCourse(course: Pick<Course, 'plannedAt'>, phase: Phase, receivedAt: Instant): ServiceCourse {
  return { registeredAt: receivedAt, plannedAt: course.plannedAt, done: phase.done, chosen: phase.chosen };
}
