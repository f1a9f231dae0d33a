import { describe, expect, test } from 'vitest';
import type { ClockState } from '../../src/shared/service-profiles/clocks';
import { hour, minute } from '../../src/shared/time';
import { alarmsOf } from '../../src/shared/faults/alarms';

// Domain.md 3, «Clock rules for all», and issue 4: amber at 75 %, red when over; who must act is told at both, again every N minutes
// until taken; an acknowledgement expires, and never stops a clock.

const telling = {
  amber: ['dutyOfficer' as const],
  breach: ['dutyOfficer' as const, 'shiftLeader' as const],
  every: '10min',
  takenFor: '30min',
};
const profile = { clocks: [], telling } as unknown as Parameters<typeof alarmsOf>[2];
/** Four hours from 0: amber at 3 h, due at 4 h. */
const repair: ClockState = {
  clock: 'repair',
  round: 1,
  limit: 4 * hour,
  startedAt: 0,
  standing: 'running',
  used: 0,
  runsSince: 0,
  amberAt: 3 * hour,
  dueAt: 4 * hour,
  late: false,
};
const taken = (at: number, level: 'amber' | 'red' = 'amber', more: object = {}) => ({
  verb: 'takeAlarm' as const,
  at,
  by: { id: '', name: '值班员甲' },
  clock: 'repair',
  round: 1,
  level,
  ...more,
});
type Line = Parameters<typeof alarmsOf>[1][number];
const raised = (at: number): Line => ({ verb: 'raise', at, by: { id: '', name: '' }, raises: 'tier', toCode: 'engineer' });
const acted = (at: number, verb: Line['verb'] = 'dispatch'): Line => ({ verb, at, by: { id: '', name: '值班员甲' } });

const told = (lines: readonly Line[], now: number, clock: Partial<ClockState> = {}) =>
  alarmsOf([{ ...repair, ...clock }], lines, profile, now);
const [amber, due] = [3 * hour, 4 * hour];

describe('when who must act is told', () => {
  test.each<[string, Line[], number, [string, number, number][], number | undefined]>([
    ['before three quarters nobody is', [], amber - 1, [], amber],
    ['at three quarters: amber', [], amber, [['amber', amber, amber + 10 * minute]], amber + 10 * minute],
    ['again every ten minutes', [], amber + 25 * minute, [['amber', amber + 20 * minute, amber + 30 * minute]], amber + 30 * minute],
    ['at the very end it is in time still', [], due, [['amber', due, due + 10 * minute]], due + 1],
    ['after it: red', [], due + 1, [['red', due, due + 10 * minute]], due + 10 * minute],
    ['red again every ten minutes', [], due + 61 * minute, [['red', due + hour, due + 70 * minute]], due + 70 * minute],
    [
      'taken: silent for half an hour',
      [taken(amber + minute)],
      amber + 30 * minute,
      [['amber', amber, amber + 31 * minute]],
      amber + 31 * minute,
    ],
    [
      'what was taken expires, and is told again',
      [taken(amber + minute)],
      amber + 31 * minute,
      [['amber', amber + 31 * minute, amber + 41 * minute]],
      amber + 41 * minute,
    ],
    ['red is a new alarm though amber was taken', [taken(due - minute)], due + 1, [['red', due, due + 10 * minute]], due + 10 * minute],
    ['red is taken by itself', [taken(due + minute, 'red')], due + 2 * minute, [['red', due, due + 31 * minute]], due + 31 * minute],
    [
      'another round’s taking is none',
      [taken(amber, 'amber', { round: 2 })],
      amber,
      [['amber', amber, amber + 10 * minute]],
      amber + 10 * minute,
    ],
    [
      'what was taken before a later limit is a new alarm',
      [taken(amber - hour)],
      amber,
      [['amber', amber, amber + 10 * minute]],
      amber + 10 * minute,
    ],
  ])('%s', (_, lines, now, expected, next) => {
    const { alarms, nextChange } = told(lines, now);
    expect(alarms.map(({ level, toldAt, tellAgainAt }) => [level, toldAt, tellAgainAt])).toEqual(expected);
    expect(nextChange).toBe(next);
  });

  test('who: others at amber than at the breach', () => {
    expect(told([], amber).alarms[0]?.told).toEqual(['dutyOfficer']);
    expect(told([], due + 1).alarms[0]?.told).toEqual(['dutyOfficer', 'shiftLeader']);
  });

  test('who took it, and until when', () => {
    expect(told([taken(due + minute, 'red')], due + 2 * minute).alarms[0]).toMatchObject({
      takenBy: '值班员甲',
      takenUntil: due + 31 * minute,
    });
    expect(told([taken(due + minute, 'red')], due + 31 * minute).alarms[0]?.takenBy).toBeUndefined();
  });

  test('a clock’s own telling comes before the profile’s', () => {
    const own = { ...profile, clocks: [{ code: 'repair', telling: { ...telling, every: '4h', takenFor: '12h' } }] } as never;
    expect(alarmsOf([repair], [taken(due + minute, 'red')], own, due + 6 * hour).alarms[0]?.tellAgainAt).toBe(due + minute + 12 * hour);
  });

  test.each(['paused', 'met', 'ended'] as const)('a clock that has %s alarms nobody, though it was over', (standing) => {
    expect(told([], due + hour, { standing, late: true })).toEqual({ alarms: [] });
  });
});

describe('a case that went up by itself', () => {
  const of = (lines: readonly Line[], now = 2 * hour) => alarmsOf([], lines, profile, now).alarms;

  test('is told red, again and again', () => {
    expect(of([raised(hour)], hour + 15 * minute)).toMatchObject([
      { clock: 'raise', level: 'red', since: hour, toldAt: hour + 10 * minute, raises: 'tier', toCode: 'engineer' },
    ]);
  });

  test.each<[string, Line[], number]>([
    ['until it is taken', [raised(hour), taken(hour + 1, 'red', { clock: 'raise' })], 0],
    ['until it is acted upon', [raised(hour), acted(hour + 1)], 0],
    ['a note is no action', [raised(hour), acted(hour + 1, 'note')], 1],
    ['nor is what was done before it', [acted(1), raised(hour)], 1],
    ['the next raise is told anew', [raised(1), acted(2), raised(hour)], 1],
    ['of several the last', [raised(1), raised(hour)], 1],
  ])('%s', (_, lines, many) => {
    expect(of(lines)).toHaveLength(many);
  });
});
