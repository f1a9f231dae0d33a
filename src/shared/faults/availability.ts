import { z } from 'zod';
import { query } from '../contract';
import { Id } from '../input';
import { deskRoles } from '../roles';
import type { Instant } from '../time';
import type { FaultState } from './states';

/** Longest period asked about, days. */
export const longestPeriod = 366;

/** A stretch of time; without `to` it still lasts. */
export interface Outage {
  from: Instant;
  to?: Instant;
}

const restored: readonly FaultState[] = ['repaired', 'verified', 'confirmed', 'closed'];

/**
 * When a fault kept its device from being in order: from when it was found until it was repaired, and again from a repair that did not
 * hold, or from a reopening, until the next. A cancelled fault never was one. A duplicate ends with `mergedEnd`, the end of the one it
 * was merged into; undefined: that one still stands.
 */
export function outagesOf(found: Instant, moments: readonly { at: Instant; to: FaultState }[], mergedEnd?: Instant): Outage[] {
  if (moments.at(-1)?.to === 'cancelled') return [];
  const outages: Outage[] = [];
  let since: Instant | undefined = found;
  for (const { at, to } of moments) {
    if (restored.includes(to) || to === 'cancelled') {
      if (since !== undefined) outages.push({ from: since, to: Math.max(since, at) });
      since = undefined;
    } else if (to !== 'merged') since ??= at;
  }
  if (since === undefined) return outages;
  const merged = moments.at(-1)?.to === 'merged' && mergedEnd !== undefined;
  return [...outages, merged ? { from: since, to: Math.max(since, mergedEnd) } : { from: since }];
}

export interface Availability {
  /** From 0 to 1; undefined when nothing of the period is known. */
  share: number | undefined;
  /** What the share speaks of, ms: the part of the period since the device is known. */
  known: number;
  /** How much of it the device was not in order, ms. */
  out: number;
}

/**
 * Availability (完好率) as far as faults tell: the share of a period in which no fault stood on the device unrepaired. Time before
 * `knownSince`, when nobody would have recorded a fault, does not count. Faults at the same time count once. (Patrols will refine it.)
 */
export function availabilityOf(outages: readonly Outage[], period: { from: Instant; to: Instant }, knownSince: Instant): Availability {
  const from = Math.max(period.from, knownSince);
  const known = Math.max(0, period.to - from);
  if (known === 0) return { share: undefined, known, out: 0 };
  const clipped = outages
    .map((outage) => ({ from: Math.max(outage.from, from), to: Math.min(outage.to ?? period.to, period.to) }))
    .filter((outage) => outage.to > outage.from)
    .sort((a, b) => a.from - b.from);
  let out = 0;
  let counted = from;
  for (const outage of clipped) {
    const fresh = Math.max(outage.from, counted);
    if (outage.to <= fresh) continue;
    out += outage.to - fresh;
    counted = outage.to;
  }
  return { share: 1 - out / known, known, out };
}

/** `faults.availability`: of one device, over the last `days` until now. */
export const availability = query({
  input: z.object({ device: Id, days: z.number().int().min(1).max(longestPeriod).default(30) }),
  output: z.object({
    share: z.number().optional(),
    known: z.number(),
    out: z.number(),
    /** Since when faults of this device would be on record: registered, or put into service later. */
    knownSince: z.number(),
    from: z.number(),
    to: z.number(),
    /** Faults that kept it from being in order within the period. */
    faults: z.number(),
    /** It is not in order now, since then. */
    outSince: z.number().optional(),
  }),
  roles: deskRoles,
  reads: ['faults', 'devices'],
});
