import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { accounts } from '../../shared/accounts/contract';
import type { OutputOf } from '../../shared/contract';
import { LockScreen, MustChangePassword } from '../accounts';
import { flushDrafts } from '../drafts';
import { OfficerContext, useTell } from '../station';
import { forgetTables } from '../widgets/DataTable';
import { KeyMapProvider } from './KeyMap';
import { readScreens, router } from './router';
import { SessionContext } from './session';
import { useIdle } from './useIdle';

/** Read together with what stands behind the door: the sign-in is painted before it. */
export { DoorAlarms } from '../alarms';

type Session = NonNullable<OutputOf<typeof accounts.current>>;

// While somebody still types a name and a password.
readScreens();

/** Puts the screens back to their beginning, for the next officer. */
export function forgetScreens(): void {
  forgetTables();
  void router.navigate({ to: '/', replace: true });
}

/** What an officer who has signed in sees: change of a given password, the locked desk, or the frame. */
export function SignedIn({ session, askAgain, onLeft }: { session: Session; askAgain: () => void; onLeft: () => void }) {
  const tell = useTell();
  const { officer, locked } = session;

  const lock = useCallback(() => {
    // Nothing more is taken from a locked desk, so what was typed last goes first.
    void flushDrafts()
      .then(() => tell(accounts.lock, {}))
      .then(askAgain);
  }, [tell, askAgain]);
  const changeOfficer = useCallback(() => {
    void flushDrafts()
      .then(() => tell(accounts.signOut, {}))
      .then(onLeft);
  }, [tell, onLeft]);
  const verbs = useMemo(() => ({ lock, changeOfficer }), [lock, changeOfficer]);

  if (session.mustChangePassword && !locked) {
    return (
      <SessionContext.Provider value={verbs}>
        <OfficerContext.Provider value={officer}>
          <MustChangePassword onDone={askAgain} onLeave={changeOfficer} />
        </OfficerContext.Provider>
      </SessionContext.Provider>
    );
  }
  return (
    <SessionContext.Provider value={verbs}>
      <OfficerContext.Provider value={officer}>
        <IdleLock asleep={locked} lock={lock} />
        {locked && <LockScreen onDone={askAgain} onLeave={changeOfficer} />}
        <Behind hidden={locked}>
          <KeyMapProvider asleep={locked}>
            <RouterProvider router={router} key={officer.id} />
          </KeyMapProvider>
        </Behind>
      </OfficerContext.Provider>
    </SessionContext.Provider>
  );
}

/** Behind a locked screen everything stays as it was, unseen and out of reach. */
function Behind({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  const focused = useRef<Element>(null);
  useEffect(() => {
    if (!hidden && focused.current instanceof HTMLElement && focused.current.isConnected) focused.current.focus();
  }, [hidden]);
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      if (!hidden) focused.current = event.target as Element;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [hidden]);
  return (
    <div hidden={hidden} inert={hidden} style={{ height: '100%', display: hidden ? 'none' : 'block' }}>
      {children}
    </div>
  );
}

function IdleLock({ asleep, lock }: { asleep: boolean; lock: () => void }) {
  useIdle(asleep, lock);
  return null;
}
