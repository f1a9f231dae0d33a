import { z } from 'zod';

/** Rules for a password; configurable per unit, never weaker than 8 characters. */
export const PasswordRules = z.object({
  minLength: z.number().int().min(8).max(64),
  /** Of the four kinds: lower case, upper case, digits, others. */
  minKinds: z.number().int().min(1).max(4),
});
export type PasswordRules = z.infer<typeof PasswordRules>;

export const defaultPasswordRules: PasswordRules = { minLength: 8, minKinds: 3 };

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

export type PasswordFault = 'passwordTooShort' | 'passwordTooPlain' | 'passwordHasLogin';

/** The first rule a new password breaks, or undefined. */
export function passwordFault(password: string, login: string, rules: PasswordRules): PasswordFault | undefined {
  if ([...password].length < rules.minLength) return 'passwordTooShort';
  if (kinds.filter((kind) => kind.test(password)).length < rules.minKinds) return 'passwordTooPlain';
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase())) return 'passwordHasLogin';
  return undefined;
}
