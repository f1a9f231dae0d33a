import type { Instant } from '../time';
import type { RunStep } from './record';

/** What was planned of a step against what came of it (issue 5, review). */
export interface PlannedActual {
  due?: Instant;
  /** When it was done, or set aside. */
  settledAt?: Instant;
  /** Settled after its time (or before it, below zero), ms; undefined where either moment is. */
  difference?: number;
  /** Who did it; else who wrote it down. */
  by: string;
  /** Times a repeated step was settled, and times nobody did it. */
  rounds?: { settled: number; missed: number };
}

/** A repeated step has no difference of its own: its rounds are counted. */
export function plannedActual({
  due,
  standing,
  mark,
  every,
  round,
  missed,
}: Pick<RunStep, 'due' | 'standing' | 'mark' | 'every' | 'round' | 'missed'>): PlannedActual {
  const settled = mark !== undefined && standing !== 'open' && standing !== 'failed';
  const settledAt = settled ? (mark.happenedAt ?? mark.at) : undefined;
  const by = mark ? (mark.doneBy ?? mark.author) : '';
  if (every !== undefined) {
    const rounds = { settled: round - missed + (settled ? 1 : 0), missed };
    return { ...(settledAt === undefined ? {} : { settledAt }), by, rounds };
  }
  return {
    ...(due === undefined ? {} : { due }),
    ...(settledAt === undefined ? {} : { settledAt }),
    // What did not apply was neither early nor late.
    ...(due === undefined || settledAt === undefined || standing !== 'done' ? {} : { difference: settledAt - due }),
    by,
  };
}
