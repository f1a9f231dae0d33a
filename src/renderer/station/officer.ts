import { createContext, useContext } from 'react';
import type { Officer } from '../../shared/accounts/contract';
import type { Procedure } from '../../shared/contract';
import type { Role } from '../../shared/roles';

/** The officer signed in at this desk; set by the shell's session gate. */
export const OfficerContext = createContext<Officer | undefined>(undefined);

/** The officer signed in at this desk. Only below the session gate. */
export function useOfficer(): Officer {
  const officer = useContext(OfficerContext);
  if (!officer) throw new Error('no officer is signed in above this screen');
  return officer;
}

/** True when one of the officer's roles is among `allowed`. */
export function holdsRole(officer: Officer, allowed: readonly Role[]): boolean {
  return officer.roles.some((role) => allowed.includes(role));
}

/** Whether the present officer may use a procedure; the station checks again, this only decides what is offered. */
export function useMay(procedure: Procedure): boolean {
  const officer = useContext(OfficerContext);
  if (procedure.roles === 'anyone') return true;
  if (!officer) return false;
  return procedure.roles === 'signedIn' || holdsRole(officer, procedure.roles);
}
