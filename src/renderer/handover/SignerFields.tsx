import { useOfficer } from '../station';
import { useWords } from '../i18n/useWords';
import { PasswordField, TextField } from '../widgets/FormField';
import styles from './SignBox.module.css';

export interface SignerTyped {
  login: string;
  password: string;
}

/** Whoever is at the desk signs, unless another login is typed. */
export function useOwnLogin(): SignerTyped {
  return { login: useOfficer().login, password: '' };
}

/** Login and password of whoever signs. */
export function SignerFields({ value, onChange }: { value: SignerTyped; onChange: (fields: Partial<SignerTyped>) => void }) {
  const t = useWords('handover');
  return (
    <div className={styles.fields}>
      <TextField label={t('sign.login')} value={value.login} onChange={(login) => onChange({ login })} maxLength={64} required />
      <PasswordField
        label={t('sign.password')}
        value={value.password}
        onChange={(password) => onChange({ password })}
        maxLength={200}
        required
      />
    </div>
  );
}
