import { describe, expect, test } from 'vitest';
import { presencesOf, presenceState } from '../../src/shared/attendance/presence';
import type { AttendanceRecord, Presence } from '../../src/shared/attendance/record';
import { isAbsentBy, isExpected, isOverdue, minutesLate, opensForCheckIn } from '../../src/shared/attendance/rules';
import { isTimeToSign } from '../../src/shared/duty-record/due';
import { urgencyOfUnsigned } from '../../src/shared/handover/limits';
import { isSamePerson } from '../../src/shared/references';
import { hour, minute, second } from '../../src/shared/time';

const start = 1_000 * hour;

describe('late: more than 5 minutes after the beginning, by whole minutes since it', () => {
  test.each([
    [-minute, 0],
    [0, 0],
    [5 * minute - 1, 0],
    [5 * minute, 0],
    [5 * minute + 1, 5],
    [6 * minute - 1, 5],
    [6 * minute, 6],
    [90 * minute, 90],
  ])('%d ms after: %d', (after, late) => expect(minutesLate(start, start + after)).toBe(late));
});

test('absent from 5 minutes after the beginning on', () => {
  expect(isAbsentBy(start, start + 5 * minute - 1)).toBe(false);
  expect(isAbsentBy(start, start + 5 * minute)).toBe(true);
});

test('a shift opens for check-in 60 minutes before it begins', () => {
  expect(opensForCheckIn(start, start - hour - 1)).toBe(false);
  expect(opensForCheckIn(start, start - hour)).toBe(true);
});

test('back later than said: overdue after the moment, not at it', () => {
  expect(isOverdue(undefined, start)).toBe(false);
  expect(isOverdue(start, start)).toBe(false);
  expect(isOverdue(start, start + 1)).toBe(true);
});

test('an unsigned duty record: nothing before the end, amber at it, red 15 minutes later', () => {
  expect(urgencyOfUnsigned(start, start - 1)).toBe('none');
  expect(urgencyOfUnsigned(start, start)).toBe('amber');
  expect(urgencyOfUnsigned(start, start + 15 * minute - 1)).toBe('amber');
  expect(urgencyOfUnsigned(start, start + 15 * minute)).toBe('red');
});

test('a duty record may be signed without a reason from 60 minutes before the end', () => {
  expect(isTimeToSign(start, start - hour - 1)).toBe(false);
  expect(isTimeToSign(start, start - hour)).toBe(true);
});

test('who shares a name takes nobody’s place: a name is enough only where the roster has no more', () => {
  const known = { id: '019a0000-0000-7000-8000-000000000001', name: '张三' };
  const other = { id: '019a0000-0000-7000-8000-000000000002', name: '张三' };
  const name = { name: '张三' };
  expect([isExpected(known, known), isExpected(known, other), isExpected(known, name), isExpected(name, known)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([isSamePerson(known, other), isSamePerson(known, name)]).toEqual([false, true]);
});

describe('how a person stands', () => {
  const came = (late = 0): Pick<Presence, 'checkedIn'> => ({
    checkedIn: { entry: 'e', at: start, minutesLate: late, account: 'a', reason: '', carriedOver: false },
  });
  const away = (permitted: boolean): Pick<Presence, 'away'> => ({
    away: { entry: 'e', since: start, reason: '', permission: permitted ? { by: { name: '领导' }, means: 'phone' } : null },
  });
  test.each([
    ['expected', {}, 5 * minute - 1],
    ['absent', {}, 5 * minute],
    ['present', came(), hour],
    ['late', came(7), hour],
    ['awayWithPermission', { ...came(), ...away(true) }, hour],
    ['awayWithoutPermission', { ...came(7), ...away(false) }, hour],
    ['checkedOut', { ...came(), checkedOutAt: start }, hour],
  ] as const)('%s', (state, facts, after) => expect(presenceState(facts, start, start + after)).toBe(state));
});

describe('what the records of a shift amount to', () => {
  const person = { name: '张三' };
  const line = (what: string, after: number, more: object = {}) =>
    ({ what, entry: `${what}${after}`, at: start + after, officer: 'o', author: '值班员', person, ...more }) as unknown as AttendanceRecord;
  const checkIn = (after: number, late = 0) => line('checkedIn', after, { account: 'a', start, minutesLate: late, reason: '' });
  const left = (after: number, permission: object | null) => line('postLeft', after, { permission, reason: '就餐' });
  const given = { by: { name: '领导' }, means: 'phone' };
  const seen = (...records: AttendanceRecord[]) =>
    presencesOf({ start, leader: null, officers: [person] }, records, start + hour)[0] as Presence;

  test('two check-ins: both on record, the earlier by the wall clock counts, in whatever order they are read', () => {
    for (const records of [
      [checkIn(minute), checkIn(9 * minute, 9)],
      [checkIn(9 * minute, 9), checkIn(minute)],
    ]) {
      expect(seen(...records)).toMatchObject({ state: 'present', checkIns: 2, checkedIn: { at: start + minute, minutesLate: 0 } });
    }
  });
  test('away, back, away again without permission: the violation is counted and stays counted after the return', () => {
    expect(seen(checkIn(0), left(1, given))).toMatchObject({ state: 'awayWithPermission', leftWithoutPermission: 0 });
    expect(seen(checkIn(0), left(1, given), line('postReturnedTo', 2), left(3, null))).toMatchObject({ state: 'awayWithoutPermission' });
    expect(seen(checkIn(0), left(1, null), line('postReturnedTo', 2))).toMatchObject({ state: 'present', leftWithoutPermission: 1 });
  });
  test('two desks noted one leaving apart: without permission if one of them knew of none, since the earlier', () => {
    expect(seen(checkIn(0), left(1, given), left(2, null))).toMatchObject({ state: 'awayWithoutPermission', away: { since: start + 1 } });
  });
  test('a voided line says nothing, but is there', () => {
    const voided = { ...left(1, null), voided: { at: start, author: '领导', reason: '误记' } } as AttendanceRecord;
    expect(seen(checkIn(0), voided)).toMatchObject({ state: 'present', leftWithoutPermission: 0 });
  });
  test('lines without a check-in before them do not throw', () => {
    expect(seen(line('postReturnedTo', 1), line('checkedOut', 2), left(3, null)).state).toBe('absent');
  });
  test('who came without being on the roster stands after the others', () => {
    const stranger = { name: '李四' };
    const people = presencesOf(
      { start, leader: null, officers: [person] },
      [{ ...checkIn(second), person: stranger, reason: '顶班' } as AttendanceRecord],
      start + hour,
    );
    expect(people.map((one) => [one.person.name, one.post, one.state])).toEqual([
      ['张三', 'officer', 'absent'],
      ['李四', undefined, 'present'],
    ]);
  });
});
