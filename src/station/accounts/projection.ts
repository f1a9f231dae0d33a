import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  accountCreated,
  accountDisabled,
  accountEnabled,
  accountPasswordChanged,
  accountRolesGranted,
  accountSignedIn,
  accountSignedOut,
  accountSignInFailed,
  type PasswordHash,
} from '../../shared/accounts/events';
import { afterFailure, type SignInRecord } from '../../shared/accounts/lockout';
import type { Role } from '../../shared/roles';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';

export interface Account extends SignInRecord {
  login: string;
  name: string;
  personId?: string | undefined;
  roles: Role[];
  password?: PasswordHash;
  /** The password was set by someone else and must be changed first. */
  temporary: boolean;
  disabled: boolean;
  lastSignIn?: Instant;
}

export const accountTable = sqliteTable(
  'accounts',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Account>().notNull(),
    login: text('login').notNull(),
    personId: text('person_id'),
  },
  (table) => [index('accounts_by_id').on(table.id), index('accounts_by_login').on(table.login)],
);

export const accountProjection = projection<Account>({
  slice: 'accounts',
  kind: 'account',
  version: 1,
  initial: () => ({ login: '', name: '', roles: [], temporary: false, disabled: false, failures: 0 }),
  folds: [
    on(accountCreated, (account: Account, { login, name, personId, roles, password, temporary }) => ({
      ...account,
      login,
      name,
      personId,
      roles,
      password,
      temporary,
    })),
    on(accountRolesGranted, (account: Account, { roles }) => ({ ...account, roles })),
    on(accountPasswordChanged, (account: Account, { password, temporary }) => ({
      ...account,
      password,
      temporary,
      failures: 0,
      lockedUntil: undefined,
    })),
    on(accountDisabled, (account: Account) => ({ ...account, disabled: true })),
    on(accountEnabled, (account: Account) => ({ ...account, disabled: false, failures: 0, lockedUntil: undefined })),
    on(accountSignedIn, (account: Account, _, { at }) => ({ ...account, failures: 0, lockedUntil: undefined, lastSignIn: at })),
    on(accountSignedOut, (account: Account) => account),
    on(accountSignInFailed, (account: Account, _, { at }) => ({ ...account, ...afterFailure(account, at) })),
  ],
  tables: [accountTable],
  open: (raw) => documentStore<Account>(raw, accountTable, (account) => ({ login: account.login, person_id: account.personId ?? null })),
});
