import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CommandContract } from '../../shared/contract';
import { faults } from '../../shared/faults/contract';
import { satisfactions, waitingReasons } from '../../shared/faults/intake';
import type { FaultRecord } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { useStartHere } from '../widgets/useStartHere';
import { ClassChoice } from './ClassChoice';
import { MergeTarget } from './MergeTarget';
import { PersonField } from '../people';
import { fieldsOf, firstDraft, inputOf, missingIn, type StepField } from './steps';

export interface StepFormProps {
  fault: FaultRecord;
  verb: FaultVerb;
  /** The keyboard goes to its first field, or to its button. */
  startHere: boolean;
  onDone?: () => void;
  /** Steps back to the proposed step. */
  onCancel?: () => void;
}

/** One step of a fault with just the fields it needs; Enter or Ctrl+Enter takes it. What is typed is kept as a draft. */
export function StepForm({ fault, verb, startHere, onDone, onCancel }: StepFormProps) {
  const t = useWords('faults');
  const shell = useShell();
  const command = useCommand(faults[verb] as CommandContract);
  const fieldError = useFieldErrors(command.refusal);
  const [empty] = useState(() => firstDraft(verb, fault));
  const { value: draft, change, discard } = useDraft(`faults.${verb}:${fault.id}`, empty);
  const [tried, setTried] = useState<readonly StepField[]>([]);
  const unconfirmed = verb === 'close' && fault.state !== 'confirmed';
  const fields = unconfirmed ? (['note'] as const) : (fieldsOf[verb] ?? []);
  const [more, setMore] = useState(false);
  const asksMore = more || draft.happenedAt !== null || (draft.note !== '' && !(fields as readonly StepField[]).includes('note'));
  const button = useStartHere<HTMLButtonElement>(startHere && fields.length === 0);

  const send = async (holds = true) => {
    const missing = missingIn(verb, draft, fault, holds);
    setTried(missing);
    if (missing.length > 0 || command.busy) return;
    const answer = await command.send(inputOf(verb, fault.id, draft, holds));
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: fault.number, verb: t(`verb.${verb}`) }));
    onDone?.();
  };
  const errorOf = (field: StepField, path: string = field) =>
    tried.includes(field) ? t(field === 'note' ? 'panel.asksNote' : 'common:rules.required') : fieldError(path);
  const first = (field: StepField) => startHere && fields[0] === field;

  const field = (name: StepField) => {
    switch (name) {
      case 'engineer':
      case 'reporter':
        return (
          <PersonField
            key={name}
            label={t(`fact.${name}`)}
            value={draft.person}
            onChange={(person) => change({ person })}
            required={name === 'engineer'}
            error={errorOf(name)}
            startHere={first(name)}
          />
        );
      case 'waitingFor':
        return (
          <ChoiceField
            key={name}
            label={t('fact.waitingFor')}
            value={draft.waitingFor}
            onChange={(waitingFor) => change({ waitingFor })}
            choices={waitingReasons.map((value) => ({ value, label: t(`waitingFor.${value}`) }))}
            placeholder={t('common:required')}
            required
            error={errorOf(name)}
          />
        );
      case 'satisfaction':
        return (
          <ChoiceField
            key={name}
            label={t('satisfaction.label')}
            value={draft.satisfaction}
            onChange={(satisfaction) => change({ satisfaction })}
            choices={satisfactions.map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
            placeholder={t('satisfaction.none')}
          />
        );
      case 'class':
        return (
          <ClassChoice key={name} value={draft.class || undefined} onChange={(grave) => change({ class: grave })} error={errorOf(name)} />
        );
      case 'into':
        return (
          <MergeTarget
            key={name}
            fault={fault}
            value={draft.into}
            onChange={(into) => change({ into })}
            error={errorOf(name)}
            startHere={first(name)}
          />
        );
      case 'parts':
        return (
          <TextField
            key={name}
            label={t('fact.parts')}
            value={draft.parts}
            onChange={(parts) => change({ parts })}
            maxLength={500}
            error={errorOf(name)}
          />
        );
      default:
        return (
          <TextAreaField
            key={name}
            label={t(`fact.${name}`)}
            value={draft[name]}
            onChange={(text) => change({ [name]: text })}
            maxLength={name === 'reason' ? 500 : 1_000}
            rows={2}
            required={isRequired(name)}
            error={errorOf(name)}
            startHere={first(name)}
          />
        );
    }
  };
  const isRequired = (name: StepField) =>
    name === 'reason' || name === 'remedy' || (name === 'cause' && verb === 'repair') || (name === 'note' && verb !== 'verify');

  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t(`verb.${verb}`)}
      actions={
        <>
          <Button ref={button} type="submit" loading={command.busy}>
            {t(verb === 'verify' ? 'panel.holds' : unconfirmed ? 'panel.unconfirmed' : `verb.${verb}`)}
          </Button>
          {verb === 'verify' && (
            <Button variant="default" loading={command.busy} onClick={() => void send(false)}>
              {t('panel.holdsNot')}
            </Button>
          )}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('common:back')}
            </Button>
          )}
          {!asksMore && verb !== 'note' && (
            <Button variant="subtle" onClick={() => setMore(true)}>
              {t('panel.details')}
            </Button>
          )}
        </>
      }
    >
      {fields.map(field)}
      {asksMore && (
        <>
          <TimeInput
            label={t('fact.happenedAt')}
            value={draft.happenedAt ?? undefined}
            onChange={(happenedAt) => change({ happenedAt: happenedAt ?? null })}
            error={fieldError('happenedAt')}
          />
          {!(fields as readonly StepField[]).includes('note') && field('note')}
        </>
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
