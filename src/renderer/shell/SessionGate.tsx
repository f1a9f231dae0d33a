import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { door } from '../../shared/door';
import { SignIn } from '../accounts';
import { forgetOfficerAnswers, useStation, useUnitStatus } from '../station';
import { readFont } from '../theme/read-font';
import { FirstRun } from '../unit';
import type * as Behind from './SignedIn';
import { StartingScreen } from './StartingScreen';

/** Everything behind the sign-in, once it is read: the sign-in itself is on screen without it. */
let behind: typeof Behind | undefined;
/** Long enough after the sign-in to leave its first paint alone, shorter than anyone types, ms. */
const readAheadAfter = 60;

/** Reads what stands behind the sign-in, and says when it is there. Not by Suspense: React holds back for 300 ms what follows a fallback. */
function useBehind(wanted: 'now' | 'soon' | 'later'): typeof behind {
  const [read, setRead] = useState(behind);
  useEffect(() => {
    if (read || wanted === 'later') return;
    const readNow = async () => {
      behind ??= await import('./SignedIn');
      setRead(behind);
    };
    const timer = setTimeout(() => void readNow(), wanted === 'now' ? 0 : readAheadAfter);
    return () => clearTimeout(timer);
  }, [read, wanted]);
  return read;
}

/** Shows the right door: first run, sign in, or what stands behind it. */
export function SessionGate() {
  const client = useQueryClient();
  const status = useUnitStatus();
  // Asked beside the first and not after it: one way to the station less before the first screen.
  const current = useStation(door.current, {});
  const session = current.data ?? undefined;
  const officer = session?.officer;
  const locked = session?.locked === true;
  const [after, setAfter] = useState<'changed' | 'founded'>();

  const askAgain = useCallback(() => void client.invalidateQueries({ queryKey: [door.current.name] }), [client]);
  const left = useCallback(() => {
    setAfter('changed');
    askAgain();
  }, [askAgain]);

  const founded = status.data?.founded;
  const wasFounded = useRef(founded);
  useEffect(() => {
    if (wasFounded.current === false && founded) {
      setAfter('founded');
      askAgain();
    }
    wasFounded.current = founded;
  }, [founded, askAgain]);

  // Two people at one desk never mix: what the station told the one is forgotten before the other sees anything.
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== officer?.id) {
      forgetOfficerAnswers(client);
      behind?.forgetScreens();
    }
    before.current = officer?.id;
  }, [officer?.id, client]);

  // What was refused while locked is asked again.
  const wasLocked = useRef(false);
  useEffect(() => {
    if (wasLocked.current && !locked && officer) void client.invalidateQueries();
    wasLocked.current = locked;
  }, [locked, officer, client]);

  const screens = useBehind(session ? 'now' : current.data === null ? 'soon' : 'later');

  const known = status.data !== undefined;
  useEffect(() => {
    if (!known) return;
    const timer = setTimeout(readFont, readAheadAfter);
    return () => clearTimeout(timer);
  }, [known]);

  if (!status.data) return <StartingScreen refusal={status.refusal} />;
  if (!status.data.founded) {
    return (
      <Suspense fallback={<StartingScreen refusal={undefined} />}>
        <FirstRun />
      </Suspense>
    );
  }
  if (current.data === undefined) return <StartingScreen refusal={current.refusal} />;
  if (!session) {
    return (
      <>
        <SignIn onDone={askAgain} after={after} />
        {screens !== undefined && <screens.DoorAlarms />}
      </>
    );
  }
  if (!screens) return <StartingScreen refusal={undefined} />;
  return <screens.SignedIn session={session} askAgain={askAgain} onLeft={left} />;
}
