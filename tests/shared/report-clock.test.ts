import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingContents, type ToldRole, toldRoles } from '../../src/shared/reports/contents';
import { countsAs, reportClockOf, type ReportTimes, reportWithin } from '../../src/shared/reports/clock';
import { minute, second } from '../../src/shared/time';

const receivedAt = Date.UTC(2026, 10, 2, 18, 30);
const due = receivedAt + 5 * minute;
const fresh: ReportTimes = { receivedAt, told: [], sent: false };
const both = (leader: number, main: number, role: ToldRole = 'office') => [
  { role: 'shiftLeader' as const, at: receivedAt + leader },
  { role, at: receivedAt + main },
];

test('an important matter is reported within 5 minutes of its receipt (domain.md 1)', () => {
  expect(reportWithin).toBe(300_000);
  expect(reportClockOf(fresh, receivedAt)).toMatchObject({ due, left: 5 * minute, over: 0, verdict: 'running', urgency: 'calm' });
});

describe('amber at 3 min 45 s, red when over', () => {
  test.each([
    [0, 'calm', 'running'],
    [3 * minute + 45 * second - 1, 'calm', 'running'],
    [3 * minute + 45 * second, 'amber', 'running'],
    [5 * minute - 1, 'amber', 'running'],
    [5 * minute, 'amber', 'running'],
    [5 * minute + 1, 'red', 'missing'],
  ])('%i ms after the receipt: %s, %s', (passed, urgency, verdict) => {
    const clock = reportClockOf(fresh, receivedAt + passed);
    expect(clock).toMatchObject({ urgency, verdict, left: Math.max(0, 5 * minute - passed), over: Math.max(0, passed - 5 * minute) });
  });
});

describe('on time only if the shift leader and a main leader were told within 5 minutes', () => {
  const now = receivedAt + 60 * minute;
  test.each([
    ['both before', both(minute, 2 * minute), 'onTime', 0],
    ['both at the very end', both(5 * minute, 5 * minute), 'onTime', 0],
    ['the main leader one ms late', both(minute, 5 * minute + 1), 'late', 1],
    ['the shift leader one ms late', both(5 * minute + 1, minute), 'late', 1],
    ['both late: by the later', both(6 * minute, 8 * minute), 'late', 3 * minute],
    ['the leading group counts too', both(minute, minute, 'leadingGroup'), 'onTime', 0],
  ])('%s', (_, told, verdict, over) => {
    expect(reportClockOf({ ...fresh, told, sent: true }, now)).toMatchObject({ verdict, over, urgency: 'calm', untold: [], left: 0 });
  });

  test('one of the two is not enough, nor is somebody else; told again later changes nothing', () => {
    const leader = both(minute, 0).slice(0, 1);
    expect(reportClockOf({ ...fresh, told: leader, sent: true }, due)).toMatchObject({ verdict: 'running', untold: ['mainLeader'] });
    expect(reportClockOf({ ...fresh, told: leader, sent: true }, due + 1)).toMatchObject({ verdict: 'late', urgency: 'red', over: 1 });
    expect(reportClockOf({ ...fresh, told: leader }, due + 1)).toMatchObject({ verdict: 'missing' });
    expect(reportClockOf({ ...fresh, told: both(minute, minute, 'other'), sent: true }, due + 1).untold).toEqual(['mainLeader']);
    expect(reportClockOf({ ...fresh, told: [...both(9 * minute, 9 * minute), ...both(minute, minute)] }, now).verdict).toBe('onTime');
    expect(toldRoles.map(countsAs)).toEqual(['shiftLeader', 'mainLeader', 'mainLeader', undefined]);
  });
});

test('missing while it is open and nothing was sent; sent or ended it is late', () => {
  const now = due + 10 * minute;
  expect(reportClockOf(fresh, now)).toMatchObject({ verdict: 'missing', over: 10 * minute });
  expect(reportClockOf({ ...fresh, sent: true }, now)).toMatchObject({ verdict: 'late', over: 10 * minute, urgency: 'red' });
  expect(reportClockOf({ ...fresh, sent: true, endedAt: due + minute }, now)).toMatchObject({
    verdict: 'late',
    over: minute,
    urgency: 'calm',
  });
});

test('received late in the evening, due after midnight: five minutes all the same', () => {
  const evening = Date.UTC(2026, 11, 31, 15, 58);
  const clock = reportClockOf({ receivedAt: evening, told: [], sent: false }, evening + 4 * minute);
  expect(clock).toMatchObject({ due: Date.UTC(2026, 11, 31, 16, 3), left: minute, urgency: 'amber' });
});

test('the later it gets the more it presses, and never the other way', () => {
  const rank = { calm: 0, amber: 1, red: 2 };
  fc.assert(
    fc.property(fc.nat(20 * minute), fc.nat(20 * minute), (one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)].map((passed) => reportClockOf(fresh, receivedAt + passed));
      expect(rank[early?.urgency ?? 'red']).toBeLessThanOrEqual(rank[late?.urgency ?? 'calm']);
      expect(early?.over).toBeLessThanOrEqual(late?.over ?? 0);
    }),
    { seed: 5 },
  );
});

test('a first report needs time, place, source and nature; the final one all seven contents', () => {
  const known = { time: 1, place: '人民路', source: '110', nature: '群体聚集', scope: '', trend: '', measures: '' };
  expect(missingContents('first', known)).toEqual([]);
  expect(missingContents('followUp', { ...known, place: '' })).toEqual(['place']);
  expect(missingContents('final', known)).toEqual(['scope', 'trend', 'measures']);
});
