import type { FaultClass, satisfactions, WaitingReason } from '../../shared/faults/intake';
import type { FaultRecord } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
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
  into: { id: string; number: string; text: string };
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
  into: { id: '', number: '', text: '' },
};

export type StepField =
  | 'engineer'
  | 'reporter'
  | 'cause'
  | 'remedy'
  | 'parts'
  | 'reason'
  | 'waitingFor'
  | 'satisfaction'
  | 'class'
  | 'into'
  | 'note';

/** Fields each step asks for at once; time and note can be added to any. */
export const fieldsOf: Partial<Record<FaultVerb, readonly StepField[]>> = {
  accept: [],
  dispatch: ['engineer'],
  acknowledge: [],
  arrive: [],
  diagnose: ['cause'],
  wait: ['waitingFor'],
  resume: [],
  repair: ['cause', 'remedy', 'parts'],
  verify: ['note'],
  confirm: ['reporter', 'satisfaction'],
  close: [],
  reopen: ['reason'],
  merge: ['into'],
  cancel: ['reason'],
  reclassify: ['class', 'reason'],
  note: ['note'],
  settle: [],
};

/** Fields that must be filled before the step is sent; the station looks again. */
export function missingIn(verb: FaultVerb, draft: StepDraft, fault: FaultRecord, holds: boolean): StepField[] {
  const missing: StepField[] = [];
  const need = (field: StepField, filled: boolean) => {
    if (!filled) missing.push(field);
  };
  if (verb === 'dispatch') need('engineer', draft.person.name.trim() !== '');
  if (verb === 'wait') need('waitingFor', draft.waitingFor !== '');
  if (verb === 'repair') {
    need('cause', draft.cause.trim() !== '' || Boolean(fault.cause));
    need('remedy', draft.remedy.trim() !== '');
  }
  if (verb === 'verify') need('note', holds || draft.note.trim() !== '');
  if (verb === 'close') need('note', fault.state === 'confirmed' || draft.note.trim() !== '');
  if (verb === 'reopen' || verb === 'cancel' || verb === 'reclassify') need('reason', draft.reason.trim() !== '');
  if (verb === 'reclassify') need('class', draft.class !== '' && draft.class !== fault.class);
  if (verb === 'merge') need('into', draft.into.id !== '');
  if (verb === 'note') need('note', draft.note.trim() !== '');
  return missing;
}

/** What is sent to the station for a step. */
export function inputOf(verb: FaultVerb, id: string, draft: StepDraft, holds: boolean): Record<string, unknown> {
  const { person, happenedAt, note, cause, remedy, parts, reason, waitingFor, satisfaction, into } = draft;
  const common = { id, happenedAt: happenedAt ?? undefined, note: note.trim() || undefined };
  const own: Partial<Record<FaultVerb, Record<string, unknown>>> = {
    dispatch: { engineer: referenceOf(person) },
    diagnose: { cause: cause.trim() || undefined },
    wait: { waitingFor },
    repair: { cause: cause.trim() || undefined, remedy, parts: parts.trim() || undefined },
    verify: { holds },
    confirm: { reporter: referenceOf(person), satisfaction: satisfaction || undefined },
    reopen: { reason },
    merge: { into: into.id },
    cancel: { reason },
    reclassify: { class: draft.class, reason },
  };
  return { ...common, ...own[verb] };
}

/** What a step's form begins with: what is known already. */
export function firstDraft(verb: FaultVerb, fault: FaultRecord): StepDraft {
  const known = verb === 'dispatch' ? fault.formerlySentTo : verb === 'confirm' ? fault.intake?.reporter : undefined;
  return {
    ...emptyStep,
    person: typedOf(known),
    cause: verb === 'repair' || verb === 'diagnose' ? (fault.cause ?? '') : '',
    class: verb === 'reclassify' ? fault.class : '',
  };
}
