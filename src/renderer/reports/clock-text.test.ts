import { expect, test } from 'vitest';
import { clockText } from './clock-text';

test('a clock counts down to 0:00 and up from it', () => {
  expect([300_000, 299_999, 225_001, 1, 0].map((left) => clockText(left, 'up'))).toEqual(['5:00', '5:00', '3:46', '0:01', '0:00']);
  expect([0, 999, 1_000, 59_999, 60_000].map((over) => clockText(over))).toEqual(['0:00', '0:00', '0:01', '0:59', '1:00']);
  expect(clockText(3_729_000)).toBe('1:02:09');
  expect(clockText(-5)).toBe('0:00');
});
