import type { Role } from '../roles';
import { type Instant, minute } from '../time';

export type AlarmLevel = 'amber' | 'red';
/** What is told: a report nearly due or over, a phone decision without its signature, an expected end passed, what a unit did not do. */
export const alarmAbouts = ['office', 'leadingGroup', 'ended', 'signature', 'silent', 'refused', 'setUp'] as const;
export type AlarmAbout = (typeof alarmAbouts)[number];

/** Told again this often until somebody takes it; what was taken and is still so comes back after `takenFor`. */
export const tellEvery = 5 * minute;
export const takenFor = 30 * minute;

/** Who must act is told (domain.md 3, «Clock rules for all»; domain.md 4 for whose duty it is). */
export const toldOf: Readonly<Record<AlarmAbout, readonly Role[]>> = {
  office: ['dutyOfficer', 'shiftLeader'],
  leadingGroup: ['dutyOfficer', 'shiftLeader', 'office'],
  ended: ['dutyOfficer', 'office'],
  signature: ['dutyOfficer', 'shiftLeader'],
  silent: ['dutyOfficer', 'shiftLeader', 'office'],
  refused: ['shiftLeader', 'office', 'leadingGroup'],
  setUp: ['dutyOfficer', 'shiftLeader', 'office'],
};

/** A decision by phone that nobody signed after this long is told: once its time of emergency is over, ms. */
export const signatureWithin = 12 * 60 * minute;

export interface Taking {
  by: string;
  at: Instant;
}

export interface AlarmStanding {
  /** When it was told last. */
  toldAt: Instant;
  /** When it is told next, unless somebody acts. */
  tellAgainAt: Instant;
  takenBy?: string;
  takenUntil?: Instant;
}

/** Alarms until taken: told at `since`, again every five minutes, silent while taken; no clock stops for it. */
export function alarmStandingOf(since: Instant, takings: readonly Taking[], now: Instant): AlarmStanding {
  const taken = takings
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  const takenUntil = taken && taken.at + takenFor;
  if (taken && takenUntil !== undefined && now < takenUntil)
    return { toldAt: since, tellAgainAt: takenUntil, takenBy: taken.by, takenUntil };
  const base = takenUntil ?? since;
  const toldAt = base + Math.max(0, Math.floor((now - base) / tellEvery)) * tellEvery;
  return { toldAt, tellAgainAt: toldAt + tellEvery };
}
