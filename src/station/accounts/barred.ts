import { accountSignInFailed } from '../../shared/accounts/events';
import { isLocked } from '../../shared/accounts/lockout';
import { minute } from '../../shared/time';
import { type Context, type Refused, refuse } from '../handler';
import type { StoredAccount } from './read';

/** Why this account may not come in now; a wrong password is put on the record and counts towards the lock. */
export function barredSignIn(account: StoredAccount, context: Context, fits: boolean, desk: string): Refused | undefined {
  if (isLocked(account, context.now)) {
    return refuse('accountLocked', { minutes: Math.ceil(((account.lockedUntil ?? 0) - context.now) / minute) });
  }
  if (!fits) return refuse('wrongPassword', undefined, [accountSignInFailed(account.id, { desk })]);
  return account.disabled ? refuse('accountDisabled') : undefined;
}
