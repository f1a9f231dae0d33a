import { type Instant, second } from '../../shared/time';

/** Places within one second. */
const placesPerSecond = 2 ** 21;
const lastSecond = 2 ** 32 - 1;

/**
 * Where an entry stands in the log: seconds of its event time × 2^21 + 21 bits of its id, below 2^53. Newest first is
 * then descending order, and a span of time is a range. Ids differ in their last bits, which are random.
 */
export function placeOf(occurredAt: Instant, id: string): number {
  return firstPlaceAt(occurredAt) + (Number.parseInt(id.slice(-6), 16) % placesPerSecond || 0);
}

/** First place of the second that a moment lies in. */
export function firstPlaceAt(moment: Instant): number {
  return Math.min(Math.max(Math.floor(moment / second), 0), lastSecond) * placesPerSecond;
}

/** The place to try when one is taken; it stays within its second. */
export function nextPlace(place: number): number {
  const first = Math.floor(place / placesPerSecond) * placesPerSecond;
  return first + ((place - first + 1) % placesPerSecond);
}
