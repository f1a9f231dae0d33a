import { describe, expect, test } from 'vitest';
import { daysOf, periodBefore, stretchesOf } from '../../src/shared/faults/figure-groups';
import {
  causeKey,
  countingOf,
  firstTimeOf,
  isBreached,
  isGoalMet,
  nearestRank,
  repairedAt,
  repairTimeOf,
  reopeningsOf,
  responseTimeOf,
  satisfactionOf,
  valuesOf,
  wallRepairTimeOf,
} from '../../src/shared/faults/figures';
import type { ClockState, Mark } from '../../src/shared/service-profiles/clocks';
import { minute } from '../../src/shared/time';

/** `reported 0, acknowledged 12`: what happened, and minutes after midnight. */
const marks = (course: string): Mark[] =>
  course.split(', ').map((one) => {
    const [what, at] = one.split(' ');
    return { what: what as Mark['what'], at: Number(at) * minute };
  });
const inMinutes = (time: number | undefined) => (time === undefined ? undefined : time / minute);
const grace = 5 * minute;

describe('what each figure counts', () => {
  test.each([
    ['reported 0, accepted 2, dispatched 4', undefined, 'sent is not answered'],
    ['reported 0, dispatched 4, acknowledged 12, onSite 30', 12, 'the first answer'],
    ['reported 0, dispatched 4, onSite 30', 30, 'further on counts where nobody acknowledged'],
    ['reported 0, accepted 2, repaired 50', 50, 'the officer mended it himself'],
    ['reported 10, acknowledged 5', 0, 'answered before it was reported'],
    ['acknowledged 5', undefined, 'the report has not arrived'],
  ])('response time: %s → %s (%s)', (course, expected, why) => {
    expect(inMinutes(responseTimeOf(marks(course))), why).toBe(expected);
  });

  test.each([
    ['reported 0, repaired 60, verified 70, closed 80', 60],
    ['reported 0, diagnosed 60', undefined],
    ['reported 0, repaired 60, undone 70', undefined],
    ['reported 0, repaired 60, undone 70, repaired 90', 90],
    ['reported 0, repaired 60, closed 70, reopened 200, repaired 230', 230],
    ['reported 0, closed 70', 70],
    ['reported 0, substituteLent 30', undefined],
  ])('repair by the wall clock: %s → %s', (course, expected) => {
    expect(inMinutes(wallRepairTimeOf(marks(course)))).toBe(expected);
    expect(repairedAt(marks(course)) === undefined).toBe(expected === undefined);
  });

  test('repair time is what the repair clock used: the first of its aim that runs for this fault, in its last round', () => {
    const profile = {
      clocks: [
        { code: 'response', aim: 'response' as const },
        { code: 'centre', aim: 'repair' as const },
        { code: 'repair', aim: 'repair' as const },
      ],
    };
    const state = (clock: string, round: number, used: number, standing: ClockState['standing'] = 'met') =>
      ({ clock, round, used: used * minute, standing }) as ClockState;
    const repaired = marks('reported 0, repaired 180');
    const clocks = [state('response', 1, 5), state('repair', 1, 60), state('repair', 2, 90)];
    expect(inMinutes(repairTimeOf(clocks, profile, repaired))).toBe(90);
    expect(repairTimeOf([state('repair', 1, 60, 'running')], profile, repaired)).toBeUndefined();
    expect(repairTimeOf([state('response', 1, 5)], profile, repaired)).toBeUndefined();
    // A substitute lent met the clock, but nothing is repaired yet.
    expect(repairTimeOf([state('repair', 1, 60)], profile, marks('reported 0, substituteLent 60'))).toBeUndefined();
  });

  test.each([
    [0, [false, false], false],
    [0, [false, true], true],
    [1, [false], true],
    [2, [], true],
  ])('breached: %i on record, clocks late %j → %s', (onRecord, late, expected) => {
    expect(
      isBreached(
        onRecord,
        late.map((one) => ({ late: one })),
      ),
    ).toBe(expected);
  });

  test.each([
    ['reported 0, repaired 60', 0, 'open'],
    ['reported 0, repaired 60, verified 70', 0, 'yes'],
    ['reported 0, repaired 60, undone 70', 0, 'no'],
    ['reported 0, repaired 60, undone 70, repaired 90, verified 95', 0, 'no'],
    ['reported 0, repaired 60, verified 70, closed 80, reopened 200', 1, 'no'],
    ['reported 0, repaired 60, verified 70, closed 80, reopened 84, repaired 85', 0, 'open'],
    ['reported 0, repaired 60, verified 70, closed 80, reopened 84, repaired 85, verified 86', 0, 'yes'],
    ['reported 0, ended 10, reopened 200, repaired 210, verified 220', 0, 'yes'],
    ['reported 0, closed 80, reopened 100, closed 120, reopened 200', 2, 'no'],
  ])('reopened and first-time fix: %s → %i, %s', (course, reopenings, firstTime) => {
    expect(reopeningsOf(marks(course), grace)).toBe(reopenings);
    expect(firstTimeOf(marks(course), reopenings)).toBe(firstTime);
  });

  test.each([
    ['merged', true, 'folded'],
    ['merged', undefined, 'merged'],
    ['cancelled', undefined, 'cancelled'],
    ['waiting', undefined, 'own'],
    ['closed', false, 'own'],
  ] as const)('%s, folded %s is counted as %s', (state, folded, expected) => {
    expect(countingOf(state, folded)).toBe(expected);
  });

  test.each([
    [[], 0.5, undefined],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[4, 3, 2, 1], 0.9, 4],
    [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.5, 50],
    [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 90],
  ])('nearest rank of %j at %d → %s', (values, share, expected) => {
    expect(nearestRank(values, share)).toBe(expected);
  });

  test.each([
    ['电源适配器损坏。', '电源适配器损坏'],
    [' 电源适配器  损坏 ', '电源适配器 损坏'],
    ['ＵＰＳ 故障！', 'ups 故障'],
    [undefined, ''],
    ['。。', ''],
  ])('the cause %s is counted as %s', (text, expected) => {
    expect(causeKey(text)).toBe(expected);
  });

  test('satisfaction is of those who answered; a goal may count other answers', () => {
    const answers = [{ satisfaction: 'verySatisfied' }, { satisfaction: 'satisfied' }, { satisfaction: 'fair' }, {}] as const;
    expect(satisfactionOf(answers)).toEqual({ part: 2, of: 3 });
    expect(satisfactionOf(answers, ['verySatisfied'])).toEqual({ part: 1, of: 3 });
    expect([isGoalMet(0.98, 0.98), isGoalMet(0.97, 0.98), isGoalMet(undefined, 0.98)]).toEqual(['met', 'missed', 'unknown']);
  });

  test('a rate says of how many; what is not judged yet is in no denominator', () => {
    const one = { breached: false, reopenings: 0, firstTime: 'open' as const };
    const values = valuesOf([one, { ...one, breached: true, firstTime: 'yes', responseTime: 3 }, { ...one, firstTime: 'no', reopenings: 1 }]);
    expect(values).toMatchObject({
      total: 3,
      response: { of: 1, p50: 3, p90: 3 },
      repair: { of: 0 },
      breached: { part: 1, of: 3 },
      firstTime: { part: 1, of: 2 },
      reopened: { part: 1, of: 3 },
    });
  });

  test('the period before has the same length and ends the day before; a long one is shown by month', () => {
    const week = { from: '2026-11-16', until: '2026-11-22' };
    expect(periodBefore(week)).toEqual({ from: '2026-11-09', until: '2026-11-15' });
    expect(daysOf(week)).toBe(7);
    expect(stretchesOf(week)).toHaveLength(7);
    expect(stretchesOf({ from: '2026-01-01', until: '2026-04-02' })).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
  });
});
