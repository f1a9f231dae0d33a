import { Button } from '@mantine/core';
import { useState } from 'react';
import { accounts, Login } from '../../shared/accounts/contract';
import { breaksSeparation, type Role } from '../../shared/roles';
import { unit } from '../../shared/unit/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { NewPasswordFields, newPasswordFits } from './NewPasswordFields';
import { RolesField } from './RolesField';

/** A new account; its password is a first one, which its holder must change. */
export function NewAccountForm() {
  const t = useWords('accounts');
  const shell = useShell();
  const rules = useStation(unit.settings, {}).data?.passwordRules;
  const create = useCommand(accounts.create);
  const fieldError = useFieldErrors(create.refusal);
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [password, setPassword] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);

  const loginFits = Login.safeParse(login).success;
  const loginError =
    create.refusal?.code === 'loginTaken'
      ? t('refusals.loginTaken')
      : tried && !loginFits
        ? t(login === '' ? 'common:rules.required' : 'common:rules.login')
        : fieldError('login');

  const submit = async () => {
    setTried(true);
    if (!loginFits || name.trim() === '' || roles.length === 0 || breaksSeparation(roles)) return;
    if (!newPasswordFits(password, login, rules)) return;
    const answer = await create.send({ login, name, roles, password: password.password });
    if (!answer.ok) return;
    shell.say(t('create.done', { name: name.trim() }));
    shell.closePanel('accounts.new');
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={create.busy}
      label={t('create.title')}
      actions={
        <Button type="submit" loading={create.busy}>
          {t('create.submit')}
        </Button>
      }
    >
      <TextField
        label={t('create.name')}
        value={name}
        onChange={setName}
        maxLength={40}
        required
        startHere
        error={tried && name.trim() === '' ? t('common:rules.required') : fieldError('name')}
      />
      <TextField
        label={t('create.login')}
        hint={t('create.loginHint')}
        value={login}
        onChange={(next) => {
          setLogin(next.toLowerCase());
          if (create.refusal) create.clear();
        }}
        maxLength={32}
        required
        error={loginError}
      />
      <RolesField
        label={t('create.roles')}
        values={roles}
        onChange={setRoles}
        error={tried && roles.length === 0 ? t('common:rules.required') : fieldError('roles')}
      />
      <NewPasswordFields
        value={password}
        onChange={setPassword}
        login={login}
        rules={rules}
        label={t('create.password')}
        againLabel={t('create.again')}
        hint={t('create.passwordHint', { rule: rules ? t('rules.hint', { minLength: rules.minLength, minKinds: rules.minKinds }) : '' })}
        tried={tried}
      />
      {create.refusal?.code !== 'loginTaken' && <RefusalNote refusal={create.refusal} />}
    </Form>
  );
}
