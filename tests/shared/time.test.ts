import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateIn, dateTimeIn, instantIn, isZone, timeIn } from '../../src/shared/time';

const zone = 'Asia/Shanghai';

test('times show in the station zone, always 24 h', () => {
  const at = Date.UTC(2026, 10, 21, 16, 5, 9);
  expect(dateTimeIn(zone, at, true)).toBe('2026-11-22 00:05:09');
  expect(timeIn(zone, at)).toBe('00:05');
});

test('a typed date and time is the moment the wall clock of the zone shows it', () => {
  expect(instantIn(zone, '2026-11-22', '03:40')).toBe(Date.UTC(2026, 10, 21, 19, 40));
  for (const [date, time] of [
    ['2026-02-30', '03:40'],
    ['2026-11-22', '24:00'],
    ['22.11.2026', '03:40'],
  ] as const) {
    expect(instantIn(zone, date, time)).toBeUndefined();
  }
});

test('reading what was shown gives the same moment, in zones with and without summer time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(zone, 'Asia/Urumqi', 'Europe/Berlin', 'America/St_Johns', 'UTC'),
      fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2099, 0) / 1000 }),
      (anyZone, seconds) => {
        const read = instantIn(anyZone, dateIn(anyZone, seconds * 1000), timeIn(anyZone, seconds * 1000, true)) as number;
        // An hour that summer time repeats has two moments for one reading: either is right.
        expect(dateTimeIn(anyZone, read, true)).toBe(dateTimeIn(anyZone, seconds * 1000, true));
      },
    ),
    { seed: 24, numRuns: 500 },
  );
});

test('a zone is one the runtime knows', () => {
  expect([isZone(zone), isZone('Asia/Nowhere'), isZone('')]).toEqual([true, false, false]);
});
