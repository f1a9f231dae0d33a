import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '../../src/shared/roles';
import { hour, minute } from '../../src/shared/time';
import { alarmStandingOf, takenFor, tellEvery } from '../../src/shared/warnings/alarms';
import { reportClocksOf } from '../../src/shared/warnings/clocks';
import { holidaysIn, holidaysToAsk } from '../../src/shared/warnings/holiday-prompts';
import { asksForTaskOrders, authorityOver, gravest, publishersOf, warningLevels } from '../../src/shared/warnings/levels';

describe('who publishes (domain.md 4)', () => {
  test.each(warningLevels)('level %s: nobody without its role, and nobody by holding all the others', (level) => {
    const allowed: readonly string[] = publishersOf[level];
    for (const role of roles) expect(authorityOver([level], [role])).toBe(allowed.includes(role) ? role : undefined);
    expect(
      authorityOver(
        [level],
        roles.filter((role) => !allowed.includes(role)),
      ),
    ).toBeUndefined();
  });
  test('what touches level I is the leading group’s alone, whatever else it touches', () => {
    for (const other of warningLevels) {
      expect(authorityOver(['I', other], ['office'])).toBeUndefined();
      expect(authorityOver([other, 'I'], ['office', 'leadingGroup'])).toBe('leadingGroup');
    }
    expect(gravest(['IV', 'II', 'III'])).toBe('II');
    expect(warningLevels.filter(asksForTaskOrders)).toEqual(['I']);
  });
});

describe('the clocks (domain.md 4: at once to the office, within 1 hour to the leading group)', () => {
  const sign = { signAt: 0, steps: [], reports: [], endedAt: undefined };
  test.each([
    [3.75 * minute - 1, 'running', 'calm'],
    [3.75 * minute, 'running', 'amber'],
    [5 * minute, 'running', 'amber'],
    [5 * minute + 1, 'over', 'red'],
  ])('signs, %i ms later: %s %s', (at, standing, urgency) => {
    expect(reportClocksOf(sign, at)).toMatchObject([{ duty: 'office', standing, urgency, dueAt: 5 * minute }]);
  });
  test.each([
    [45 * minute - 1, 'running', 'calm'],
    [45 * minute, 'running', 'amber'],
    [hour, 'running', 'amber'],
    [hour + 1, 'over', 'red'],
  ])('published by the office, %i ms later: %s %s', (at, standing, urgency) => {
    const times = { ...sign, signAt: undefined, steps: [{ at: 0, by: 'office' as const }] };
    expect(reportClocksOf(times, at)).toMatchObject([{ duty: 'leadingGroup', standing, urgency }]);
  });
  test('a report told late but said to have been made in time is in time; one before a raise does not cover the raise', () => {
    const steps = [
      { at: 0, by: 'office' as const },
      { at: 10 * minute, by: 'office' as const },
    ];
    const times = { signAt: undefined, steps, reports: [{ duty: 'leadingGroup' as const, at: 5 * minute }], endedAt: undefined };
    expect(reportClocksOf(times, 3 * hour).map(({ standing }) => standing)).toEqual(['met', 'over']);
    expect(reportClocksOf({ ...times, endedAt: 20 * minute }, 3 * hour).map(({ standing }) => standing)).toEqual(['met', 'stopped']);
  });
  test('time never turns what was met, or late, into anything else', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (told, first, second) => {
        const times = { signAt: 0, steps: [], reports: [{ duty: 'office' as const, at: told * 1_000 }], endedAt: undefined };
        const at = (seconds: number) => reportClocksOf(times, (told + seconds) * 1_000)[0];
        expect(at(first)).toEqual(at(second));
      }),
      { seed: 20_261_122 },
    );
  });
});

test('an alarm is told at once, again every five minutes, not while taken, and comes back after that', () => {
  expect(alarmStandingOf(0, [], tellEvery * 2.5)).toEqual({ toldAt: tellEvery * 2, tellAgainAt: tellEvery * 3 });
  const taken = [{ by: '甲', at: minute }];
  expect(alarmStandingOf(0, taken, 2 * minute)).toMatchObject({ takenBy: '甲', tellAgainAt: minute + takenFor });
  expect(alarmStandingOf(0, taken, minute + takenFor)).toEqual({ toldAt: minute + takenFor, tellAgainAt: minute + takenFor + tellEvery });
  // Red is another alarm than the amber that was taken.
  expect(alarmStandingOf(2 * minute, taken, 3 * minute)).not.toHaveProperty('takenBy');
});

test('holidays are days of one name that follow one another; asked about from ten days ahead until they are over', () => {
  const days = [
    { date: '2027-01-01', kind: 'holiday' as const, name: '元旦' },
    { date: '2026-12-31', kind: 'holiday' as const, name: '元旦' },
    { date: '2027-01-03', kind: 'workday' as const, name: '元旦' },
    { date: '2027-02-06', kind: 'holiday' as const, name: '春节' },
  ];
  const [newYear] = holidaysIn(days);
  expect(holidaysIn(days)).toHaveLength(2);
  expect(newYear).toEqual({ name: '元旦', year: 2027, firstDay: '2026-12-31', lastDay: '2027-01-01' });
  const asked = (today: string) => holidaysToAsk(days, today).map(({ name }) => name);
  expect([asked('2026-12-20'), asked('2026-12-21'), asked('2027-01-01'), asked('2027-01-02')]).toEqual([[], ['元旦'], ['元旦'], []]);
});
