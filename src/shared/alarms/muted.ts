import type { Instant } from '../time';

/** Whether a muting still holds: it ends by itself at `until`, or was ended before (issue 4: mute is limited in time). */
export function isMuted(mute: { until: Instant; endedAt?: Instant | undefined } | undefined, now: Instant): boolean {
  return mute !== undefined && mute.endedAt === undefined && now < mute.until;
}
