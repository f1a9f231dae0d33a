import { Button } from '@mantine/core';
import { useState } from 'react';
import { type AccountCard, accounts } from '../../shared/accounts/contract';
import { administratorRoles, breaksSeparation, type Role } from '../../shared/roles';
import { unit } from '../../shared/unit/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useOfficer, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Facts } from '../widgets/Facts';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './AccountPanel.module.css';
import { AccountState } from './AccountState';
import { isAdministrator } from './administrator';
import { NewPasswordFields, newPasswordFits } from './NewPasswordFields';
import { RolesField } from './RolesField';

/** One account and what the security administrator may do with it. */
export function AccountPanel({ id }: { id: string }) {
  const t = useWords('accounts');
  const officer = useOfficer();
  const mayGrant = useMay(accounts.grantRoles);
  const list = useStation(accounts.list, {});
  const account = list.data?.find((one) => one.id === id);
  if (!account) return <RefusalNote refusal={list.refusal} />;
  const barred = isAdministrator(account) ? t('account.administrator') : account.id === officer.id ? t('account.self') : undefined;
  return (
    <div className={styles.parts}>
      <Facts
        facts={[
          [t('list.login'), account.login],
          [t('list.name'), account.name],
          [t('list.roles'), account.roles.map((role) => t(`common:roles.${role}`)).join(t('common:separator'))],
          [t('list.state'), <AccountState key="state" account={account} />],
          [
            t('list.lastSignIn'),
            account.lastSignIn === undefined ? t('list.never') : <ZoneTime key="at" at={account.lastSignIn} show="dateTime" relative />,
          ],
        ]}
      />
      {mayGrant && barred !== undefined && <Notice urgency="blue">{barred}</Notice>}
      {mayGrant && barred === undefined && (
        <>
          <GrantRoles key={account.roles.join()} account={account} />
          <ResetPassword account={account} />
          <DisableOrEnable account={account} />
        </>
      )}
    </div>
  );
}

function GrantRoles({ account }: { account: AccountCard }) {
  const t = useWords('accounts');
  const shell = useShell();
  const grant = useCommand(accounts.grantRoles);
  const [roles, setRoles] = useState<Role[]>(account.roles);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const changed = roles.join() !== account.roles.join();
  const submit = async () => {
    setTried(true);
    if (!changed || roles.length === 0 || breaksSeparation(roles) || reason.trim() === '') return;
    const answer = await grant.send({ id: account.id, roles, reason });
    if (answer.ok) shell.say(t('account.granted', { name: account.name }));
  };
  return (
    <section className={styles.part}>
      <Form
        onSubmit={() => void submit()}
        busy={grant.busy}
        label={t('account.roles')}
        actions={
          <Button type="submit" variant="default" disabled={!changed} loading={grant.busy}>
            {t('account.grant')}
          </Button>
        }
      >
        <RolesField
          label={t('account.roles')}
          values={roles}
          onChange={setRoles}
          without={administratorRoles}
          error={roles.length === 0 ? t('common:rules.required') : undefined}
        />
        {changed && (
          <TextField
            label={t('account.reason')}
            value={reason}
            onChange={setReason}
            maxLength={200}
            required
            error={tried && reason.trim() === '' ? t('common:rules.required') : undefined}
          />
        )}
        <RefusalNote refusal={grant.refusal} />
      </Form>
    </section>
  );
}

function ResetPassword({ account }: { account: AccountCard }) {
  const t = useWords('accounts');
  const shell = useShell();
  const rules = useStation(unit.settings, {}).data?.passwordRules;
  const reset = useCommand(accounts.resetPassword);
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const close = () => {
    setOpen(false);
    setPassword({ password: '', again: '' });
    setTried(false);
    reset.clear();
  };
  const submit = async () => {
    setTried(true);
    if (!newPasswordFits(password, account.login, rules)) return;
    const answer = await reset.send({ id: account.id, password: password.password });
    if (!answer.ok) return;
    shell.say(t('account.resetDone', { name: account.name }));
    close();
  };
  if (!open) {
    return (
      <section className={styles.part}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('account.reset')}
        </Button>
      </section>
    );
  }
  return (
    <section className={styles.part}>
      <Form
        onSubmit={() => void submit()}
        busy={reset.busy}
        label={t('account.reset')}
        actions={
          <>
            <Button type="submit" loading={reset.busy}>
              {t('account.reset')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
          </>
        }
      >
        <Notice urgency="amber">{t('account.resetNow')}</Notice>
        <NewPasswordFields
          value={password}
          onChange={setPassword}
          login={account.login}
          rules={rules}
          label={t('create.password')}
          againLabel={t('create.again')}
          tried={tried}
        />
        <RefusalNote refusal={reset.refusal} />
      </Form>
    </section>
  );
}

function DisableOrEnable({ account }: { account: AccountCard }) {
  const t = useWords('accounts');
  const shell = useShell();
  const disable = useCommand(accounts.disable);
  const enable = useCommand(accounts.enable);
  const command = account.disabled ? enable : disable;
  return (
    <section className={styles.part}>
      <ConfirmInline
        key={String(account.disabled)}
        label={t(account.disabled ? 'account.enable' : 'account.disable')}
        question={t(account.disabled ? 'account.enableAsk' : 'account.disableAsk')}
        reasonLabel={t(account.disabled ? 'account.enableReason' : 'account.disableReason')}
        busy={command.busy}
        onConfirm={async (reason) => {
          const answer = await command.send({ id: account.id, reason });
          if (answer.ok) shell.say(t(account.disabled ? 'account.enabled' : 'account.disabled', { name: account.name }));
          return answer.ok;
        }}
      />
      <RefusalNote refusal={command.refusal} />
    </section>
  );
}
