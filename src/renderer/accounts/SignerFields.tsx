import { type Ref, useState } from 'react';
import { useOfficer } from '../station';
import { PasswordField, TextField } from '../widgets/FormField';

export interface SignerTyped {
  login: string;
  password: string;
}

export interface SignerFieldsProps {
  value: SignerTyped;
  onChange: (typed: Partial<SignerTyped>) => void;
  /** What the form calls the two. */
  login: string;
  password: string;
  required?: boolean;
  /** What is wrong with a field that reads so. */
  errorOf?: (text: string) => string | undefined;
  startHere?: boolean;
  loginRef?: Ref<HTMLInputElement>;
  passwordRef?: Ref<HTMLInputElement>;
}

/** Login and password of who proves to be there, at this moment; the form lays them out. Neither is kept anywhere. */
export function SignerFields({
  value,
  onChange,
  login,
  password,
  required = true,
  errorOf,
  startHere = false,
  loginRef,
  passwordRef,
}: SignerFieldsProps) {
  return (
    <>
      <TextField
        label={login}
        value={value.login}
        onChange={(typed) => onChange({ login: typed })}
        maxLength={64}
        required={required}
        startHere={startHere}
        {...(loginRef ? { ref: loginRef } : {})}
        error={errorOf?.(value.login)}
      />
      <PasswordField
        label={password}
        value={value.password}
        onChange={(typed) => onChange({ password: typed })}
        maxLength={200}
        required={required}
        {...(passwordRef ? { ref: passwordRef } : {})}
        error={errorOf?.(value.password)}
      />
    </>
  );
}

/**
 * What is typed of a signer, with the login of whoever is at the desk to begin with; where one `account` alone should sign,
 * only if it is theirs.
 */
export function useSigner(account?: string): [SignerTyped, (typed: Partial<SignerTyped>) => void] {
  const officer = useOfficer();
  const [signer, setSigner] = useState({ login: account === undefined || account === officer.id ? officer.login : '', password: '' });
  return [signer, (typed) => setSigner((before) => ({ ...before, ...typed }))];
}
