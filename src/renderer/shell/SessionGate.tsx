import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { accounts } from '../../shared/accounts/contract';
import { LockScreen, MustChangePassword, SignIn } from '../accounts';
import { flushDrafts } from '../drafts';
import { forgetOfficerAnswers, OfficerContext, useStation, useTell, useUnitStatus } from '../station';
import { FirstRun } from '../unit';
import { forgetTables } from '../widgets/DataTable';
import { KeyMapProvider } from './KeyMap';
import { router } from './router';
import { StartingScreen } from './StartingScreen';
import { SessionContext } from './session';
import { useIdle } from './useIdle';

/** Shows the right door: first run, sign in, change of password, the locked desk, or the frame. */
export function SessionGate() {
  const client = useQueryClient();
  const tell = useTell();
  const status = useUnitStatus();
  const current = useStation(accounts.current, {}, { enabled: status.data?.founded === true });
  const session = current.data ?? undefined;
  const officer = session?.officer;
  const locked = session?.locked === true;
  const [after, setAfter] = useState<'changed' | 'founded'>();

  const askAgain = useCallback(() => void client.invalidateQueries({ queryKey: [accounts.current.name] }), [client]);
  const lock = useCallback(() => {
    // Nothing more is taken from a locked desk, so what was typed last goes first.
    void flushDrafts()
      .then(() => tell(accounts.lock, {}))
      .then(askAgain);
  }, [tell, askAgain]);
  const changeOfficer = useCallback(() => {
    void flushDrafts()
      .then(() => tell(accounts.signOut, {}))
      .then(() => {
        setAfter('changed');
        askAgain();
      });
  }, [tell, askAgain]);
  const verbs = useMemo(() => ({ lock, changeOfficer }), [lock, changeOfficer]);

  const founded = status.data?.founded;
  const wasFounded = useRef(founded);
  useEffect(() => {
    if (wasFounded.current === false && founded) setAfter('founded');
    wasFounded.current = founded;
  }, [founded]);

  // Two people at one desk never mix: what the station told the one is forgotten before the other sees anything.
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== officer?.id) {
      forgetOfficerAnswers(client);
      forgetTables();
      void router.navigate({ to: '/', replace: true });
    }
    before.current = officer?.id;
  }, [officer?.id, client]);

  // What was refused while locked is asked again.
  const wasLocked = useRef(false);
  useEffect(() => {
    if (wasLocked.current && !locked && officer) void client.invalidateQueries();
    wasLocked.current = locked;
  }, [locked, officer, client]);

  if (!status.data) return <StartingScreen refusal={status.refusal} />;
  if (!status.data.founded) {
    return (
      <Suspense fallback={<StartingScreen refusal={undefined} />}>
        <FirstRun />
      </Suspense>
    );
  }
  if (current.data === undefined) return <StartingScreen refusal={current.refusal} />;
  if (!officer) return <SignIn onDone={askAgain} after={after} />;
  if (session?.mustChangePassword && !locked) {
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
