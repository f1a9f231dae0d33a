import { defaultPasswordRules, type PasswordRules, passwordFault } from '../../shared/accounts/password-rules';
import { useAnyWord, useWords } from '../i18n/useWords';
import { PasswordField } from '../widgets/FormField';

export interface NewPassword {
  password: string;
  again: string;
}

/** True when a new password may be sent: it keeps the rules and was typed twice alike. */
export function newPasswordFits({ password, again }: NewPassword, login: string, rules: PasswordRules = defaultPasswordRules): boolean {
  return password !== '' && password === again && passwordFault(password, login, rules) === undefined;
}

export interface NewPasswordFieldsProps {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  login: string;
  rules?: PasswordRules | undefined;
  label: string;
  againLabel: string;
  hint?: string;
  /** The form was submitted once: empty fields are now marked too. */
  tried: boolean;
  /** A fault only the owner of the form can see, say the same password as another administrator's. */
  error?: string | undefined;
}

/** A password made twice, checked against the unit's rules while it is typed. */
export function NewPasswordFields({
  value,
  onChange,
  login,
  rules = defaultPasswordRules,
  label,
  againLabel,
  hint,
  tried,
  error,
}: NewPasswordFieldsProps) {
  const t = useWords('accounts');
  const word = useAnyWord();
  const fault = value.password === '' ? undefined : passwordFault(value.password, login, rules);
  const rule = t('rules.hint', { minLength: rules.minLength, minKinds: rules.minKinds });
  const firstError =
    value.password === '' ? (tried ? t('common:rules.required') : undefined) : fault ? word(`accounts:refusals.${fault}`) : error;
  const differs = value.again !== '' && value.again !== value.password && !(tried === false && value.password.startsWith(value.again));
  const secondError =
    value.again === ''
      ? tried && value.password !== ''
        ? t('common:rules.required')
        : undefined
      : differs
        ? t('rules.notSame')
        : undefined;
  return (
    <>
      <PasswordField
        label={label}
        hint={hint ?? rule}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={firstError}
        required
        newPassword
        maxLength={200}
      />
      <PasswordField
        label={againLabel}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={secondError}
        required
        newPassword
        maxLength={200}
      />
    </>
  );
}
