import { expect, test } from 'vitest';
import { patternFault, shippedPatterns, twoShifts } from '../../src/shared/roster/pattern';
import { mostShifts, withoutShift, withShiftAdded } from '../../src/shared/roster/pattern-editing';

test('a shift more halves the last one, a shift less gives its hours to the one before', () => {
  const three = withShiftAdded(twoShifts.shifts, '后夜班');
  expect(three.map(({ key, start, end }) => [key, start, end])).toEqual([
    ['day', '08:00', '20:00'],
    ['night', '20:00', '02:00'],
    ['shift1', '02:00', '08:00'],
  ]);
  expect(withoutShift(three, 'shift1')).toEqual(twoShifts.shifts);
  expect(withoutShift(three, 'day').map(({ start, end }) => [start, end])).toEqual([
    ['20:00', '02:00'],
    ['02:00', '20:00'],
  ]);
});

test('shifts added one after the other never overlap, and the only shift stays', () => {
  for (const pattern of shippedPatterns) {
    let shifts = pattern.shifts;
    for (let n = 0; n < mostShifts + 1; n += 1) {
      shifts = withShiftAdded(shifts, `第${n}班`);
      expect(patternFault({ ...pattern, shifts })).toBeUndefined();
    }
    expect(shifts).toHaveLength(mostShifts);
    for (const { key } of shifts) shifts = withoutShift(shifts, key);
    expect(shifts).toHaveLength(1);
    expect(shifts[0]?.start).toBe(shifts[0]?.end);
  }
});
