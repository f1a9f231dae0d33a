import type { Db } from '../database/open';
import { type Context, type Decided, prepared, type PreparedCommand, type Refused, refuse, type SignedContext } from '../handler';
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

/**
 * A command that somebody proves by login and password at that moment: it is they who act, whoever's session it is. Refuses
 * what {@link signerOf} refuses, before anything else.
 */
export function signedCommand<I extends { signer: { login: string; password: string } }, O>(
  passwordCost: number,
  decide: (input: I, context: SignedContext, account: StoredAccount) => Decided<O>,
): PreparedCommand<I, O, boolean> {
  return prepared(
    ({ signer }: I, { db }) => passwordOfSigner(signer, db, passwordCost),
    (input: I, context, fits): Decided<O> => {
      const account = signerOf(input.signer.login, fits, context);
      if ('refusal' in account) return account;
      const decided = decide(input, context, account);
      return 'refusal' in decided ? decided : { ...decided, actor: account.id };
    },
  );
}
