import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availabilityOf, type Outage, outagesOf } from '../../src/shared/faults/availability';
import { hour } from '../../src/shared/time';

const period = { from: 0, to: 100 * hour };

test('availability (完好率): the share of the known time in which no fault stood unrepaired', () => {
  expect(availabilityOf([], period, -1)).toEqual({ share: 1, known: 100 * hour, out: 0 });
  expect(availabilityOf([{ from: 10 * hour, to: 20 * hour }], period, -1)).toEqual({ share: 0.9, known: 100 * hour, out: 10 * hour });
  // Two faults at one time count once; one that began before and one that still stands count within the period.
  const several: Outage[] = [{ from: -50 * hour, to: 5 * hour }, { from: 3 * hour, to: 8 * hour }, { from: 90 * hour }];
  expect(availabilityOf(several, period, -1)).toMatchObject({ out: 18 * hour, known: 100 * hour });
  // Known only since the 80th hour: what was before does not count.
  expect(availabilityOf(several, period, 80 * hour)).toEqual({ share: 0.5, known: 20 * hour, out: 10 * hour });
  expect(availabilityOf(several, period, 100 * hour)).toEqual({ share: undefined, known: 0, out: 0 });
});

test('an outage lasts from when the fault was found until it was repaired, and again when that did not hold', () => {
  const at = (h: number, to: Parameters<typeof outagesOf>[1][number]['to']) => ({ at: h * hour, to });
  const simple = [at(1, 'reported'), at(2, 'accepted'), at(5, 'repaired'), at(6, 'verified'), at(7, 'closed')];
  expect(outagesOf(0, simple)).toEqual([{ from: 0, to: 5 * hour }]);
  expect(outagesOf(0, simple.slice(0, 2))).toEqual([{ from: 0 }]);
  expect(outagesOf(0, [...simple, at(9, 'accepted')])).toEqual([{ from: 0, to: 5 * hour }, { from: 9 * hour }]);
  expect(outagesOf(0, [at(1, 'reported'), at(2, 'repaired'), at(3, 'accepted'), at(4, 'repaired')])).toHaveLength(2);
  expect(outagesOf(0, [at(1, 'reported'), at(2, 'cancelled')])).toEqual([]);
  expect(outagesOf(0, [at(1, 'reported'), at(2, 'merged')])).toEqual([{ from: 0 }]);
  expect(outagesOf(0, [at(1, 'reported'), at(2, 'merged')], 4 * hour)).toEqual([{ from: 0, to: 4 * hour }]);
  expect(outagesOf(0, [at(1, 'repaired'), at(2, 'merged')], 4 * hour)).toEqual([{ from: 0, to: hour }]);
});

test('whatever overlaps whatever: the same as counting hour by hour', () => {
  const outage = fc
    .tuple(fc.integer({ min: -20, max: 120 }), fc.option(fc.nat({ max: 60 })))
    .map(([from, length]): Outage => ({ from: from * hour, ...(length === null ? {} : { to: (from + length) * hour }) }));
  fc.assert(
    fc.property(fc.array(outage, { maxLength: 8 }), fc.integer({ min: -10, max: 110 }), (outages, since) => {
      const { out, known } = availabilityOf(outages, period, since * hour);
      let hours = 0;
      for (let h = Math.max(0, since); h < 100; h++) {
        if (outages.some(({ from, to }) => from <= h * hour && (to === undefined || to > h * hour))) hours += 1;
      }
      expect(out).toBe(hours * hour);
      expect(known).toBe(Math.max(0, 100 - Math.max(0, since)) * hour);
    }),
    { seed: 7, numRuns: 200 },
  );
});
