import { type Instant, second } from '../../shared/time';

/** Places within one second, within one of its milliseconds, and what is left behind the last of them. */
const placesPerSecond = 2 ** 21;
const placesPerMillisecond = 2 ** 11;
const lastSecond = 2 ** 32 - 1;

/**
 * Where an entry stands in the log, below 2^53: second of its event time × 2^21, millisecond × 2^11, and 11 bits of its id.
 * Newest first is then descending order, and a span of time is a range. The last bits of an id are random.
 */
export function placeOf(occurredAt: Instant, id: string): number {
  const milliseconds = Math.max(0, Math.floor(occurredAt)) % second;
  const own = Number.parseInt(id.slice(-3), 16) % placesPerMillisecond || 0;
  return firstPlaceAt(occurredAt) + milliseconds * placesPerMillisecond + own;
}

/** First place of the second that a moment lies in. */
export function firstPlaceAt(moment: Instant): number {
  return Math.min(Math.max(Math.floor(moment / second), 0), lastSecond) * placesPerSecond;
}

/** The places of the second that a place lies in: the first, and the first of the next second. */
export function secondOf(place: number): [first: number, end: number] {
  const first = Math.floor(place / placesPerSecond) * placesPerSecond;
  return [first, first + placesPerSecond];
}
