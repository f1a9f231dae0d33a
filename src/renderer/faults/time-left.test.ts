import { expect, test } from 'vitest';
import type { CardClock } from '../../shared/faults/record';
import { day, hour, minute, second } from '../../shared/time';
import { noFilter, passes } from './board-filter';
import { digitsOf, standingOf } from './time-left';

const running: CardClock = { aim: 'onSite', startedAt: 0, standing: 'running', amberAt: 15 * minute, dueAt: 20 * minute };

test('amber from three quarters on, red only after the limit: at the very moment it is in time', () => {
  expect(standingOf(running, 15 * minute - 1)).toEqual({ urgency: 'calm', kind: 'left', length: 5 * minute + 1 });
  expect(standingOf(running, 15 * minute)).toMatchObject({ urgency: 'amber', kind: 'left' });
  expect(standingOf(running, 20 * minute)).toEqual({ urgency: 'amber', kind: 'left', length: 0 });
  expect(standingOf(running, 20 * minute + 1)).toEqual({ urgency: 'red', kind: 'over', length: 1 });
});

test('a paused clock keeps what it has left, whatever time it is; over before it paused it stays red', () => {
  const paused: CardClock = { aim: 'repair', startedAt: 0, standing: 'paused', left: hour };
  expect(standingOf(paused, 9 * day)).toEqual({ urgency: 'calm', kind: 'paused', length: hour });
  expect(standingOf({ ...paused, left: -minute }, 0)).toEqual({ urgency: 'red', kind: 'pausedOver', length: minute });
});

test('time left is rounded up, time over down: 00:00 is when it is due', () => {
  expect(digitsOf(1, false).text).toBe('00:01');
  expect(digitsOf(0, false).text).toBe('00:00');
  expect(digitsOf(999, true).text).toBe('00:00');
  expect(digitsOf(59 * second + 1, false).text).toBe('01:00');
  expect(digitsOf(3 * hour + 4 * minute + 9 * second, false).text).toBe('3:04:09');
  expect(digitsOf(day - 1, false)).toEqual({ days: 1, text: '0' });
  expect(digitsOf(2 * day + 3 * hour + 59 * second, true)).toEqual({ days: 2, text: '3' });
});

test('filters: amber means amber and red, a class counts only within its profile, a fault of no profile is of the usual one', () => {
  const card = {
    id: '1',
    number: '',
    state: 'reported',
    since: 0,
    class: 'A',
    subsystem: 'network',
    place: '',
    symptom: '',
    profile: '',
    highRisk: true,
    late: false,
    reportedAt: 0,
    contested: false,
    clock: running,
  } as const;
  const through = (fields: Partial<typeof noFilter>, now = 0) => passes(card, { ...noFilter, ...fields }, 'P0', now);
  expect(through({ urgency: 'amber' })).toBe(false);
  expect(through({ urgency: 'amber' }, 16 * minute)).toBe(true);
  expect(through({ urgency: 'red' }, 16 * minute)).toBe(false);
  expect(through({ urgency: 'red' }, 21 * minute)).toBe(true);
  expect(through({ urgency: 'amber' }, 21 * minute)).toBe(true);
  expect([through({ class: 'P0/A' }), through({ class: 'P4/A' }), through({ profile: 'P0' }), through({ profile: 'P4' })]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([through({ plannedWork: true }), through({ engineer: '高工甲' })]).toEqual([false, false]);
});
