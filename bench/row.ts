import { median, ratios } from './statistics';

export type Unit = 'ms' | 's' | '/s' | 'MB';

/** A goal of performance.md: on the measured value itself, or on its ratio to the floor. */
export interface Goal {
  of: 'value' | 'ratio';
  sense: 'atMost' | 'atLeast';
  limit: number;
}

/** One line of the report. */
export interface Row {
  part: string;
  what: string;
  unit: Unit;
  /** Median of the runs. */
  value: number;
  runs: number[];
  /** The bare thing beneath it, measured in the same runs. */
  floor?: { what: string; value: number; runs: number[] };
  /** Median of each run's value over its own floor. */
  ratio?: number;
  goal?: Goal & { met: boolean };
  note?: string;
}

export interface Measured {
  what: string;
  unit: Unit;
  runs: number[];
  floor?: { what: string; runs: number[] } | undefined;
  goal?: Goal | undefined;
  note?: string | undefined;
}

export const atMost = (limit: number): Goal => ({ of: 'value', sense: 'atMost', limit });
export const atMostTimesFloor = (limit: number): Goal => ({ of: 'ratio', sense: 'atMost', limit });
export const atLeastTimesFloor = (limit: number): Goal => ({ of: 'ratio', sense: 'atLeast', limit });

/** Draws the conclusion from what was measured. */
export function rowOf(part: string, { what, unit, runs, floor, goal, note }: Measured): Row {
  const value = median(runs);
  const ratio = floor && median(ratios(runs, floor.runs));
  return {
    part,
    what,
    unit,
    value,
    runs,
    ...(floor ? { floor: { ...floor, value: median(floor.runs) } } : {}),
    ...(ratio === undefined ? {} : { ratio }),
    ...(goal ? { goal: { ...goal, met: isMet(goal, value, ratio) } } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function isMet({ of, sense, limit }: Goal, value: number, ratio: number | undefined): boolean {
  const judged = of === 'value' ? value : ratio;
  if (judged === undefined) throw new Error('a goal on a ratio needs a floor');
  return sense === 'atMost' ? judged <= limit : judged >= limit;
}
