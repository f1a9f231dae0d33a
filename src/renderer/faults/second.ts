import { useSyncExternalStore } from 'react';
import type { Instant } from '../../shared/time';
import { now } from '../clock';

// One timer for all clocks of the page: they count down together, on the second.
const listeners = new Set<() => void>();
let at = now();
let timer: ReturnType<typeof setTimeout> | undefined;

function beat(): void {
  at = now();
  for (const listener of listeners) listener();
  timer = setTimeout(beat, 1_000 - (at % 1_000) + 5);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    at = now();
    timer = setTimeout(beat, 1_000 - (at % 1_000) + 5);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/** The station's time, again at every full second. */
export function useSecond(): Instant {
  return useSyncExternalStore(subscribe, () => at);
}
