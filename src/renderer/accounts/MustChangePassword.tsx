import { Button } from '@mantine/core';
import { useState } from 'react';
import { accounts } from '../../shared/accounts/contract';
import { unit } from '../../shared/unit/contract';
import { useWords } from '../i18n/useWords';
import { Doorway } from '../shell';
import { useCommand, useOfficer, useStation } from '../station';
import { Form } from '../widgets/Form';
import { PasswordField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { DoorTitle } from './DoorTitle';
import { NewPasswordFields, newPasswordFits } from './NewPasswordFields';

/** A password somebody else has set opens nothing but this door. */
export function MustChangePassword({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const t = useWords('accounts');
  const officer = useOfficer();
  const rules = useStation(unit.settings, {}).data?.passwordRules;
  const change = useCommand(accounts.changeOwnPassword);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);

  const submit = async () => {
    setTried(true);
    if (current === '' || !newPasswordFits(next, officer.login, rules)) return;
    const answer = await change.send({ current, next: next.password });
    if (answer.ok) onDone();
  };

  return (
    <Doorway>
      <DoorTitle title={t('mustChange.title')}>{t('mustChange.now')}</DoorTitle>
      <Form
        onSubmit={() => void submit()}
        busy={change.busy}
        label={t('mustChange.title')}
        actions={
          <>
            <Button type="submit" size="md" loading={change.busy} flex={1}>
              {t('mustChange.submit')}
            </Button>
            <Button size="md" variant="default" onClick={onLeave}>
              {t('mustChange.leave')}
            </Button>
          </>
        }
      >
        <PasswordField
          label={t('mustChange.current')}
          value={current}
          onChange={setCurrent}
          maxLength={200}
          startHere
          required
          error={tried && current === '' ? t('common:rules.required') : undefined}
        />
        <NewPasswordFields
          value={next}
          onChange={setNext}
          login={officer.login}
          rules={rules}
          label={t('mustChange.next')}
          againLabel={t('mustChange.again')}
          tried={tried}
          error={next.password !== '' && next.password === current ? t('refusals.passwordUnchanged') : undefined}
        />
        <RefusalNote refusal={change.refusal} />
      </Form>
    </Doorway>
  );
}
