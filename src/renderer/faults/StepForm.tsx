import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CommandContract } from '../../shared/contract';
import { faults } from '../../shared/faults/contract';
import type { FaultRecord } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { typedOf } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation, useZone } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { useStartHere } from '../widgets/useStartHere';
import { historyOf } from './moment-words';
import { StepFields } from './StepFields';
import { fieldsFor, firstDraft, inputOf, missingIn, type StepField, timeless } from './steps';
import type { NamedProfile } from './useProfile';

export interface StepFormProps {
  fault: FaultRecord;
  named: NamedProfile;
  verb: FaultVerb;
  /** The keyboard goes to its first field, or to its button. */
  startHere: boolean;
  onDone?: () => void;
  /** Steps back to the proposed step. */
  onCancel?: () => void;
}

/** What the station calls a field, where the form has another name for it. */
const paths: Partial<Record<StepField, string>> = {
  to: 'to',
  taker: 'person',
  into: 'into',
  analysisCause: 'analysis.cause',
  course: 'analysis.course',
  measures: 'analysis.measures',
  prevention: 'analysis.prevention',
  substituteName: 'substitute.name',
  serial: 'substitute.serial',
};

/** One step of a fault with just the fields it needs; Enter or Ctrl+Enter takes it. What is typed is kept as a draft. */
export function StepForm({ fault, named, verb, startHere, onDone, onCancel }: StepFormProps) {
  const t = useWords('faults');
  const zone = useZone();
  const shell = useShell();
  const command = useCommand(faults[verb] as CommandContract);
  const fieldError = useFieldErrors(command.refusal);
  const [empty] = useState(() => firstDraft(verb, fault, named.profile, historyOf(t, fault.timeline, named, zone)));
  const { value: typed, change, discard } = useDraft(`faults.${verb}:${fault.id}`, empty);
  const proposed = useStation(faults.proposals, { id: fault.id }, { enabled: verb === 'dispatch' });
  const proposals = proposed.data ?? [];
  // The best is chosen until the officer says otherwise: Enter alone sends.
  const best = verb === 'dispatch' && typed.person.name === '' ? proposals[0] : undefined;
  const draft = best ? { ...typed, person: typedOf(best.person) } : typed;
  const [tried, setTried] = useState<readonly StepField[]>([]);
  const unconfirmed = verb === 'close' && fault.state !== 'confirmed';
  const fields = fieldsFor(verb, fault);
  const [more, setMore] = useState(false);
  const dated = !timeless.includes(verb);
  const asksMore = dated && (more || draft.happenedAt !== null || (draft.note !== '' && !fields.includes('note')));
  const button = useStartHere<HTMLButtonElement>(startHere && fields.length === 0);

  const send = async (holds = true) => {
    const missing = missingIn(verb, draft, fault, holds);
    setTried(missing);
    if (missing.length > 0 || command.busy) return;
    const answer = await command.send(inputOf(verb, fault, draft, holds));
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: fault.number, verb: t(`verb.${verb}`) }));
    onDone?.();
  };
  const errorOf = (field: StepField) =>
    tried.includes(field) ? t(field === 'note' ? 'panel.asksNote' : 'common:rules.required') : fieldError(paths[field] ?? field);
  const given = { verb, fault, named, draft, change, errorOf, proposals };

  // Until the people proposed are known the form would take the keyboard to the wrong field.
  if (verb === 'dispatch' && proposed.waiting) return null;
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      held
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
          {dated && !asksMore && (
            <Button variant="subtle" onClick={() => setMore(true)}>
              {t('panel.details')}
            </Button>
          )}
        </>
      }
    >
      <StepFields {...given} fields={fields} startHere={startHere} />
      {asksMore && (
        <>
          <TimeInput
            label={t('fact.happenedAt')}
            value={draft.happenedAt ?? undefined}
            onChange={(at) => change({ happenedAt: at ?? null })}
            error={fieldError('happenedAt')}
          />
          {!fields.includes('note') && <StepFields {...given} fields={['note']} startHere={false} />}
        </>
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
