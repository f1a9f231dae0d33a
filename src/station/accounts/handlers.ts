import type { accounts as contract } from '../../shared/accounts/contract';
import {
  accountCreated,
  accountDisabled,
  accountEnabled,
  accountPasswordChanged,
  accountRolesGranted,
  accountSignedIn,
  accountSignedOut,
} from '../../shared/accounts/events';
import { type PasswordRules, passwordFault } from '../../shared/accounts/password-rules';
import { administratorRoles, breaksSeparation, type Role } from '../../shared/roles';
import type { Db } from '../database/open';
import { append, type HandlersOf, prepared, refuse } from '../handler';
import { barredSignIn } from './barred';
import { hashPassword, passwordFits } from './password';
import { accountById, accountByLogin, allAccounts, officerOf, type StoredAccount } from './read';
import { closeSession, closeSessionsOf, lockSession, newToken, openSession } from './sessions';

export interface AccountOptions {
  /** log2 of scrypt's N. */
  passwordCost: number;
  /** The unit's rules in force; handed in, since the unit's slice itself stands on this one. */
  rules(db: Db): PasswordRules;
}

/** Accounts, roles and sessions (domain.md 1 and 9: three administrators apart, who signs proves who they are). */
export function accountHandlers({ passwordCost, rules }: AccountOptions): HandlersOf<typeof contract> {
  return {
    signIn: prepared(
      ({ login, password }, { db }) => passwordFits(password, accountByLogin(db, login)?.password, passwordCost),
      ({ login, desk }, context, fits) => {
        const account = accountByLogin(context.db, login);
        if (!account) return refuse('wrongPassword');
        const barred = barredSignIn(account, context, fits, desk);
        if (barred) return barred;
        const token = newToken(context.journal.random);
        const session = { token, officer: officerOf(account), mustChangePassword: account.temporary };
        const opened = append(accountSignedIn(account.id, { desk }), session, () =>
          openSession(context.db, token, account.id, desk, context.now),
        );
        return { ...opened, actor: account.id };
      },
    ),
    signOut: (_, { db, officer, session }) =>
      append(accountSignedOut(officer.id, { desk: 'desk' }), null, () => session && closeSession(db, session)),
    lock: (_, { db, session }) => append([], null, () => session && lockSession(db, session, true)),
    unlock: prepared(
      ({ password }, { db, officer }) => passwordFits(password, accountById(db, officer.id)?.password, passwordCost),
      (_, context, fits) => {
        const account = accountById(context.db, context.officer.id) as StoredAccount;
        const barred = barredSignIn(account, context, fits, 'desk');
        if (barred) return barred;
        return append([], null, () => context.session && lockSession(context.db, context.session, false));
      },
    ),
    current: (_, context) => {
      const account = context.officer && accountById(context.db, context.officer.id);
      if (!account) return null;
      return { officer: officerOf(account), locked: context.locked, mustChangePassword: account.temporary };
    },
    changeOwnPassword: prepared(
      async ({ current, next }, { db, officer }) => {
        const account = accountById(db, officer.id);
        const fits = await passwordFits(current, account?.password, passwordCost);
        return { fits, hash: await hashPassword(next, passwordCost) };
      },
      ({ current, next }, context, { fits, hash }) => {
        const account = accountById(context.db, context.officer.id) as StoredAccount;
        const barred = barredSignIn(account, context, fits, 'desk');
        if (barred) return barred;
        if (current === next) return refuse('passwordUnchanged');
        const fault = passwordFault(next, account.login, rules(context.db));
        if (fault) return refuse(fault);
        return append(accountPasswordChanged(account.id, { password: hash, temporary: false }));
      },
    ),
    list: (_, { db }) =>
      allAccounts(db).map((account) => ({
        ...officerOf(account),
        disabled: account.disabled,
        ...(account.lockedUntil === undefined ? {} : { lockedUntil: account.lockedUntil }),
        mustChangePassword: account.temporary,
        ...(account.lastSignIn === undefined ? {} : { lastSignIn: account.lastSignIn }),
      })),
    create: prepared(
      ({ password }) => hashPassword(password, passwordCost),
      ({ login, name, personId, roles, password }, context, hash) => {
        if (accountByLogin(context.db, login)) return refuse('loginTaken', { login });
        if (breaksSeparation(roles)) return refuse('rolesNotSeparated');
        if (personId && allAccounts(context.db).some((other) => other.personId === personId)) return refuse('personHasAccount');
        const fault = passwordFault(password, login, rules(context.db));
        if (fault) return refuse(fault);
        const id = context.newId();
        return append(accountCreated(id, { login, name, personId, roles: [...new Set(roles)], password: hash, temporary: true }), { id });
      },
    ),
    grantRoles: ({ id, roles, reason }, { db }) => {
      const account = accountById(db, id);
      if (!account) return refuse('notFound');
      if (isAdministrator(account.roles)) return refuse('administratorNotAlone');
      if (breaksSeparation(roles)) return refuse('rolesNotSeparated');
      return append(accountRolesGranted(id, { roles: [...new Set(roles)], reason }));
    },
    resetPassword: prepared(
      ({ password }) => hashPassword(password, passwordCost),
      ({ id, password }, { db }, hash) => {
        const account = accountById(db, id);
        if (!account) return refuse('notFound');
        if (isAdministrator(account.roles)) return refuse('administratorNotAlone');
        const fault = passwordFault(password, account.login, rules(db));
        if (fault) return refuse(fault);
        return append(accountPasswordChanged(id, { password: hash, temporary: true }), null, () => closeSessionsOf(db, id));
      },
    ),
    disable: ({ id, reason }, { db }) => {
      const account = accountById(db, id);
      if (!account) return refuse('notFound');
      if (isAdministrator(account.roles)) return refuse('administratorNotAlone');
      return append(accountDisabled(id, { reason }), null, () => closeSessionsOf(db, id));
    },
    enable: ({ id, reason }, { db }) => (accountById(db, id) ? append(accountEnabled(id, { reason })) : refuse('notFound')),
  };
}

function isAdministrator(roles: readonly Role[]): boolean {
  return roles.some((role) => (administratorRoles as readonly Role[]).includes(role));
}
