import { expect, test } from 'vitest';
import { hour, minute } from '../../shared/time';
import { readClock, runningTime } from './clock-reading';

const clock = { limit: hour, used: 0, standing: 'running' as const, runsSince: 0, amberAt: 45 * minute, dueAt: hour, late: false };

test('amber at 75 %, red when over, and in time at the very moment (domain.md 3)', () => {
  expect(readClock(clock, 45 * minute - 1).urgency).toBe('plain');
  expect(readClock(clock, 45 * minute)).toEqual({ share: 0.75, left: 15 * minute, urgency: 'amber' });
  expect(readClock(clock, hour)).toEqual({ share: 1, left: 0, urgency: 'amber' });
  expect(readClock(clock, hour + 1)).toEqual({ share: 1, left: -1, urgency: 'red' });
});

test('a pause keeps what is left; a clock that was late stays red once it is met', () => {
  expect(readClock({ ...clock, standing: 'paused', used: 50 * minute }, 5 * hour)).toMatchObject({ left: 10 * minute, urgency: 'amber' });
  expect(readClock({ ...clock, standing: 'met', used: 70 * minute, late: true }, 5 * hour)).toMatchObject({
    left: undefined,
    urgency: 'red',
  });
});

test('over nights that do not count the bar goes by what is known of the clock', () => {
  const overnight = { ...clock, amberAt: 10 * hour, dueAt: 12 * hour };
  expect(readClock(overnight, 5 * hour)).toMatchObject({ share: 0.375, left: 7 * hour });
  expect(readClock(overnight, 11 * hour).share).toBeCloseTo(0.875);
});

test('a length as it runs', () => {
  expect(runningTime(245_000).text).toBe('4:05');
  expect(runningTime(-3_845_000).text).toBe('1:04:05');
  expect(runningTime(26 * hour + 5 * minute)).toEqual({ days: 1, text: '2:05' });
});
