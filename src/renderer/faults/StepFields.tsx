import type { ReactNode } from 'react';
import { priorities, satisfactions, waitingReasons } from '../../shared/faults/intake';
import type { Proposal } from '../../shared/faults/proposals';
import type { FaultRecord } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
import { AttachmentField } from '../attachments';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, typedOf } from '../people';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { DispatchProposals } from './DispatchProposals';
import { MergeTarget } from './MergeTarget';
import { PeopleField } from './PeopleField';
import { RemainingField } from './RemainingField';
import { type StepDraft, type StepField, tiersAbove } from './steps';
import type { NamedProfile } from './useProfile';

export interface StepFieldsProps {
  verb: FaultVerb;
  fault: FaultRecord;
  named: NamedProfile;
  fields: readonly StepField[];
  draft: StepDraft;
  change: (fields: Partial<StepDraft>) => void;
  errorOf: (field: StepField) => string | undefined;
  /** The keyboard goes to the first of them. */
  startHere: boolean;
  proposals: readonly Proposal[];
}

/** One line, and how long it may be. */
const lines: Partial<Record<StepField, number>> = { parts: 500, substituteName: 120, serial: 60 };
/** Running text: rows at first, and how long it may be. */
const texts: Partial<Record<StepField, readonly [rows: number, most: number]>> = {
  symptoms: [2, 2_000],
  history: [4, 2_000],
  solution: [3, 2_000],
  course: [3, 2_000],
  analysisCause: [2, 2_000],
  measures: [2, 2_000],
  prevention: [2, 2_000],
  opinion: [3, 2_000],
  conclusion: [2, 2_000],
  reason: [2, 500],
};
const ownWord = [
  'symptoms',
  'history',
  'solution',
  'substituteName',
  'serial',
  'course',
  'analysisCause',
  'measures',
  'prevention',
  'opinion',
  'conclusion',
] as const;
type OwnWord = (typeof ownWord)[number];
const optional: readonly StepField[] = ['parts', 'serial', 'prevention', 'conclusion'];

/** The fields of a step, each as it is asked for everywhere. */
export function StepFields(props: StepFieldsProps) {
  return props.fields.map((field, at) => <Field key={field} {...props} field={field} startHere={props.startHere && at === 0} />);
}

function Field({ field, verb, fault, named, draft, change, errorOf, startHere, proposals }: StepFieldsProps & { field: StepField }) {
  const t = useWords('faults');
  const error = errorOf(field);
  switch (field) {
    case 'engineer': {
      const proposed = proposals.some(({ person }) => person.id === draft.person.id);
      return (
        <>
          {proposals.length > 0 && (
            <DispatchProposals
              proposals={proposals}
              named={named}
              value={draft.person.id || undefined}
              onChange={({ person }) => change({ person: typedOf(person) })}
              startHere={startHere}
            />
          )}
          <PersonField
            label={proposals.length > 0 ? t('proposal.others') : t('fact.engineer')}
            value={proposed ? nobody : draft.person}
            onChange={(person) => change({ person })}
            required={proposals.length === 0}
            error={error}
            startHere={startHere && proposals.length === 0}
          />
        </>
      );
    }
    case 'reporter':
    case 'to':
    case 'taker':
      return (
        <PersonField
          label={t(field === 'reporter' ? 'fact.reporter' : field === 'to' ? 'step.to' : 'step.person')}
          value={draft.person}
          onChange={(person) => change({ person })}
          required={field === 'to' || verb === 'takeOver'}
          error={error}
          startHere={startHere}
        />
      );
    case 'waitingFor':
      return (
        <ChoiceField
          label={t('fact.waitingFor')}
          value={draft.waitingFor}
          onChange={(waitingFor) => change({ waitingFor })}
          choices={waitingReasons.map((value) => ({ value, label: t(`waitingFor.${value}`) }))}
          placeholder={t('common:required')}
          required
          error={error}
        />
      );
    case 'satisfaction':
      return (
        <ChoiceField
          label={t('satisfaction.label')}
          value={draft.satisfaction}
          onChange={(satisfaction) => change({ satisfaction })}
          choices={satisfactions.map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
          placeholder={t('satisfaction.none')}
        />
      );
    case 'profile': {
      const own = fault.profileVersion?.version;
      return (
        <ChoiceField
          label={t('step.profile')}
          value={draft.profile}
          onChange={(profile) => change({ profile, class: '', traits: {} })}
          choices={named.inUse
            .filter(({ version }) => version !== own)
            .map(({ profile }) => ({
              value: profile.code,
              label: profile.code === fault.profile ? t('step.newer', { name: named.say(profile.name) }) : named.say(profile.name),
            }))}
          placeholder={t('common:required')}
          required
          error={error}
        />
      );
    }
    case 'class':
    case 'traits':
      return <ClassFields field={field} {...{ verb, named, draft, change, error }} />;
    case 'priority':
      return (
        <ChoiceField
          label={t('step.priority')}
          value={draft.priority}
          onChange={(priority) => change({ priority })}
          choices={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          placeholder={t('priority.none')}
        />
      );
    case 'tier':
      return (
        <ChoiceField
          label={t('step.tier')}
          hint={verb === 'escalate' ? t('step.escalateHint') : undefined}
          value={draft.tier}
          onChange={(tier) => change({ tier })}
          choices={(verb === 'escalate' ? tiersAbove(named.profile, fault.tier) : (named.profile?.tiers ?? [])).map(({ code, name }) => ({
            value: code,
            label: named.say(name),
          }))}
          placeholder={t('common:required')}
          required
          error={error}
        />
      );
    case 'into':
      return (
        <MergeTarget
          fault={fault}
          label={t(verb === 'fold' ? 'step.under' : verb === 'relate' ? 'step.other' : 'fact.target')}
          open={verb !== 'relate'}
          value={draft.into}
          onChange={(into) => change({ into })}
          error={error}
          startHere={startHere}
        />
      );
    case 'participants':
      return (
        <PeopleField
          label={t('step.participants')}
          value={draft.participants}
          onChange={(participants) => change({ participants })}
          error={error}
          startHere={startHere}
        />
      );
    case 'files':
      return <AttachmentField value={draft.files} onChange={(files) => change({ files })} />;
    case 'remaining':
      return <RemainingField folded={fault.folded} value={draft.remaining} onChange={(remaining) => change({ remaining })} />;
    default:
      return <TextOf {...{ field, verb, draft, change, error, startHere }} />;
  }
}

type TextFieldName = Exclude<
  StepField,
  | 'engineer'
  | 'reporter'
  | 'to'
  | 'taker'
  | 'waitingFor'
  | 'satisfaction'
  | 'profile'
  | 'class'
  | 'traits'
  | 'priority'
  | 'tier'
  | 'into'
  | 'participants'
  | 'files'
  | 'remaining'
>;

function TextOf({
  field,
  verb,
  draft,
  change,
  error,
  startHere,
}: Pick<StepFieldsProps, 'verb' | 'draft' | 'change' | 'startHere'> & { field: TextFieldName; error: ReactNode }) {
  const t = useWords('faults');
  const isOwn = (name: TextFieldName): name is OwnWord & TextFieldName => (ownWord as readonly string[]).includes(name);
  const label = isOwn(field) ? t(`step.${field}`) : t(`fact.${field as 'cause' | 'remedy' | 'parts' | 'reason' | 'note'}`);
  const line = lines[field];
  const [rows, most] = texts[field] ?? [2, 1_000];
  const required =
    !optional.includes(field) && !(field === 'cause' && verb !== 'repair') && !(field === 'note' && verb !== 'note' && verb !== 'close');
  const common = { label, value: draft[field], onChange: (text: string) => change({ [field]: text }), required, error, startHere };
  return line === undefined ? <TextAreaField {...common} rows={rows} maxLength={most} /> : <TextField {...common} maxLength={line} />;
}

/** The class, or what else the profile asks for, of the profile the step is about. */
function ClassFields({
  field,
  verb,
  named,
  draft,
  change,
  error,
}: Pick<StepFieldsProps, 'verb' | 'named' | 'draft' | 'change'> & { field: 'class' | 'traits'; error: ReactNode }) {
  const t = useWords('faults');
  const profile = verb === 'move' ? named.inUse.find((one) => one.profile.code === draft.profile)?.profile : named.profile;
  if (!profile) return null;
  if (field === 'class') {
    return (
      <ChoiceField
        label={t('step.class')}
        hint={named.say(profile.classes.find(({ code }) => code === draft.class)?.help)}
        value={draft.class}
        onChange={(grave) => change({ class: grave })}
        choices={profile.classes.map(({ code, name }) => ({ value: code, label: named.say(name) }))}
        placeholder={t('common:required')}
        required
        error={error}
      />
    );
  }
  return profile.traits.map((trait) => {
    const value = draft.traits[trait.code] ?? trait.usual;
    return (
      <ChoiceField
        key={trait.code}
        label={named.say(trait.name)}
        hint={named.say(trait.options.find(({ code }) => code === value)?.help)}
        value={value}
        onChange={(option) => change({ traits: { ...draft.traits, [trait.code]: option } })}
        choices={trait.options.map(({ code, name }) => ({ value: code, label: named.say(name) }))}
      />
    );
  });
}
