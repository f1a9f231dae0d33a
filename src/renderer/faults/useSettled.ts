import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { second } from '../../shared/time';
import { now } from '../clock';
import type { Column } from './columns';
import { type Settled, settledOrder } from './settled';

/** A pointer left lying on the board must not keep a new red away from its place for long, ms. */
const holdFor = 10 * second;
const nowhere: ReadonlySet<string> = new Set();

export interface Settling extends Settled {
  /** The pointer or the keyboard is at work in the list. */
  touch: () => void;
  /** It has left, or the order is wanted now. */
  release: () => void;
}

/** Keeps the order while somebody is at work in the list, and for ten seconds after; `what` names what is shown: another filter or view is taken at once. */
export function useSettled(fresh: Column[], what: string): Settling {
  const [held, setHeld] = useState<{ what: string; columns: Column[] }>();
  const latest = useRef({ fresh, what, touched: 0 });
  useLayoutEffect(() => {
    latest.current.fresh = fresh;
    latest.current.what = what;
  });
  const touch = useCallback(() => {
    latest.current.touched = now();
    setHeld((before) => (before?.what === latest.current.what ? before : { what: latest.current.what, columns: latest.current.fresh }));
  }, []);
  const release = useCallback(() => setHeld(undefined), []);
  const holds = held?.what === what;
  useEffect(() => {
    if (!holds) return;
    const timer = setInterval(() => {
      if (now() - latest.current.touched >= holdFor) setHeld(undefined);
    }, second);
    return () => clearInterval(timer);
  }, [holds]);
  const settled = useMemo(
    () =>
      held && holds && held.columns !== fresh ? settledOrder(held.columns, fresh) : { columns: fresh, elsewhere: nowhere, waiting: false },
    [held, holds, fresh],
  );
  return { ...settled, touch, release };
}
