import { describe, expect, test } from 'vitest';
import { defaultRosterRules } from '../../shared/roster/rules-in-force';
import { slotsOf, twoShifts } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import {
  askedReasons,
  brokenIn,
  columnsOf,
  editCell,
  type MonthRoster,
  peopleInCell,
  rowsOf,
  saidOnce,
  withEdits,
  withProposal,
} from './matrix-cells';

const person = (n: number) => ({ id: `019a0000-0000-7000-8000-00000000000${n}`, name: `人员${n}` });
const shifts: Shift[] = ['2026-12-01', '2026-12-02'].flatMap((date) =>
  slotsOf(twoShifts, 'Asia/Shanghai', date).map((slot) => ({
    ...slot,
    id: '019a0000-0000-7000-8000-000000000009',
    leader: person(9),
    officers: slot.shift === 'day' ? [person(1), person(2)] : [person(3), person(4)],
    open: 0,
    rostered: true,
    contested: false,
  })),
);
const month: MonthRoster = {
  month: '2026-12',
  today: '2026-12-01',
  shifts,
  around: [],
  broken: [],
  calendar: { days: [], marked: [] },
  rules: defaultRosterRules,
  leaves: [],
  left: [],
  pending: [],
};

describe('the matrix', () => {
  const rows = rowsOf(shifts);
  const columns = columnsOf(month);
  const [leader, day] = columns as [(typeof columns)[0], (typeof columns)[0]];

  test('has dates down, the leader of the day and the shifts across', () => {
    expect(rows.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-02']);
    expect(columns.map(({ key }) => key)).toEqual(['leader', 'day', 'night']);
    const perShift = { ...month, rules: { ...defaultRosterRules, pattern: { ...twoShifts, leader: 'perShift' as const } } };
    expect(columnsOf(perShift).map(({ key }) => key)).toEqual(['leader day', 'day', 'leader night', 'night']);
    expect(peopleInCell(rows[0] as (typeof rows)[0], leader)).toEqual([person(9)]);
  });

  test('the leader of the day is the leader of all its shifts; what says nothing new is no edit', () => {
    const row = rows[0] as (typeof rows)[0];
    const edits = editCell(month, {}, row, leader, [person(8)]);
    expect(Object.keys(edits)).toEqual(['2026-12-01/day', '2026-12-01/night']);
    expect(withEdits(shifts, edits)[1]?.leader).toEqual(person(8));
    const edited = rowsOf(withEdits(shifts, edits))[0] as (typeof rows)[0];
    expect(editCell(month, edits, edited, leader, [person(9)])).toEqual({});
    expect(editCell(month, {}, row, day, [person(2), person(1)])).toEqual({});
    expect(withProposal(month, edits, [{ key: '2026-12-01/day', leader: person(9), officers: [person(1), person(2)], open: 0 }])).toEqual({
      '2026-12-01/night': edits['2026-12-01/night'],
    });
  });

  test('rules broken by what was typed are those saving asks a reason for', () => {
    const two = { ...month, rules: { ...defaultRosterRules, pattern: { ...twoShifts, leader: 'perShift' as const } } };
    const row = rows[0] as (typeof rows)[0];
    const edits = editCell(two, {}, row, day, [person(1), person(3)]);
    const broken = brokenIn(two, withEdits(shifts, edits));
    // The leader of the month's every shift has no rest either.
    const asked = askedReasons(broken, edits, two, 0).broken.filter(({ person: who }) => who?.name !== '人员9');
    expect(asked.map(({ rule, key }) => `${key} ${rule}`)).toEqual(['2026-12-01/night restTooShort']);
    expect(askedReasons(broken, edits, two, 0).past).toBe(false);
    expect(askedReasons(broken, edits, two, 9e12).past).toBe(true);
  });
});

test('a day names each stranger to the register once, in one line, and keeps what each shift breaks', () => {
  const on = { date: '2026-12-01' };
  const [day, night] = ['2026-12-01/day', '2026-12-01/night'];
  const broken = [
    { ...on, key: day, rule: 'tooFewOfficers' as const, found: 1, needed: 2 },
    { ...on, key: day, rule: 'unknownPerson' as const, person: { name: '甲' } },
    { ...on, key: day, rule: 'unknownPerson' as const, person: { name: '乙' } },
    { ...on, key: night, rule: 'tooFewOfficers' as const, found: 1, needed: 2 },
    { ...on, key: night, rule: 'unknownPerson' as const, person: { name: '甲' } },
  ];
  expect(saidOnce(broken, '、').map(({ rule, person }) => [rule, person?.name])).toEqual([
    ['tooFewOfficers', undefined],
    ['unknownPerson', '甲、乙'],
    ['tooFewOfficers', undefined],
  ]);
});
