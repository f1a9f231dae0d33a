import type { Officer } from '../../shared/accounts/contract';
import { administratorRoles, type Role } from '../../shared/roles';

/** One of the three separated administrators. */
export function isAdministrator(account: Pick<Officer, 'roles'>): boolean {
  return account.roles.some((role: Role) => (administratorRoles as readonly Role[]).includes(role));
}
