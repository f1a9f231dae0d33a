import { createContext, type ReactNode, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isTyping, keyName } from './key-name';

export interface BoundKey {
  key: string;
  /** What it does, in the reader's language. */
  label: string;
  run: () => void;
  /** Where it stands in the keyboard map, and whether in the bar at the bottom. */
  group: 'station' | 'screens' | 'screen';
  inBar?: boolean;
}

type Bind = (keys: readonly BoundKey[]) => () => void;

const BindContext = createContext<Bind | undefined>(undefined);
const BoundContext = createContext<readonly BoundKey[]>([]);

/** The keys that work now. The one bound last wins, so a screen may take a key over while it is shown. */
export function KeyMapProvider({ children, asleep }: { children: ReactNode; asleep: boolean }) {
  const [sets, setSets] = useState<readonly (readonly BoundKey[])[]>([]);
  const bound = useMemo(() => sets.flat(), [sets]);

  useEffect(() => {
    if (asleep) return;
    // In the capture phase: no field, list or third-party widget may swallow a key of the night.
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyName(event);
      if (name === '' || isTyping(event)) return;
      const hit = bound.findLast((one) => one.key === name);
      if (!hit) return;
      event.preventDefault();
      event.stopPropagation();
      // A key held down means it once.
      if (!event.repeat) hit.run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [asleep, bound]);

  const bind = useCallback<Bind>((keys) => {
    setSets((before) => [...before, keys]);
    return () => setSets((before) => before.filter((one) => one !== keys));
  }, []);
  return (
    <BindContext.Provider value={bind}>
      <BoundContext.Provider value={bound}>{children}</BoundContext.Provider>
    </BindContext.Provider>
  );
}

/** The keys bound at this moment, for the bar and the map; a key taken over appears once, as what it does now. */
export function useBoundKeys(): readonly BoundKey[] {
  const bound = useContext(BoundContext);
  return bound.filter((one, at) => bound.findLastIndex((other) => other.key === one.key) === at);
}

/** Binds keys while the calling component is mounted. Labels and keys decide when they are bound anew; `run` is always the latest. */
export function useKeys(keys: readonly BoundKey[]): void {
  const bind = useContext(BindContext);
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  // Functions are left out of JSON: only what is shown counts.
  const signature = JSON.stringify(keys);
  useEffect(() => {
    const shown = JSON.parse(signature) as Omit<BoundKey, 'run'>[];
    // By the key, not by the place: a list that has just changed is bound anew a moment later, and a key means what it says until then too.
    return bind?.(shown.map((one) => ({ ...one, run: () => latest.current.findLast(({ key }) => key === one.key)?.run() })));
  }, [bind, signature]);
}

/** Keys of one screen, named in the keyboard map under 'this screen'. */
export function useScreenKeys(keys: readonly { key: string; label: string; run: () => void; inBar?: boolean }[]): void {
  useKeys(keys.map((one) => ({ ...one, group: 'screen' as const })));
}
