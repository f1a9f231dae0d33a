import { useState } from 'react';
import { defaultPasswordRules } from '../../shared/accounts/password-rules';
import { useAnyWord, useWords } from '../i18n/useWords';
import { PasswordField, TextField } from '../widgets/FormField';
import styles from './FirstRun.module.css';
import { type AdministratorDraft, type AdministratorRole, administratorFaults, type FirstRunDraft } from './first-run';

/** One of the three, filled in by the person. A field is judged once it was left, the passwords while they are typed. */
export function AdministratorStep({
  administrator,
  draft,
  change,
  tried,
}: {
  administrator: AdministratorRole;
  draft: FirstRunDraft;
  change: (fields: Partial<FirstRunDraft>) => void;
  tried: boolean;
}) {
  const t = useWords('unit');
  const word = useAnyWord();
  const [left, setLeft] = useState<ReadonlySet<keyof AdministratorDraft>>(new Set());
  const value = draft[administrator];
  const faults = administratorFaults(draft, administrator);

  const field = (name: keyof AdministratorDraft) => {
    const fault = faults[name];
    const judged = tried || (value[name] !== '' && (name === 'password' || left.has(name)));
    return {
      value: value[name],
      onChange: (next: string) => change({ [administrator]: { ...value, [name]: name === 'login' ? next.toLowerCase() : next } }),
      onBlur: () => setLeft((before) => new Set([...before, name])),
      error: fault && judged ? word(fault.word, { role: fault.role ? t(`common:roles.${fault.role}`) : undefined }) : undefined,
      required: true,
    };
  };

  return (
    <>
      <p className={styles.now}>{t('firstRun.administrator.now', { role: t(`common:roles.${administrator}`) })}</p>
      <TextField {...field('name')} label={t('firstRun.administrator.name')} maxLength={40} />
      <TextField
        {...field('login')}
        label={t('firstRun.administrator.login')}
        hint={t('firstRun.administrator.loginHint')}
        maxLength={32}
      />
      <PasswordField
        {...field('password')}
        label={t('firstRun.administrator.password')}
        hint={word('accounts:rules.hint', defaultPasswordRules)}
        maxLength={200}
        newPassword
      />
      <PasswordField {...field('again')} label={t('firstRun.administrator.again')} maxLength={200} newPassword />
    </>
  );
}
