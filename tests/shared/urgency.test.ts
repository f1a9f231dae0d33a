import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inForce } from '../../src/shared/in-force';
import { amberFrom, urgencyBetween } from '../../src/shared/urgency';

test('a clock turns amber at 75 % of its time and red when over (domain.md 3)', () => {
  const [start, due] = [1_000, 5_000];
  expect(amberFrom(start, due)).toBe(4_000);
  const at = (now: number) => urgencyBetween(start, due, now);
  expect([at(0), at(1_000), at(3_999)]).toEqual(['calm', 'calm', 'calm']);
  expect([at(4_000), at(4_999), at(5_000)]).toEqual(['amber', 'amber', 'amber']);
  expect([at(5_001), at(9_000)]).toEqual(['red', 'red']);
});

test('a deadline before the beginning is over at once', () => {
  expect(urgencyBetween(5_000, 4_000, 5_000)).toBe('red');
  expect(urgencyBetween(5_000, 5_000, 5_000)).toBe('amber');
});

test('of statements that replace others those stay in force that nobody knew of, whatever their order', () => {
  const [a, b, c] = [
    { entry: 'a', replaces: [] },
    { entry: 'b', replaces: ['a'] },
    { entry: 'c', replaces: ['a'] },
  ];
  expect(inForce([a, b, c]).map(({ entry }) => entry)).toEqual(['b', 'c']);
  expect(inForce([c, b, a]).map(({ entry }) => entry)).toEqual(['c', 'b']);
  expect(inForce([{ entry: 'x', replaces: ['x'] }])).toHaveLength(1);
  const drawn = fc.array(fc.record({ entry: fc.constantFrom('a', 'b', 'c', 'd'), replaces: fc.subarray(['a', 'b', 'c', 'd']) }));
  fc.assert(
    fc.property(drawn, (statements) => {
      const names = (list: typeof statements) =>
        inForce(list)
          .map(({ entry }) => entry)
          .sort();
      expect(names(statements)).toEqual(names(statements.toReversed()));
    }),
    { seed: 20_261_122 },
  );
});
