import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { accounts } from '../../shared/accounts/contract';
import { useWords } from '../i18n/useWords';
import { Doorway } from '../shell';
import { useCommand, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { PasswordField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { DoorTitle } from './DoorTitle';
import styles from './DoorTitle.module.css';

/** The locked desk: only its holder opens it again, or makes room for another. */
export function LockScreen({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const t = useWords('accounts');
  const officer = useOfficer();
  const unlock = useCommand(accounts.unlock);
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const submit = async () => {
    if (password === '') return;
    const answer = await unlock.send({ password });
    if (answer.ok) {
      onDone();
      return;
    }
    setPassword('');
    field.current?.focus();
  };

  return (
    <Doorway>
      <DoorTitle title={t('locked.title')}>
        <span className={styles.holder}>{t('locked.holder', { name: officer.name, login: officer.login })}</span>
        <br />
        {t('locked.now')}
      </DoorTitle>
      <Form
        onSubmit={() => void submit()}
        busy={unlock.busy}
        label={t('locked.title')}
        actions={
          <>
            <Button type="submit" size="md" loading={unlock.busy} flex={1}>
              {t('locked.submit')}
            </Button>
            <Button size="md" variant="default" onClick={onLeave} title={t('locked.changeHint')}>
              {t('locked.change')}
            </Button>
          </>
        }
      >
        <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} maxLength={200} startHere ref={field} />
        <RefusalNote refusal={unlock.refusal} />
      </Form>
    </Doorway>
  );
}
