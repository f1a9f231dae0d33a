import type { Attachment } from '../../shared/attachments/contract';
import type { FaultClass, Priority, satisfactions, WaitingReason } from '../../shared/faults/intake';
import type { FaultRecord } from '../../shared/faults/record';
import { type FaultVerb, isFinal, isPossible, nextStep, stepsFrom } from '../../shared/faults/states';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { nobody, referenceOf, type TypedPerson, typedOf } from '../people';

/** What is typed for a step; each step uses some of it. */
export interface StepDraft {
  person: TypedPerson;
  happenedAt: number | null;
  note: string;
  cause: string;
  remedy: string;
  parts: string;
  reason: string;
  waitingFor: WaitingReason | '';
  satisfaction: (typeof satisfactions)[number] | '';
  class: FaultClass;
  priority: Priority | '';
  traits: Record<string, string>;
  /** Code of a profile. */
  profile: string;
  into: { id: string; number: string; text: string };
  tier: string;
  symptoms: string;
  history: string;
  files: Attachment[];
  solution: string;
  substituteName: string;
  serial: string;
  course: string;
  analysisCause: string;
  measures: string;
  prevention: string;
  participants: TypedPerson[];
  opinion: string;
  conclusion: string;
  /** Ids of what is folded under it and still there. */
  remaining: string[];
}

export const emptyStep: StepDraft = {
  person: nobody,
  happenedAt: null,
  note: '',
  cause: '',
  remedy: '',
  parts: '',
  reason: '',
  waitingFor: '',
  satisfaction: '',
  class: '',
  priority: '',
  traits: {},
  profile: '',
  into: { id: '', number: '', text: '' },
  tier: '',
  symptoms: '',
  history: '',
  files: [],
  solution: '',
  substituteName: '',
  serial: '',
  course: '',
  analysisCause: '',
  measures: '',
  prevention: '',
  participants: [],
  opinion: '',
  conclusion: '',
  remaining: [],
};

/** `engineer`, `reporter`, `to` and `taker` are one typed person each. */
export type StepField = Exclude<keyof StepDraft, 'person' | 'happenedAt'> | 'engineer' | 'reporter' | 'to' | 'taker';

/** Fields each step asks for at once; time and note can be added to most. */
const fieldsOf: Partial<Record<FaultVerb, readonly StepField[]>> = {
  dispatch: ['engineer'],
  diagnose: ['cause'],
  wait: ['waitingFor'],
  repair: ['cause', 'remedy', 'parts'],
  verify: ['note'],
  confirm: ['reporter', 'satisfaction'],
  reopen: ['reason'],
  merge: ['into'],
  fold: ['into'],
  relate: ['into'],
  unfold: ['reason'],
  cancel: ['reason'],
  reclassify: ['class', 'priority', 'traits', 'reason'],
  move: ['profile', 'class', 'traits', 'reason'],
  takeOver: ['tier', 'taker'],
  escalate: ['tier', 'taker', 'symptoms', 'history', 'files'],
  answer: ['solution'],
  lend: ['substituteName', 'serial'],
  feedBack: ['to'],
  analyse: ['course', 'analysisCause', 'measures', 'prevention'],
  consult: ['participants', 'opinion', 'conclusion'],
  note: ['note'],
};

/** What a step asks for, given the fault. */
export function fieldsFor(verb: FaultVerb, fault: FaultRecord): readonly StepField[] {
  if (verb === 'close') return fault.state === 'confirmed' ? [] : ['note'];
  if (verb === 'repair' && fault.folded.length > 0) return ['cause', 'remedy', 'parts', 'remaining'];
  return fieldsOf[verb] ?? [];
}

/** Steps that say nothing of when they happened. */
export const timeless: readonly FaultVerb[] = ['note', 'fold', 'relate'];

const filled = (text: string) => text.trim() !== '';

/** Fields that must be filled before the step is sent; the station looks again. */
export function missingIn(verb: FaultVerb, draft: StepDraft, fault: FaultRecord, holds: boolean): StepField[] {
  const missing: StepField[] = [];
  const need = (field: StepField, there: boolean) => {
    if (!there) missing.push(field);
  };
  const needText = (
    ...fields: readonly (
      | 'reason'
      | 'note'
      | 'remedy'
      | 'symptoms'
      | 'history'
      | 'solution'
      | 'course'
      | 'analysisCause'
      | 'measures'
      | 'opinion'
      | 'substituteName'
    )[]
  ) => {
    for (const field of fields) need(field, filled(draft[field]));
  };
  switch (verb) {
    case 'dispatch':
      need('engineer', filled(draft.person.name));
      break;
    case 'wait':
      need('waitingFor', draft.waitingFor !== '');
      break;
    case 'repair':
      need('cause', filled(draft.cause) || Boolean(fault.cause));
      needText('remedy');
      break;
    case 'verify':
      need('note', holds || filled(draft.note));
      break;
    case 'close':
      need('note', fault.state === 'confirmed' || filled(draft.note));
      break;
    case 'reopen':
    case 'cancel':
    case 'unfold':
      needText('reason');
      break;
    case 'reclassify':
      need('class', draft.class !== '');
      needText('reason');
      break;
    case 'move':
      need('profile', draft.profile !== '');
      need('class', draft.class !== '');
      needText('reason');
      break;
    case 'merge':
    case 'fold':
    case 'relate':
      need('into', draft.into.id !== '');
      break;
    case 'takeOver':
      need('tier', draft.tier !== '');
      need('taker', filled(draft.person.name));
      break;
    case 'escalate':
      need('tier', draft.tier !== '');
      needText('symptoms', 'history');
      break;
    case 'answer':
      needText('solution');
      break;
    case 'lend':
      needText('substituteName');
      break;
    case 'feedBack':
      need('to', filled(draft.person.name));
      break;
    case 'analyse':
      needText('course', 'analysisCause', 'measures');
      break;
    case 'consult':
      need('participants', draft.participants.length > 0);
      needText('opinion');
      break;
    case 'note':
      needText('note');
      break;
    default:
  }
  return missing;
}

/** What is sent to the station for a step. */
export function inputOf(
  verb: FaultVerb,
  fault: Pick<FaultRecord, 'id' | 'class' | 'priority' | 'traits'>,
  draft: StepDraft,
  holds: boolean,
): Record<string, unknown> {
  const { person, happenedAt, note, cause, remedy, parts, reason, waitingFor, satisfaction, into, tier } = draft;
  const { id } = fault;
  const said = note.trim() || undefined;
  if (verb === 'fold') return { faults: [id], under: into.id, note: said };
  if (verb === 'relate') return { id, other: into.id, note: said };
  const own: Partial<Record<FaultVerb, Record<string, unknown>>> = {
    dispatch: { engineer: referenceOf(person) },
    diagnose: { cause: cause.trim() || undefined },
    wait: { waitingFor },
    repair: { cause: cause.trim() || undefined, remedy, parts: parts.trim() || undefined, remaining: draft.remaining },
    verify: { holds },
    confirm: { reporter: referenceOf(person), satisfaction: satisfaction || undefined },
    reopen: { reason },
    unfold: { reason },
    merge: { into: into.id },
    cancel: { reason },
    reclassify: {
      class: draft.class,
      priority: draft.priority === '' || draft.priority === fault.priority ? undefined : draft.priority,
      traits: Object.keys(draft.traits).length > 0 ? draft.traits : undefined,
      reason,
    },
    move: { profile: draft.profile, class: draft.class, traits: draft.traits, reason },
    takeOver: { tier, person: referenceOf(person) },
    escalate: { tier, person: referenceOf(person), symptoms: draft.symptoms, history: draft.history, files: draft.files },
    answer: { solution: draft.solution },
    lend: { substitute: { name: draft.substituteName.trim(), serial: draft.serial.trim() } },
    feedBack: { to: referenceOf(person) },
    analyse: {
      analysis: { course: draft.course, cause: draft.analysisCause, measures: draft.measures, prevention: draft.prevention },
    },
    consult: {
      participants: draft.participants.flatMap((one) => referenceOf(one) ?? []),
      opinion: draft.opinion,
      conclusion: draft.conclusion,
    },
  };
  return { id, happenedAt: happenedAt ?? undefined, note: said, ...own[verb] };
}

/** Tiers above the one the case stands at. */
export function tiersAbove(profile: Pick<ServiceProfile, 'tiers'> | undefined, tier: string | undefined): ServiceProfile['tiers'] {
  const tiers = profile?.tiers ?? [];
  return tiers.slice(tiers.findIndex(({ code }) => code === tier) + 1);
}

/** What a step's form begins with: what is known already. `history` is the course of the fault so far, in words. */
export function firstDraft(verb: FaultVerb, fault: FaultRecord, profile: ServiceProfile | undefined, history: string): StepDraft {
  const person: Partial<Record<FaultVerb, FaultRecord['sentTo']>> = {
    dispatch: fault.formerlySentTo,
    confirm: fault.intake?.reporter,
    feedBack: fault.intake?.reporter,
    takeOver: fault.sentTo,
  };
  const first: StepDraft = { ...emptyStep, person: typedOf(person[verb]) };
  if (verb === 'repair' || verb === 'diagnose') return { ...first, cause: fault.cause ?? '' };
  if (verb === 'reclassify') return { ...first, class: fault.class, priority: fault.priority ?? '', traits: fault.traits };
  if (verb === 'takeOver') return { ...first, tier: fault.tier ?? profile?.tiers[0]?.code ?? '' };
  if (verb === 'escalate') {
    const above = tiersAbove(profile, fault.tier);
    // Whoever is sent belongs to the lowest tier, so the first to go up to is the one above it.
    const next = fault.tier === undefined ? (above[1] ?? above[0]) : above[0];
    const { symptom = '', scope = '', tried = '' } = fault.intake ?? {};
    return { ...first, tier: next?.code ?? '', symptoms: [symptom, scope, tried].filter(filled).join('\n').slice(0, 2_000), history };
  }
  if (verb === 'analyse') {
    const { analysis } = fault;
    if (analysis)
      return {
        ...first,
        course: analysis.course,
        analysisCause: analysis.cause,
        measures: analysis.measures,
        prevention: analysis.prevention,
      };
    return { ...first, course: history, analysisCause: fault.cause ?? '', measures: fault.remedy ?? '' };
  }
  return first;
}

/** Steps that change what a fault is rather than lead it on: they stand under «more». */
const aside: readonly FaultVerb[] = ['merge', 'cancel', 'reclassify'];

/** The other steps on the way that are possible now, as buttons. */
export function otherSteps(state: FaultRecord['state']): FaultVerb[] {
  const next = nextStep(state);
  return [...stepsFrom(state).filter((verb) => verb !== next && !aside.includes(verb)), 'note'];
}

/** What may be done beside the way, as far as it makes sense now. */
export function furtherSteps(fault: FaultRecord, profile: ServiceProfile | undefined, movable: boolean): FaultVerb[] {
  const { state, tier, substitute, folded, causedBy } = fault;
  const open = !isFinal(state);
  const tiers = profile?.tiers ?? [];
  const repairedOnce = ['diagnosed', 'waiting', 'repaired', 'verified', 'confirmed', 'closed'].includes(state);
  const sense: Partial<Record<FaultVerb, boolean>> = {
    reclassify: true,
    takeOver: tiers.length > 0,
    escalate: tiersAbove(profile, tier).length > 0,
    answer: tier !== undefined,
    lend: substitute === undefined,
    takeBack: substitute !== undefined,
    feedBack: repairedOnce,
    analyse: true,
    fileSheet: true,
    consult: true,
    fold: folded.length === 0,
    unfold: causedBy !== undefined,
    merge: true,
    relate: true,
    move: open && movable,
    cancel: true,
  };
  return (Object.keys(sense) as FaultVerb[]).filter((verb) => sense[verb] && isPossible(verb, state));
}
