import { expect, test } from 'vitest';
import { Corpus, payloadOf, searchesOf } from '../../bench/corpus';
import { atLeastTimesFloor, atMost, atMostTimesFloor, rowOf } from '../../bench/row';
import { median, percentile, ratios } from '../../bench/statistics';
import { tableOf } from '../../bench/table';

test('percentiles are samples, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});

test('the median of an even number lies between the middle two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow('nothing was measured');
});

test('each run is held against its own floor', () => {
  expect(ratios([2, 9], [1, 3])).toEqual([2, 3]);
  expect(() => ratios([1], [1, 2])).toThrow('its own floor');
});

test('a goal is met by the value or by the ratio, whichever it is of', () => {
  const floor = { what: 'bare', runs: [1, 2, 4] };
  const slow = rowOf('part', { what: 'slow', unit: 'ms', runs: [3, 4, 8], floor, goal: atMostTimesFloor(1.8) });
  expect(slow).toMatchObject({ value: 4, ratio: 2, floor: { value: 2 }, goal: { met: false } });
  expect(rowOf('part', { what: 'quick', unit: 'ms', runs: [3, 4, 8], floor, goal: atMost(4) }).goal?.met).toBe(true);
  expect(
    rowOf('part', { what: 'rate', unit: '/s', runs: [50], floor: { what: 'R', runs: [100] }, goal: atLeastTimesFloor(0.5) }).goal?.met,
  ).toBe(true);
  expect(() => rowOf('part', { what: 'no floor', unit: 'ms', runs: [1], goal: atMostTimesFloor(2) })).toThrow('needs a floor');
  expect(tableOf([slow])).toMatch(/slow +4\.000 ms +2\.000 ms {2}bare +2\.00 × +≤ 1\.8 × floor +MISSED/);
});

test('the corpus repeats itself, and its entries hold about 400 bytes', () => {
  const bytesOf = (seed: number) => {
    const corpus = new Corpus(seed);
    return Array.from({ length: 1_000 }, (_, i) => payloadOf(corpus.entry(i + 1, Date.UTC(2026, 0, 1))));
  };
  expect(bytesOf(3)).toEqual(bytesOf(3));
  const average = bytesOf(1).reduce((sum, payload) => sum + Buffer.byteLength(payload), 0) / 1_000;
  expect(average).toBeGreaterThan(380);
  expect(average).toBeLessThan(420);
});

test('searches are one to four characters, of every kind', () => {
  const searches = searchesOf(7, 10);
  expect(searches).toEqual(searchesOf(7, 10));
  expect(new Set(searches.map(({ kind }) => kind))).toEqual(new Set(['frequent', 'rare', 'absent', 'initials']));
  for (const { text } of searches) expect([1, 2, 3, 4]).toContain([...text].length);
});
