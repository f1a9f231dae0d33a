import type { Instant } from '../shared/time';

/** Where the station gets its time from. The only file of the station that may ask the system. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Milliseconds that only ever grow, for measuring; not a time of day. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

/** Counter values within one millisecond of a hybrid logical clock. */
const ticksPerMillisecond = 1024;

/**
 * Hybrid logical clock as one safe integer: wall milliseconds × 1024 + counter. It orders entries: always above
 * everything this station has written or seen, and as near to its wall clock as that allows. What people read is the
 * entry's own wall time; a peer's fast clock moves the order only, never the times shown here.
 */
export class HybridClock {
  private last = 0;

  constructor(private readonly clock: Clock) {}

  tick(): number {
    this.last = Math.max(this.clock.now() * ticksPerMillisecond, this.last + 1);
    return this.last;
  }

  observe(seen: number): void {
    if (seen > this.last) this.last = seen;
  }
}

/** Largest value a hybrid clock may carry: the year 2200, well inside the safe integers. */
export const latestHybrid = Date.UTC(2200, 0) * ticksPerMillisecond;
