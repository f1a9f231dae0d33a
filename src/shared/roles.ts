import { z } from 'zod';

/** Roles of the duty station (domain.md 1). */
export const roles = [
  'dutyOfficer',
  'shiftLeader',
  'groupLeader',
  'office',
  'leadingGroup',
  'engineer',
  'storekeeper',
  'sysAdmin',
  'secAdmin',
  'auditAdmin',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The three separated administrators (三员分立): no person holds two of them (domain.md 1). */
export const administratorRoles = ['sysAdmin', 'secAdmin', 'auditAdmin'] as const satisfies readonly Role[];

/** True when the roles of one person would join two administrators, or an administrator and the duty they watch over. */
export function breaksSeparation(held: readonly Role[]): boolean {
  const administrators = held.filter((role) => (administratorRoles as readonly Role[]).includes(role));
  return administrators.length > 1 || (administrators.length === 1 && held.length > 1);
}

/** Everyone who takes part in the work of the desk: all roles but the three administrators. */
export const deskRoles = roles.filter((role) => !(administratorRoles as readonly Role[]).includes(role));
