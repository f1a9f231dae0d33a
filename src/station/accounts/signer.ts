import type { Db } from '../database/open';
import type { Context, Refused } from '../handler';
import { refuse } from '../handler';
import { barredSignIn } from './barred';
import { passwordFits } from './password';
import { accountByLogin, type StoredAccount } from './read';

/** The slow half of a signature: whether the password is that account's. Takes its full time for an unknown login too. */
export function passwordOfSigner({ login, password }: { login: string; password: string }, db: Db, passwordCost: number): Promise<boolean> {
  return passwordFits(password, accountByLogin(db, login)?.password, passwordCost);
}

/**
 * Who signs, proven at that moment (domain.md 9: sessions of two people at one desk never mix). A wrong password is put on
 * the record and counts towards the lock, as at the door. Refusals: `wrongPassword`, `accountLocked`, `accountDisabled`, `passwordMustChange`.
 */
export function signerOf(login: string, fits: boolean, context: Context): StoredAccount | Refused {
  const account = accountByLogin(context.db, login);
  if (!account) return refuse('wrongPassword');
  const barred = barredSignIn(account, context, fits, 'desk');
  if (barred) return barred;
  // A password that somebody else set proves nobody.
  return account.temporary ? refuse('passwordMustChange') : account;
}
