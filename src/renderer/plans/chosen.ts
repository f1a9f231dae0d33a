import { useSyncExternalStore } from 'react';

// Where the reader is among the plans, kept while they are on another screen; blank is the first.
let chosen = '';
const listeners = new Set<() => void>();

/** Shows a plan on the page of plans, now or when it is next opened. */
export function choosePlan(code: string): void {
  chosen = code;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useChosenPlan = (): string => useSyncExternalStore(subscribe, () => chosen);
