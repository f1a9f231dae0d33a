import { Button } from '@mantine/core';
import { useState } from 'react';
import { people, type PersonDetails } from '../../shared/people/contract';
import { calendarDateOf } from '../../shared/people/dates';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useZone } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './PersonPanel.module.css';

/** A person leaves the unit, or comes back. */
export function LeaveForm({ person, onDone }: { person: PersonDetails; onDone: () => void }) {
  const t = useWords('people');
  const shell = useShell();
  const zone = useZone();
  const leave = useCommand(people.leave);
  const comeBack = useCommand(people.comeBack);
  const back = person.left !== undefined;
  const command = back ? comeBack : leave;
  const [date, setDate] = useState(() => dateIn(zone, now()));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const submit = async () => {
    setTried(true);
    const day = calendarDateOf(date);
    if (day === undefined || (!back && reason.trim() === '')) return;
    if (back) {
      const answer = await comeBack.send({ id: person.id, date: day });
      if (!answer.ok) return;
      shell.say(t('leave.backDone', { name: person.name }));
    } else {
      const answer = await leave.send({ id: person.id, date: day, reason });
      if (!answer.ok) return;
      shell.say(t(answer.value.accountOpen ? 'leave.doneAccount' : 'leave.done', { name: person.name }));
    }
    onDone();
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t(back ? 'one.comeBack' : 'leave.title')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t(back ? 'leave.backConfirm' : 'leave.confirm')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <div>
        <strong>{t(back ? 'one.comeBack' : 'leave.title')}</strong>
        {!back && <div className={styles.hint}>{t('leave.now')}</div>}
      </div>
      <TextField
        label={t(back ? 'leave.backDate' : 'leave.date')}
        value={date}
        onChange={setDate}
        maxLength={20}
        required
        width="12rem"
        error={tried && calendarDateOf(date) === undefined ? t('form.dateInvalid') : undefined}
      />
      {!back && (
        <TextField
          label={t('leave.reason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          required
          startHere
          error={tried && reason.trim() === '' ? t('common:rules.required') : undefined}
        />
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
