import { describe, expect, test } from 'vitest';
import { dateTimeIn, instantIn } from '../../shared/time';
import { parseTime, timeText } from './time-text';

const zone = 'Asia/Shanghai';
const night = instantIn(zone, '2026-11-22', '03:40') as number;
const read = (text: string, direction?: 'past' | 'future') => {
  const at = parseTime(text, zone, night, direction);
  return at === undefined ? undefined : dateTimeIn(zone, at, true);
};

describe('typed times', () => {
  test.each([
    ['0340', '2026-11-22 03:40:00'],
    ['340', '2026-11-22 03:40:00'],
    ['3:40', '2026-11-22 03:40:00'],
    ['03：40', '2026-11-22 03:40:00'],
    ['０３４０', '2026-11-22 03:40:00'],
    ['03:40:12', '2026-11-22 03:40:12'],
    ['034012', '2026-11-22 03:40:12'],
    ['3点40分', '2026-11-22 03:40:00'],
    ['3点', '2026-11-22 03:00:00'],
    ['0348', '2026-11-22 03:48:00'],
    ['2350', '2026-11-21 23:50:00'],
    ['昨天 2350', '2026-11-21 23:50:00'],
    ['昨2350', '2026-11-21 23:50:00'],
    ['前天 8:05', '2026-11-20 08:05:00'],
    ['11-22 03:40', '2026-11-22 03:40:00'],
    ['1122 0340', '2026-11-22 03:40:00'],
    ['11220340', '2026-11-22 03:40:00'],
    ['11月20日 0340', '2026-11-20 03:40:00'],
    ['12-31 2359', '2025-12-31 23:59:00'],
    ['2026-02-28 10:00', '2026-02-28 10:00:00'],
    ['2026年2月28日10:00', '2026-02-28 10:00:00'],
    ['202602281000', '2026-02-28 10:00:00'],
    ['2026/2/28 10:00', '2026-02-28 10:00:00'],
    ['-15', '2026-11-22 03:25:00'],
    ['现在', '2026-11-22 03:40:00'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test.each(['', '3', '99:99', '2460', '2026-02-30 10:00', '13-01 0800', 'abc', '--', '03:4'])('%s is no time', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  test('a deadline lies ahead', () => {
    expect(read('0230', 'future')).toBe('2026-11-23 02:30:00');
    expect(read('01-05 0800', 'future')).toBe('2027-01-05 08:00:00');
  });

  test('what the field shows is read as the same moment', () => {
    for (const at of [night, night + 12_000, night - 400 * 86_400_000]) expect(parseTime(timeText(at, zone), zone, night)).toBe(at);
  });
});
