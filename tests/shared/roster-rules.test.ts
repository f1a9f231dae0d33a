import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DutyCalendar } from '../../src/shared/calendar/calendar';
import type { PersonReference } from '../../src/shared/references';
import { sameWatch } from '../../src/shared/roster/assignment';
import { brokenRules, type RosteredShift, type RosterFacts, newlyBroken } from '../../src/shared/roster/broken-rules';
import { generateRoster } from '../../src/shared/roster/generate';
import { dateAfter, patternFault, shippedPatterns, type ShiftPattern, slotsOf, twoShifts } from '../../src/shared/roster/pattern';
import { defaultRosterRules, type RosterRules } from '../../src/shared/roster/rules-in-force';
import { stateAfter } from '../../src/shared/roster/shift-change';
import { fits, isDone, replacedIn } from '../../src/shared/roster/replaced';

const zone = 'Asia/Shanghai';
const person = (n: number): PersonReference => ({ id: `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`, name: `人员${n}` });
const [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map(person) as [
  PersonReference,
  PersonReference,
  PersonReference,
  PersonReference,
  PersonReference,
  PersonReference,
];
const nothing: DutyCalendar = { days: [], marked: [] };
const facts = (more: Partial<RosterFacts> = {}): RosterFacts => ({
  rules: defaultRosterRules,
  calendar: nothing,
  leaves: [],
  left: [],
  ...more,
});
const perShift = { ...defaultRosterRules, pattern: { ...twoShifts, leader: 'perShift' as const } };

function on(
  key: string,
  leader: PersonReference | null,
  officers: PersonReference[],
  open = 0,
  pattern: ShiftPattern = twoShifts,
): RosteredShift {
  const slot = slotsOf(pattern, zone, key.slice(0, 10)).find((one) => one.key === key);
  if (!slot) throw new Error(key);
  return { ...slot, leader, officers, open, rostered: true };
}
const broken = (shifts: RosteredShift[], more?: Partial<RosterFacts>) =>
  brokenRules(shifts, facts(more)).map(({ key, rule }) => `${key.slice(5)} ${rule}`);

describe('each rule, just before, at and after its limit', () => {
  test('at least 2 officers on a shift; the leader does not count', () => {
    expect(broken([on('2026-12-01/day', e, [a, b])])).toEqual([]);
    expect(brokenRules([on('2026-12-01/day', e, [a])], facts())).toMatchObject([{ rule: 'tooFewOfficers', found: 1, needed: 2 }]);
    expect(broken([on('2026-12-01/day', e, [a, b])], { rules: { ...defaultRosterRules, minimumOnShift: 3 } })).toEqual([
      '12-01/day tooFewOfficers',
    ]);
  });

  test('at least 4 on site on holidays and marked days, the leader counted in, by the date the shift begins on', () => {
    const calendar = {
      days: [{ date: '2027-01-01', kind: 'holiday' as const, name: '元旦' }],
      marked: [{ date: '2026-12-30', occasion: '暴雪' }],
    };
    const three = (date: string) => on(`${date}/night`, e, [a, b]);
    expect(broken([three('2026-12-29')], { calendar })).toEqual([]);
    expect(brokenRules([three('2026-12-30')], facts({ calendar }))).toMatchObject([{ rule: 'tooFewOnSite', found: 3, needed: 4 }]);
    expect(broken([three('2026-12-31')], { calendar })).toEqual([]);
    expect(broken([three('2027-01-01')], { calendar })).toEqual(['01-01/night tooFewOnSite']);
    expect(broken([on('2027-01-01/night', e, [a, b, c])], { calendar })).toEqual([]);
    // Somebody who is leader and officer is one person on site.
    expect(broken([on('2027-01-01/night', e, [a, b, e])], { calendar })).toEqual(['01-01/night tooFewOnSite', '01-01/night twiceAtOnce']);
    const makeUp = { days: [{ date: '2027-01-03', kind: 'workday' as const, name: '元旦' }], marked: [] };
    expect(broken([three('2027-01-03')], { calendar: makeUp })).toEqual([]);
  });

  test('a whole shift of rest between two shifts of one person, told on the later one', () => {
    const watch = (key: string, ...officers: PersonReference[]) => on(key, e, officers);
    const other = { leader: 'perShift' as const };
    const rules = { rules: { ...defaultRosterRules, pattern: { ...twoShifts, ...other } } };
    const led = (shifts: RosteredShift[]) =>
      broken(
        shifts.map((shift, i) => ({ ...shift, leader: person(90 + i) })),
        rules,
      );
    expect(led([watch('2026-12-01/day', a, b), watch('2026-12-01/night', a, c)])).toEqual(['12-01/night restTooShort']);
    expect(led([watch('2026-12-01/day', a, b), watch('2026-12-01/night', c, d), watch('2026-12-02/day', a, b)])).toEqual([]);
    expect(led([watch('2026-12-01/night', a, b), watch('2026-12-02/day', c, b), watch('2026-12-02/night', a, d)])).toEqual([
      '12-02/day restTooShort',
    ]);
  });

  test('a leader for the whole day stands once a day: the next day is without rest, the one after is not', () => {
    const days = (leaders: PersonReference[]) =>
      leaders.flatMap((leader, i) => [
        on(`2026-12-0${i + 1}/day`, leader, [person(20 + 4 * i), person(21 + 4 * i)]),
        on(`2026-12-0${i + 1}/night`, leader, [person(22 + 4 * i), person(23 + 4 * i)]),
      ]);
    expect(broken(days([e, f, e]))).toEqual([]);
    expect(broken(days([e, e]))).toEqual(['12-02/day restTooShort']);
    expect(broken(days([e]), { rules: perShift })).toEqual(['12-01/night restTooShort']);
  });

  test('nobody twice at once: as leader and officer, twice in one cell, in two shifts that overlap', () => {
    expect(broken([on('2026-12-01/day', a, [a, b])])).toEqual(['12-01/day twiceAtOnce']);
    expect(broken([on('2026-12-01/day', e, [a, a, b])])).toEqual(['12-01/day twiceAtOnce']);
    expect(broken([on('2026-12-01/day', a, [c, d]), on('2026-12-01/night', a, [a, b])])).toEqual(['12-01/night twiceAtOnce']);
    const three = shippedPatterns.find(({ key }) => key === 'threeShifts') as ShiftPattern;
    const overlapping = [on('2026-12-01/day', e, [a, b]), on('2026-12-01/middle', e, [a, c], 0, three)];
    expect(broken(overlapping)).toEqual(['12-01/middle twiceAtOnce']);
  });

  test('leader missing, a post open, nobody rostered', () => {
    expect(broken([on('2026-12-01/day', null, [a, b])])).toEqual(['12-01/day leaderMissing']);
    expect(broken([on('2026-12-01/day', e, [a, b], 1)])).toEqual(['12-01/day postOpen']);
    expect(broken([{ ...on('2026-12-01/day', null, []), rostered: false }])).toEqual(['12-01/day notRostered']);
  });

  test('who has left stands until the last day, and not after', () => {
    const left = [{ person: a.id as string, date: '2026-12-01' }];
    expect(broken([on('2026-12-01/night', e, [a, b])], { left })).toEqual([]);
    expect(broken([on('2026-12-02/day', e, [a, b])], { left })).toEqual(['12-02/day hasLeft']);
  });

  test('approved leave counts from its first moment up to its last', () => {
    const shift = on('2026-12-02/day', e, [a, b]);
    const leave = (from: number, until: number) => broken([shift], { leaves: [{ person: a.id as string, from, until }] });
    expect(leave(shift.start - 1000, shift.start)).toEqual([]);
    expect(leave(shift.start - 1000, shift.start + 1)).toEqual(['12-02/day onLeave']);
    expect(leave(shift.end - 1, shift.end + 1000)).toEqual(['12-02/day onLeave']);
    expect(leave(shift.end, shift.end + 1000)).toEqual([]);
  });

  test('somebody without an entry in the register is named', () => {
    expect(brokenRules([on('2026-12-01/day', e, [a, { name: '小李' }])], facts())).toMatchObject([
      { rule: 'unknownPerson', person: { name: '小李' } },
    ]);
  });
});

test('the order in which shifts are told makes no difference, and what is not asked for is not told', () => {
  const anyone = fc.integer({ min: 1, max: 7 }).map(person);
  const keys = Array.from({ length: 8 }, (_, i) => `${dateAfter('2026-12-01', Math.floor(i / 2))}/${i % 2 === 0 ? 'day' : 'night'}`);
  const shifts = fc.tuple(
    ...keys.map((key) =>
      fc.tuple(fc.option(anyone), fc.array(anyone, { maxLength: 4 })).map(([leader, officers]) => on(key, leader, officers)),
    ),
  );
  fc.assert(
    fc.property(shifts, fc.nat(), (all, turn) => {
      const whole = brokenRules(all, facts());
      const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
      expect(brokenRules(turned, facts())).toEqual(whole);
      const some = brokenRules(all, facts(), ({ date }) => date === '2026-12-02');
      expect(some).toEqual(whole.filter(({ date }) => date === '2026-12-02'));
      expect(newlyBroken(whole, whole)).toEqual([]);
    }),
    { seed: 20_261_122, numRuns: 150 },
  );
});

describe('a generated roster', () => {
  const teams = (count: number, size = 2) =>
    Array.from({ length: count }, (_, i) => ({
      name: `${i + 1}组`,
      members: Array.from({ length: size }, (__, j) => person(10 * i + j + 10)),
    }));
  const rulesOf = (more: Partial<RosterRules>): RosterRules => ({ ...defaultRosterRules, teams: teams(4), leaders: [a, b, c], ...more });
  const month = (pattern: ShiftPattern, first = '2026-12-01', days = 31) =>
    Array.from({ length: days }, (_, i) => slotsOf(pattern, zone, dateAfter(first, i))).flat();
  const filled = (from: Parameters<typeof generateRoster>[0]) => {
    const made = generateRoster(from);
    return from.slots.map((slot, i) => ({ ...slot, rostered: true, ...(made[i] as (typeof made)[number]) }));
  };
  const base = { calendar: nothing, leaves: [], left: [], around: [] };

  test('breaks no rule with four teams and three leaders, in any shipped pattern', () => {
    for (const pattern of shippedPatterns) {
      const rules = rulesOf({ pattern });
      expect(brokenRules(filled({ ...base, rules, slots: month(pattern) }), facts({ rules }))).toEqual([]);
    }
  });

  test('goes on where the month before ended: teams and leaders', () => {
    const rules = rulesOf({});
    const november = filled({ ...base, rules, slots: month(twoShifts, '2026-11-01', 30) });
    const december = filled({ ...base, rules, slots: month(twoShifts), around: november });
    const both = filled({ ...base, rules, slots: month(twoShifts, '2026-11-01', 61) });
    expect([...november, ...december]).toEqual(both);
    // A gap counts as turns.
    const gap = filled({
      ...base,
      rules,
      slots: month(twoShifts, '2026-12-03'),
      around: [...november, ...december.slice(0, 4).map((shift) => ({ ...shift, leader: null, officers: [], rostered: false }))],
    });
    expect(gap[0]?.officers).toEqual(december[4]?.officers);
  });

  test('on marked days the most rested team helps out until 4 are on site', () => {
    const calendar = { days: [{ date: '2026-12-10', kind: 'holiday' as const, name: '公祭' }], marked: [] };
    const rules = rulesOf({});
    const shifts = filled({ ...base, rules, calendar, slots: month(twoShifts) });
    expect(brokenRules(shifts, facts({ rules, calendar }))).toEqual([]);
    for (const { date, officers } of shifts) expect(officers).toHaveLength(date === '2026-12-10' ? 3 : 2);
    const day = shifts.findIndex(({ key }) => key === '2026-12-10/day');
    // Teams stand every fourth shift: two shifts away on both sides is the furthest there is.
    expect(shifts[day - 2]?.officers).toContainEqual(shifts[day]?.officers[2]);
  });

  test('whoever is on leave or has left is passed over, and what nobody can fill stays open', () => {
    const rules = rulesOf({ teams: teams(2), leaders: [a, b] });
    const slots = month(twoShifts);
    const away = { person: person(10).id as string, from: slots[0]?.start as number, until: slots[4]?.start as number };
    const shifts = filled({ ...base, rules, slots, leaves: [away], left: [{ person: b.id as string, date: '2026-12-05' }] });
    expect(shifts.slice(0, 5).map(({ officers, open }) => `${officers.length}+${open}`)).toEqual(['1+1', '2+0', '1+1', '2+0', '2+0']);
    expect(shifts.filter(({ date }) => date > '2026-12-05').every(({ leader }) => leader?.id === a.id)).toBe(true);
    const others = brokenRules(shifts, facts({ rules, leaves: [away], left: [{ person: b.id as string, date: '2026-12-05' }] }));
    expect(new Set(others.map(({ rule }) => rule))).toEqual(new Set(['postOpen', 'tooFewOfficers', 'restTooShort']));
  });

  test('never puts anybody on leave or twice at once, never tires a reserve, and is always the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(...shippedPatterns),
        fc.array(
          fc.record({ who: fc.integer({ min: 10, max: 40 }), from: fc.integer({ min: 0, max: 20 }), days: fc.integer({ min: 1, max: 9 }) }),
          { maxLength: 6 },
        ),
        fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 4 }),
        (count, size, pattern, away, marked) => {
          const rules = rulesOf({ pattern, teams: teams(count, size) });
          const slots = month(pattern, '2026-12-01', 14);
          const start = slots[0]?.start as number;
          const leaves = away.map(({ who, from, days }) => ({
            person: person(who).id as string,
            from: start + from * 86_400_000,
            until: start + (from + days) * 86_400_000,
          }));
          const calendar = {
            days: [],
            marked: marked.map((n) => ({ date: `2026-12-${String(n).padStart(2, '0')}`, occasion: '重大活动' })),
          };
          const from = { ...base, rules, slots, leaves, calendar };
          const shifts = filled(from);
          expect(filled(from)).toEqual(shifts);
          const found = new Set(brokenRules(shifts, facts({ rules, leaves, calendar })).map(({ rule }) => rule));
          for (const never of ['onLeave', 'twiceAtOnce', 'notRostered', 'unknownPerson'] as const) expect(found).not.toContain(never);
          if (count >= 2 && away.length === 0) expect(found).not.toContain('restTooShort');
          for (const { open, officers } of shifts) expect(open).toBe(Math.max(0, 2 - officers.length));
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    );
  });
});

test('a pattern of a unit’s own may not name a shift twice nor let two overlap', () => {
  for (const pattern of shippedPatterns) expect(patternFault(pattern)).toBeUndefined();
  const own = (...spans: [string, string, string][]): ShiftPattern => ({
    ...twoShifts,
    shifts: spans.map(([key, start, end]) => ({ key, name: key, start, end })),
  });
  expect(patternFault(own(['day', '08:00', '20:00'], ['day', '20:00', '08:00']))).toBe('shiftKeyTwice');
  expect(patternFault(own(['day', '08:00', '20:00'], ['night', '20:00', '08:01']))).toBe('shiftsOverlap');
  expect(patternFault(own(['day', '08:00', '20:00'], ['night', '19:59', '08:00']))).toBe('shiftsOverlap');
  expect(patternFault(own(['day', '08:00', '08:00'], ['night', '20:00', '22:00']))).toBe('shiftsOverlap');
  expect(patternFault(own(['day', '08:00', '18:00'], ['night', '20:00', '08:00']))).toBeUndefined();
});

describe('a replacement in a shift', () => {
  const watch = { leader: e, officers: [a, b], open: 0 };
  test('takes one person off and puts the other on; without a stand-in the post is open', () => {
    const swap = { post: 'officer' as const, leaves: a, comes: c };
    expect(replacedIn(watch, swap)).toEqual({ leader: e, officers: [b, c], open: 0 });
    expect(replacedIn(watch, { ...swap, comes: null })).toEqual({ leader: e, officers: [b], open: 1 });
    expect(replacedIn(watch, { post: 'leader', leaves: e, comes: null })).toEqual({ leader: null, officers: [a, b], open: 0 });
  });
  test('of somebody who is not there loses nobody and opens nothing', () => {
    const late = { post: 'officer' as const, leaves: f, comes: c };
    expect(fits(watch, late)).toBe(false);
    expect(replacedIn(watch, late).officers).toEqual([a, b, c]);
    expect(replacedIn(watch, { ...late, comes: null })).toEqual(watch);
  });
  test('done is done: once more changes nothing', () => {
    const one = { post: 'officer' as const, leaves: a, comes: c };
    expect(isDone(watch, one)).toBe(false);
    expect(isDone(replacedIn(watch, one), one)).toBe(true);
    expect(sameWatch(replacedIn(replacedIn(watch, one), one), replacedIn(watch, one))).toBe(true);
  });
});

test('what the steps of a request amount to, contradictions of two desks included', () => {
  const after = (...steps: Parameters<typeof stateAfter>[0][number]['step'][]) => stateAfter(steps.map((step) => ({ step })));
  expect(after()).toEqual({ state: 'asked', contested: false });
  expect(after('asked', 'accepted')).toEqual({ state: 'accepted', contested: false });
  expect(after('asked', 'accepted', 'approved')).toEqual({ state: 'approved', contested: false });
  expect(after('asked', 'approved', 'approved')).toEqual({ state: 'approved', contested: false });
  expect(after('asked', 'approved', 'refused')).toEqual({ state: 'approved', contested: true });
  expect(after('asked', 'withdrawn', 'approved')).toEqual({ state: 'approved', contested: true });
  expect(after('asked', 'declined', 'accepted')).toEqual({ state: 'declined', contested: false });
  const settled = (stands: 'approved' | 'refused') => [
    { step: 'approved' as const },
    { step: 'refused' as const },
    { step: 'settled' as const, stands },
  ];
  expect(stateAfter(settled('refused'))).toEqual({ state: 'refused', contested: false });
  expect(stateAfter(settled('approved'))).toEqual({ state: 'approved', contested: false });
  expect(stateAfter([...settled('refused'), { step: 'approved' }])).toEqual({ state: 'approved', contested: true });
});
