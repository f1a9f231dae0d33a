import { useEffect, useRef } from 'react';
import { minute, second } from '../../shared/time';
import { unit } from '../../shared/unit/contract';
import { now } from '../clock';
import { useStation } from '../station';

const signs = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const;

/** Locks the desk after the unit's minutes without a key or pointer (domain.md 9: idle screens lock). */
export function useIdle(asleep: boolean, lock: () => void): void {
  const minutes = useStation(unit.settings, {}, { enabled: !asleep }).data?.idleMinutes;
  const last = useRef(0);
  useEffect(() => {
    if (asleep || minutes === undefined) return;
    last.current = now();
    const awake = () => {
      last.current = now();
    };
    for (const sign of signs) window.addEventListener(sign, awake, { capture: true, passive: true });
    const watch = setInterval(() => {
      if (now() - last.current >= minutes * minute) lock();
    }, 5 * second);
    return () => {
      clearInterval(watch);
      for (const sign of signs) window.removeEventListener(sign, awake, { capture: true });
    };
  }, [asleep, minutes, lock]);
}
