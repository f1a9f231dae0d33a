import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { door } from '../../shared/door';
import { useWords } from '../i18n/useWords';
import { Doorway } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { PasswordField, TextField } from '../widgets/TextField';
import { RefusalNote } from '../widgets/RefusalNote';
import { DoorTitle } from './DoorTitle';

/** Sign in; also what a change of officer leads to. */
export function SignIn({ onDone, after }: { onDone: () => void; after?: 'changed' | 'founded' | undefined }) {
  const t = useWords('accounts');
  const signIn = useCommand(door.signIn);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  const submit = async () => {
    // Enter after the login leads on to the password; nobody is told off for that.
    if (login.trim() !== '' && password === '' && document.activeElement !== passwordField.current) {
      passwordField.current?.focus();
      return;
    }
    setTried(true);
    if (login.trim() === '' || password === '') return;
    const answer = await signIn.send({ login, password });
    if (answer.ok) {
      onDone();
      return;
    }
    setTried(false);
    setPassword('');
    passwordField.current?.focus();
  };

  return (
    <Doorway>
      <DoorTitle title={t('signIn.title')}>{after && t(`signIn.${after}`)}</DoorTitle>
      <Form
        onSubmit={() => void submit()}
        busy={signIn.busy}
        label={t('signIn.title')}
        actions={
          <Button type="submit" fullWidth size="md" loading={signIn.busy}>
            {t('signIn.submit')}
          </Button>
        }
      >
        <TextField
          label={t('signIn.login')}
          value={login}
          onChange={setLogin}
          maxLength={64}
          startHere
          error={missing(login)}
          autoComplete="username"
        />
        <PasswordField
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          maxLength={200}
          ref={passwordField}
          error={missing(password)}
        />
        <RefusalNote refusal={signIn.refusal} />
      </Form>
    </Doorway>
  );
}
