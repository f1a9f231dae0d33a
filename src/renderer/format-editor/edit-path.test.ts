import { expect, test } from 'vitest';
import { freeCode, valueAt, withValue } from './edit-path';

const whole = { clocks: [{ code: 'a', rules: [{ limit: '4h' }, { limit: '8h' }] }], notes: '' };

test('sets, adds and takes away without touching what was given', () => {
  const before = structuredClone(whole);
  expect(valueAt(withValue(whole, ['clocks', 0, 'rules', 1, 'limit'], '2h'), ['clocks', 0, 'rules', 1, 'limit'])).toBe('2h');
  expect(withValue(whole, ['clocks', 0, 'rules', 0], undefined).clocks[0]?.rules).toEqual([{ limit: '8h' }]);
  expect(withValue(whole, ['clocks', 0, 'rules', 2], { limit: '1d' }).clocks[0]?.rules).toHaveLength(3);
  expect(withValue(whole, ['notes'], undefined)).toEqual({ clocks: whole.clocks });
  expect(withValue(whole, ['clocks', 0, 'rules', 0, 'when', 'class'], ['A']).clocks[0]?.rules[0]).toEqual({
    limit: '4h',
    when: { class: ['A'] },
  });
  expect(whole).toEqual(before);
  expect(valueAt(whole, ['clocks', 7, 'rules'])).toBeUndefined();
});

test('a free code is one that nobody has', () => {
  expect(freeCode([{ code: 'rule1' }, { code: 'rule3' }], 'rule')).toBe('rule2');
});
