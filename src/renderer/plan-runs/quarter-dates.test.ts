import { expect, test } from 'vitest';
import { quarterEnd } from './quarter-dates';

const zone = 'Asia/Shanghai';

test('the days left of a quarter, today counted in', () => {
  expect(quarterEnd('2026-Q4', zone, Date.parse('2026-12-31T23:59:00+08:00'))).toEqual({ date: '2026-12-31', left: 1 });
  expect(quarterEnd('2026-Q2', zone, Date.parse('2026-06-01T00:00:00+08:00'))).toEqual({ date: '2026-06-30', left: 30 });
});
