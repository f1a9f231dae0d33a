import { z } from 'zod';
import { event } from '../event';
import { Role } from '../roles';

/** scrypt, parameters and salt beside the result, so that stronger ones can follow. */
export const PasswordHash = z.object({
  scheme: z.literal('scrypt'),
  cost: z.number().int(),
  salt: z.string(),
  hash: z.string(),
});
export type PasswordHash = z.infer<typeof PasswordHash>;

/** `temporary`: set by someone else, to be changed at the next sign-in. */
export const accountCreated = event(
  'account.created@1',
  z.object({
    login: z.string(),
    name: z.string(),
    personId: z.string().optional(),
    roles: z.array(Role),
    password: PasswordHash,
    temporary: z.boolean(),
  }),
);
export const accountRolesGranted = event('account.rolesGranted@1', z.object({ roles: z.array(Role), reason: z.string() }));
export const accountPasswordChanged = event('account.passwordChanged@1', z.object({ password: PasswordHash, temporary: z.boolean() }));
export const accountDisabled = event('account.disabled@1', z.object({ reason: z.string() }));
export const accountEnabled = event('account.enabled@1', z.object({ reason: z.string() }));
export const accountSignedIn = event('account.signedIn@1', z.object({ desk: z.string() }));
export const accountSignedOut = event('account.signedOut@1', z.object({ desk: z.string() }));
export const accountSignInFailed = event('account.signInFailed@1', z.object({ desk: z.string() }));
