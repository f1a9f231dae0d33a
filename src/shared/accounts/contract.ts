import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, Id, Line } from '../input';
import { Role } from '../roles';

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/, 'login');
export const Password = z.string().min(1, 'required').max(200);

export const Officer = z.object({ id: Id, login: z.string(), name: z.string(), roles: z.array(Role), personId: z.string().optional() });
export type Officer = z.infer<typeof Officer>;

export const AccountCard = Officer.extend({
  disabled: z.boolean(),
  lockedUntil: z.number().optional(),
  mustChangePassword: z.boolean(),
  lastSignIn: z.number().optional(),
});
export type AccountCard = z.infer<typeof AccountCard>;

/** Whoever signs proves who they are at that moment, whoever's session it is. */
export const Signer = z.object({ login: z.string().max(64), password: Password });
export const signerRefusals = ['wrongPassword', 'accountLocked', 'accountDisabled'] as const;

const Session = z.object({ token: z.string(), officer: Officer, mustChangePassword: z.boolean() });

/** Accounts and sessions. The shell keeps the token to itself: a window never sees it. */
export const accounts = slice('accounts', {
  signIn: command({
    input: z.object({ login: z.string().max(64), password: Password, desk: Line(64).default('desk') }),
    output: Session,
    roles: 'anyone',
    refuses: signerRefusals,
  }),
  /** Ends the session. Also how one officer makes room for the next at the same desk. */
  signOut: command({ input: z.object({}), output: z.null(), roles: 'signedIn' }),
  /** Idle or wanted: nothing is answered to this session until `unlock`. */
  lock: command({ input: z.object({}), output: z.null(), roles: 'signedIn' }),
  unlock: command({
    input: z.object({ password: Password }),
    output: z.null(),
    roles: 'signedIn',
    refuses: ['wrongPassword', 'accountLocked'],
  }),
  current: query({
    input: z.object({}),
    output: z.object({ officer: Officer, locked: z.boolean(), mustChangePassword: z.boolean() }).nullable(),
    roles: 'anyone',
    reads: ['accounts'],
  }),
  changeOwnPassword: command({
    input: z.object({ current: Password, next: Password }),
    output: z.null(),
    roles: 'signedIn',
    refuses: ['wrongPassword', 'accountLocked', 'passwordTooShort', 'passwordTooPlain', 'passwordHasLogin', 'passwordUnchanged'],
  }),
  list: query({
    input: z.object({}),
    output: z.array(AccountCard),
    roles: ['secAdmin', 'auditAdmin', 'sysAdmin'],
    reads: ['accounts'],
  }),
  create: command({
    input: z.object({
      login: Login,
      name: FilledLine(40),
      personId: Id.optional(),
      roles: z.array(Role).min(1, 'required').max(10),
      password: Password,
    }),
    output: z.object({ id: Id }),
    roles: ['secAdmin'],
    refuses: ['loginTaken', 'rolesNotSeparated', 'personHasAccount', 'passwordTooShort', 'passwordTooPlain', 'passwordHasLogin'],
  }),
  grantRoles: command({
    input: z.object({ id: Id, roles: z.array(Role).min(1, 'required').max(10), reason: FilledLine(200) }),
    output: z.null(),
    roles: ['secAdmin'],
    refuses: ['rolesNotSeparated', 'administratorNotAlone'],
  }),
  resetPassword: command({
    input: z.object({ id: Id, password: Password }),
    output: z.null(),
    roles: ['secAdmin'],
    refuses: ['passwordTooShort', 'passwordTooPlain', 'passwordHasLogin', 'administratorNotAlone'],
  }),
  disable: command({
    input: z.object({ id: Id, reason: FilledLine(200) }),
    output: z.null(),
    roles: ['secAdmin'],
    refuses: ['administratorNotAlone'],
  }),
  enable: command({ input: z.object({ id: Id, reason: FilledLine(200) }), output: z.null(), roles: ['secAdmin'] }),
});
