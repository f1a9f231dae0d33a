import type { EventDraft } from '../../shared/event';
import type { faults as contract } from '../../shared/faults/contract';
import {
  faultAlarmTaken,
  faultAnalysed,
  faultAnswered,
  faultBreachExplained,
  faultConsulted,
  faultDeparted,
  faultEscalated,
  faultFedBack,
  faultGuided,
  faultMoved,
  faultRelated,
  faultSheetFiled,
  faultSubstituteLent,
  faultSubstituteReturned,
  faultTakenOver,
  faultUnfolded,
} from '../../shared/faults/events';
import { tierOf } from '../../shared/faults/proposing';
import { isOver } from '../../shared/service-profiles/clocks';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { append, type HandlersOf, refuse, type SignedContext } from '../handler';
import { personById } from '../people';
import { profilesInUse, profileVersion, unrecorded } from '../service-profiles';
import { clocksOfFault } from './clocks';
import type { Fault } from './fault';
import { fold } from './folding-under';
import { calendarBookOf, profileOf } from './profile-of-fault';
import { faultById } from './read';
import { unfit } from './reporting';
import { eventOf, step, type StepFacts, stepFacts } from './step';

type Beside =
  | 'depart'
  | 'takeOver'
  | 'escalate'
  | 'answer'
  | 'lend'
  | 'takeBack'
  | 'feedBack'
  | 'analyse'
  | 'fileSheet'
  | 'consult'
  | 'guide'
  | 'move'
  | 'fold'
  | 'unfold'
  | 'relate'
  | 'takeAlarm'
  | 'explain';

/** What is said and done beside a fault's way from report to end. */
export const besideHandlers: Pick<HandlersOf<typeof contract>, Beside> = {
  depart: step('depart', eventOf(faultDeparted)),
  takeOver: step('takeOver', ({ id, tier, person }, facts, fault, context) => {
    const tiers = profileOf(context, fault)?.tiers ?? [];
    return tiers.some(({ code }) => code === tier)
      ? faultTakenOver(id, { ...facts, tier, person })
      : refuse('tierUnknown', { tier, known: tiers.map(({ code }) => code).join(',') });
  }),
  escalate: step('escalate', ({ id, tier, person, symptoms, history, files }, facts, fault, context) => {
    const tiers = profileOf(context, fault)?.tiers.map(({ code }) => code) ?? [];
    if (!tiers.includes(tier)) return refuse('tierUnknown', { tier, known: tiers.join(',') });
    if (tiers.indexOf(tier) <= tiers.indexOf(fault.tier ?? '')) return refuse('tierNotAbove', { tier, now: fault.tier ?? '' });
    return faultEscalated(id, { ...facts, tier, person, symptoms, history, files });
  }),
  answer: step('answer', ({ id, solution }, facts, { tier }) =>
    tier === undefined ? refuse('notEscalated') : faultAnswered(id, { ...facts, tier, solution }),
  ),
  lend: step('lend', ({ id, substitute }, facts, fault) =>
    fault.substitute ? refuse('alreadyLent', { name: fault.substitute.name }) : faultSubstituteLent(id, { ...facts, substitute }),
  ),
  takeBack: step('takeBack', ({ id }, facts, { substitute }) => (substitute ? faultSubstituteReturned(id, facts) : refuse('nothingLent'))),
  feedBack: step('feedBack', ({ id, to }, facts) => faultFedBack(id, { ...facts, to })),
  analyse: step('analyse', ({ id, analysis }, facts) => faultAnalysed(id, { ...facts, analysis })),
  fileSheet: step('fileSheet', eventOf(faultSheetFiled)),
  consult: step('consult', ({ id, participants, opinion, conclusion }, facts) =>
    faultConsulted(id, { ...facts, participants, opinion, conclusion }),
  ),
  guide: step('guide', ({ id, step: guideStep, done, note }, facts, fault, context) => {
    const profile = profileOf(context, fault);
    const known = profile?.classes.find(({ code }) => code === fault.class)?.guide ?? [];
    const line = known.find(({ code }) => code === guideStep);
    if (!line) return refuse('stepUnknown', { step: guideStep });
    // What the contract wants put down (symptom, scope, presumed cause) stands in the note.
    return (done && !line.records?.length) || note ? faultGuided(id, { ...facts, guideStep, done }) : refuse('noteNeeded');
  }),
  move: step('move', ({ id, profile: code, version, class: next, traits, reason }, facts, fault, context) => {
    const target = version === undefined ? inUse(context, code) : { version, profile: profileVersion(context, code, version) };
    if (!target?.profile) return refuse('profileNotInUse', { profile: code });
    if (fault.profile?.version === target.version) return refuse('sameProfile');
    const kept = { ...fitting(fault.traits, target.profile), ...traits };
    const grave = next ?? fault.class ?? '';
    const objection = unfit(target.profile, grave, kept);
    if (objection) return objection;
    const moved = faultMoved(id, { ...facts, profile: { code, version: target.version }, class: grave, traits: kept, reason });
    return [...unrecorded(context, target.version), moved];
  }),
  fold,
  unfold: step('unfold', ({ id, reason }, facts, { folded }) =>
    folded ? faultUnfolded(id, { ...facts, reason }) : refuse('notFoldedHere', { number: '' }),
  ),
  relate: ({ id, other, related, note }, context) => {
    const [one, two] = [faultById(context.raw, id), faultById(context.raw, other)];
    if (!one) return refuse('notFound');
    if (id === other) return refuse('mergeIntoItself');
    if (!two) return refuse('targetNotFound');
    const facts = stepFacts('relate', one, { note }, context);
    const back = stepFacts('relate', two, {}, context);
    if ('refusal' in facts) return facts;
    if ('refusal' in back) return back;
    return append([faultRelated(id, { ...facts, other, related }), faultRelated(other, { ...back, other: id, related })]);
  },
  takeAlarm: step('takeAlarm', ({ id, clock, round, level }, facts, fault, context) =>
    clockOf(fault, clock, round, context) ? faultAlarmTaken(id, { ...facts, clock, round, level }) : refuse('clockUnknown', { clock }),
  ),
  explain: step('explain', ({ id, clock, round, breachCause, reason }, facts, fault, context) => {
    const recorded = fault.timeline.some((moment) => moment.verb === 'breach' && moment.clock === clock && moment.round === round);
    const state = clockOf(fault, clock, round, context);
    if (!recorded && !(state && isOver(state, context.now))) return refuse('notOver', { clock });
    return faultBreachExplained(id, { ...facts, clock, round, breachCause, reason });
  }),
};

/** Somebody of a tier who acknowledges has taken the case over (the confirmation matrix of P4 asks for it). */
export function takenOverByAcknowledging(id: string, facts: StepFacts, fault: Fault, context: SignedContext): EventDraft[] {
  const { engineer } = fault;
  const profile = profileOf(context, fault);
  if (!engineer?.id || !profile) return [];
  const tier = tierOf(profile, personById(context.db, engineer.id));
  const ranks = profile.tiers.map(({ code }) => code);
  if (tier === undefined || ranks.indexOf(tier) <= ranks.indexOf(fault.tier ?? '')) return [];
  return [faultTakenOver(id, { ...facts, from: 'acknowledged', note: undefined, tier, person: engineer })];
}

function inUse(context: SignedContext, code: string) {
  return profilesInUse(context).find(({ profile }) => profile.code === code);
}

function clockOf(fault: Fault, clock: string, round: number, context: SignedContext) {
  const { clocks } = clocksOfFault(context, fault, calendarBookOf(context));
  return clocks.find((state) => state.clock === clock && state.round === round);
}

/** What a fault says of traits that the other profile asks for too. */
function fitting(traits: Readonly<Record<string, string>> = {}, profile: Pick<ServiceProfile, 'traits'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(traits).filter(([name, value]) =>
      profile.traits.some(({ code, options }) => code === name && options.some((option) => option.code === value)),
    ),
  );
}
