import { type Instant, minute } from '../time';

/** The station drafts the handover this long before the shift ends (issue: T−60 min). */
export const draftedBefore = 60 * minute;
/** A shift that ended unsigned is amber at once, red after this. */
export const redAfter = 15 * minute;

export type Urgency = 'none' | 'drafting' | 'amber' | 'red';

/** How pressing the handover of a shift that nobody has taken over is. `end` and `now` in ms. */
export function urgencyOf(end: Instant, takenOver: boolean, now: Instant): Urgency {
  if (takenOver || now < end - draftedBefore) return 'none';
  return now < end ? 'drafting' : urgencyOfUnsigned(end, now);
}

/** How urgent what a shift leaves unsigned is, its handover as its duty records: nothing before it ends, then amber, from 15 minutes after it red. */
export function urgencyOfUnsigned(end: Instant, now: Instant): Exclude<Urgency, 'drafting'> {
  if (now < end) return 'none';
  return now < end + redAfter ? 'amber' : 'red';
}

/** Minutes by which a shift was taken over after its end; 0 when in time. Counted in whole minutes begun. */
export function minutesLate(end: Instant, takenOverAt: Instant): number {
  return takenOverAt <= end ? 0 : Math.ceil((takenOverAt - end) / minute);
}
