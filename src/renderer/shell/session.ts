import { createContext, useContext } from 'react';

/** What every screen may do with the session at this desk. */
export interface SessionVerbs {
  /** Locks the desk; the screens stay as they are below. */
  lock: () => void;
  /** Signs the present officer out and shows the sign-in; drafts are saved first. */
  changeOfficer: () => void;
}

export const SessionContext = createContext<SessionVerbs | undefined>(undefined);

/** Lock and change of officer. Only below the session gate. */
export function useSession(): SessionVerbs {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session gate above this screen');
  return session;
}
