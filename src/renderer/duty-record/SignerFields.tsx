import { type Ref, useEffect, useRef } from 'react';
import { useWords } from '../i18n/useWords';
import { useOfficer } from '../station';
import { PasswordField, TextField } from '../widgets/FormField';
import styles from './DutyRecord.module.css';

export interface TypedSigner {
  login: string;
  password: string;
}

export interface SignerFieldsProps {
  /** Whose record it is: their login stands there if they are the officer of the desk. */
  account: string;
  value: TypedSigner;
  onChange: (signer: TypedSigner) => void;
  tried: boolean;
  passwordRef?: Ref<HTMLInputElement>;
}

/** Login and password of who signs, at this moment. Neither is kept anywhere. */
export function SignerFields({ account, value, onChange, tried, passwordRef }: SignerFieldsProps) {
  const t = useWords('dutyRecord');
  const officer = useOfficer();
  const proposed = useRef(false);
  useEffect(() => {
    if (proposed.current) return;
    proposed.current = true;
    if (value.login === '' && officer.id === account) onChange({ ...value, login: officer.login });
  }, [account, officer, onChange, value]);
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);
  return (
    <div className={styles.signer}>
      <TextField
        label={t('form.login')}
        value={value.login}
        onChange={(login) => onChange({ ...value, login })}
        maxLength={64}
        required
        error={missing(value.login)}
      />
      <PasswordField
        label={t('form.password')}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        maxLength={200}
        required
        {...(passwordRef ? { ref: passwordRef } : {})}
        error={missing(value.password)}
      />
    </div>
  );
}
