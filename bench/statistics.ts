/** The value below which `share` (0 to 1) of the samples lie, by nearest rank. Throws on no samples: a bench that measured nothing must say so. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('nothing was measured');
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] as number;
}

/** The middle value; between the middle two of an even number. */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new Error('nothing was measured');
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] as number;
  return Number.isInteger(middle) ? ((sorted[middle - 1] as number) + upper) / 2 : upper;
}

/** Each run's value over its own floor: what a busy machine does to one it does to the other. */
export function ratios(values: readonly number[], floors: readonly number[]): number[] {
  if (values.length !== floors.length) throw new Error('every run needs its own floor');
  return values.map((value, run) => value / (floors[run] as number));
}
