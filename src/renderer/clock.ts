import { useEffect, useState } from 'react';
import type { Instant } from '../shared/time';

// The only file of the window that may read the machine's clock; every screen shows the station's time.
let correction = 0;

/** What the station's clock reads now, ms since the epoch. */
export function now(): Instant {
  return Date.now() + correction;
}

/** Takes over the station's clock from an answer that has just come in. */
export function correctClock(stationNow: Instant): void {
  const difference = stationNow - Date.now();
  // Below a quarter of a second it is only the way of the answer, and the seconds would jump about.
  correction = Math.abs(difference - correction) < 250 ? correction : difference;
}

/** A moment by this machine's clock, in the station's time. */
export function stationTimeOf(machineAt: number): Instant {
  return machineAt + correction;
}

/** The station's time, again every `everyMs` milliseconds, on the full beat (with 1000: when the second changes). */
export function useNow(everyMs: number): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const beat = () => {
      setAt(now());
      timer = setTimeout(beat, everyMs - (now() % everyMs) + 5);
    };
    timer = setTimeout(beat, everyMs - (now() % everyMs) + 5);
    return () => clearTimeout(timer);
  }, [everyMs]);
  return at;
}
