import { Button } from '@mantine/core';
import { useState } from 'react';
import { attendance } from '../../shared/attendance/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { namedPerson } from './named-person';

const empty = { name: '', unit: '', phone: '', purpose: '', visits: '', badge: '' };
const longest: Record<keyof typeof empty, number> = { name: 40, unit: 80, phone: 40, purpose: 400, visits: 40, badge: 24 };
const needed: readonly (keyof typeof empty)[] = ['name', 'purpose'];

/** Who comes into the duty room, from where, why, to whom. */
export function VisitorForm({ onDone }: { onDone: () => void }) {
  const t = useWords('attendance');
  const shell = useShell();
  const command = useCommand(attendance.visitorArrived);
  const fieldError = useFieldErrors(command.refusal);
  const { value: draft, change, discard } = useDraft('attendance.visitor', empty);
  const [tried, setTried] = useState(false);

  const send = async () => {
    setTried(true);
    if (needed.some((field) => draft[field].trim() === '') || command.busy) return;
    const { visits, ...facts } = draft;
    const whom = namedPerson(visits, []);
    const answer = await command.send({ ...facts, ...(whom ? { visits: whom } : {}) });
    if (!answer.ok) return;
    discard();
    shell.say(t('visitors.done', { name: draft.name }));
    onDone();
  };

  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('visitors.arrive')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('visitors.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      {(Object.keys(empty) as (keyof typeof empty)[]).map((field) => (
        <TextField
          key={field}
          label={t(`visitors.${field}`)}
          value={draft[field]}
          onChange={(text) => change({ [field]: text })}
          maxLength={longest[field]}
          required={needed.includes(field)}
          startHere={field === 'name'}
          error={tried && needed.includes(field) && draft[field].trim() === '' ? t('common:rules.required') : fieldError(field)}
        />
      ))}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
