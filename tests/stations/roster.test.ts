import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { defaultRosterRules, type RosterRules } from '../../src/shared/roster/rules-in-force';
import { shippedPatterns } from '../../src/shared/roster/pattern';
import { day, hour, minute } from '../../src/shared/time';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';
import { key, roster, rosterDesk } from '../support/roster-desk';

describe('a month is made', () => {
  test('generated from the teams, never written by itself, saved whole, and then breaks no rule', async () => {
    const desk = await rosterDesk('generated');
    const { station, token } = desk;
    const proposed = must(await station.call(roster.propose, { month: '2026-12' }, token));
    expect(proposed.assignments).toHaveLength(62);
    expect(proposed.broken).toEqual([]);
    expect((await desk.month()).shifts.every(({ rostered }) => !rostered)).toBe(true);
    expect((await desk.month()).broken.every(({ rule }) => rule === 'notRostered')).toBe(true);
    expect(await desk.fill()).toEqual({ saved: 62 });
    const month = await desk.month();
    expect(month).toMatchObject({ today: '2026-12-01', broken: [], pending: [], leaves: [] });
    expect(month.shifts).toHaveLength(62);
    expect(month.around.map(({ key: name }) => name)).toHaveLength(8);
    expect(await desk.names(key(1, 'night'))).toBe('领导赵 值班丁 值班丙');
    // Nothing differs: nothing is written.
    expect(must(await desk.save(proposed.assignments))).toEqual({ saved: 0 });
    // January goes on where December ended.
    await desk.fill('2027-01');
    expect((await desk.month('2027-01')).broken).toEqual([]);
  });

  test('only what has not begun is proposed, the teams’ turns going on from what was', async () => {
    const desk = await rosterDesk('running');
    const { station } = desk;
    await desk.fill();
    const before = (await desk.month()).shifts;
    desk.clock.pass(10 * day + 4 * hour);
    const token = station.sessionFor(desk.officer);
    const { assignments } = must(await station.call(roster.propose, { month: '2026-12' }, token));
    expect(assignments[0]?.key).toBe(key(11, 'night'));
    expect(assignments).toEqual(before.slice(21).map(({ key: name, leader, officers, open }) => ({ key: name, leader, officers, open })));
    desk.clock.pass(21 * day);
    expect(await station.call(roster.propose, { month: '2026-12' }, station.sessionFor(desk.officer))).toMatchObject({
      refusal: { code: 'monthOver' },
    });
  });

  test('without teams there is nothing to generate from', async () => {
    const { station, token } = await founded(memoryStation('no teams'));
    expect(await station.call(roster.propose, { month: '2026-12' }, token)).toMatchObject({ refusal: { code: 'teamsMissing' } });
    expect(must(await station.call(roster.rules, {}, token))).toEqual({ rules: defaultRosterRules, patterns: shippedPatterns });
  });
});

describe('saving', () => {
  test('a broken rule needs a reason, named with the day; with one it is saved and stays on the record', async () => {
    const desk = await rosterDesk('reason');
    const alone = { key: key(2, 'day'), leader: desk.person('领导赵'), officers: [desk.person('值班甲')], open: 0 };
    expect(await desk.save([alone])).toMatchObject({
      refusal: { code: 'reasonNeeded', params: { rules: 'tooFewOfficers', count: 1, date: '2026-12-02' } },
    });
    expect((await desk.shift(alone.key)).shift.rostered).toBe(false);
    expect(must(await desk.save([alone], '人员外出培训'))).toEqual({ saved: 1 });
    expect((await desk.shift(alone.key)).sides).toMatchObject([{ author: '值班员甲', reason: '人员外出培训', letter: 'A' }]);
    expect((await desk.month()).broken).toContainEqual({ date: '2026-12-02', key: alone.key, rule: 'tooFewOfficers', found: 1, needed: 2 });
  });

  test('rest is measured towards what stays as it is, also across the end of the month', async () => {
    const desk = await rosterDesk('across');
    await desk.fill();
    const last = (await desk.month()).shifts.at(-1);
    const next = { key: '2027-01-01/day', leader: desk.person('领导孙'), officers: last?.officers ?? [], open: 0 };
    expect(await desk.save([next])).toMatchObject({ refusal: { code: 'reasonNeeded', params: { rules: 'restTooShort', count: 2 } } });
    // The other way round: the earlier shift is changed so that a later one is without rest.
    const [first, second] = (await desk.month()).shifts;
    const clash = { key: first?.key ?? '', leader: first?.leader ?? null, officers: second?.officers ?? [], open: 0 };
    expect(await desk.save([clash])).toMatchObject({
      refusal: { code: 'reasonNeeded', params: { rules: 'restTooShort', date: '2026-12-01' } },
    });
  });

  test('nonsense is refused in words, whatever the reason', async () => {
    const desk = await rosterDesk('nonsense');
    const watch = { key: key(2, 'day'), leader: desk.person('领导赵'), officers: [desk.person('值班甲'), desk.person('值班乙')], open: 0 };
    const twice = { ...watch, officers: [desk.person('值班甲'), desk.person('值班甲')] };
    expect(await desk.save([twice], '理由')).toMatchObject({
      refusal: { code: 'personTwice', params: { name: '值班甲', shift: '2026-12-02 白班' } },
    });
    expect(await desk.save([watch, watch], '理由')).toMatchObject({ refusal: { code: 'shiftTwice' } });
    expect(await desk.save([{ ...watch, key: '2026-12-02/middle' }], '理由')).toMatchObject({ refusal: { code: 'noSuchShift' } });
    expect(await desk.save([{ ...watch, key: '2026-02-31/day' }], '理由')).toMatchObject({ refusal: { code: 'noSuchShift' } });
  });

  test('a shift that has ended is changed with a reason only', async () => {
    const desk = await rosterDesk('past');
    await desk.fill();
    desk.clock.pass(15 * hour);
    const changed = {
      key: key(1, 'day'),
      leader: desk.person('领导赵'),
      officers: [desk.person('值班甲'), desk.person('值班己')],
      open: 0,
    };
    expect(await desk.save([changed])).toMatchObject({ refusal: { code: 'pastShift', params: { shift: '2026-12-01 白班' } } });
    must(await desk.save([changed], '当班人员登记有误'));
    expect(await desk.names(changed.key)).toBe('领导赵 值班己 值班甲');
  });

  test('names are the register’s, an id nobody has makes nobody known', async () => {
    const desk = await rosterDesk('names');
    const someone = { id: desk.person('值班甲').id as string, name: '小甲', phone: '19000000099' };
    const nobody = { id: '019a0000-0000-7000-8000-000000000000', name: '查无此人' };
    must(await desk.save([{ key: key(2, 'day'), leader: desk.person('领导赵'), officers: [someone, nobody], open: 0 }], '代号'));
    expect((await desk.shift(key(2, 'day'))).shift.officers).toEqual([desk.person('值班甲'), { name: '查无此人' }]);
    expect((await desk.month()).broken).toContainEqual({
      date: '2026-12-02',
      key: key(2, 'day'),
      rule: 'unknownPerson',
      person: { name: '查无此人' },
    });
  });

  test('a shift can be cleared again', async () => {
    const desk = await rosterDesk('cleared');
    await desk.fill();
    must(await desk.save([{ key: key(5, 'day'), leader: null, officers: [], open: 0 }], '重排'));
    expect((await desk.shift(key(5, 'day'))).shift).toMatchObject({ rostered: false, leader: null, officers: [] });
    expect((await desk.month()).broken).toMatchObject([{ key: key(5, 'day'), rule: 'notRostered' }]);
  });

  test('only leaders and the office make a roster', async () => {
    const desk = await rosterDesk('roles');
    const officer = await desk.signIn('值班甲', ['dutyOfficer']);
    const empty = { assignments: [{ key: key(5, 'day'), leader: null, officers: [], open: 0 }] };
    for (const [name, input] of [
      ['save', empty],
      ['changeRules', {}],
      ['propose', { month: '2026-12' }],
    ] as const) {
      expect(await desk.station.answer(`roster.${name}`, input, officer.token)).toMatchObject({ refusal: { code: 'notAllowed' } });
    }
    must(await desk.station.call(roster.month, { month: '2026-12' }, officer.token));
    expect(await desk.station.call(roster.month, { month: '2026-12' }, desk.audit)).toMatchObject({ refusal: { code: 'notAllowed' } });
  });
});

describe('rules in force', () => {
  test('a shipped pattern or one’s own; rostered shifts keep their times, and hide what the new pattern would put there', async () => {
    const desk = await rosterDesk('pattern');
    const { station, token } = desk;
    const rules = async (changes: Partial<RosterRules>) => station.call(roster.changeRules, changes, token);
    const watch = { leader: desk.person('领导赵'), officers: [desk.person('值班甲'), desk.person('值班乙')], open: 0 };
    must(await desk.save([{ key: key(2, 'day'), ...watch }]));
    const three = shippedPatterns.find((pattern) => pattern.key === 'threeShifts');
    must(await rules({ pattern: three as RosterRules['pattern'] }));
    const second = (await desk.month()).shifts.filter(({ date }) => date === '2026-12-02').map((shift) => shift.shift);
    expect(second).toEqual(['night', 'day']);
    must(await desk.save([{ key: key(2, 'day'), leader: null, officers: [], open: 0 }], '改三班制'));
    const freed = (await desk.month()).shifts.filter(({ date }) => date === '2026-12-02').map((shift) => shift.shift);
    expect(freed).toEqual(['night', 'morning', 'middle']);
    const own = {
      ...(three as RosterRules['pattern']),
      key: 'own',
      shifts: [
        { key: 'day', name: '早', start: '08:00', end: '20:30' },
        { key: 'night', name: '晚', start: '20:00', end: '08:00' },
      ],
    };
    expect(await rules({ pattern: own })).toMatchObject({ refusal: { code: 'shiftsOverlap' } });
  });

  test('nobody is in two teams, no two teams have one name', async () => {
    const desk = await rosterDesk('teams');
    const team = (name: string, ...members: string[]) => ({ name, members: members.map(desk.person) });
    const change = (teams: RosterRules['teams']) => desk.station.call(roster.changeRules, { teams }, desk.token);
    expect(await change([team('一组', '值班甲'), team('二组', '值班甲')])).toMatchObject({
      refusal: { code: 'personInTwoTeams', params: { name: '值班甲' } },
    });
    expect(await change([team('一组', '值班甲'), team('一组', '值班乙')])).toMatchObject({ refusal: { code: 'teamNameTwice' } });
    must(await change([team('一组', '值班甲')]));
    expect(must(await desk.station.call(roster.rules, {}, desk.token)).rules).toMatchObject({
      teams: [{ name: '一组' }],
      minimumOnShift: 2,
    });
  });
});

test('who is on duty now, before and after; the asking officer’s own post; nobody rostered has its times all the same', async () => {
  const desk = await rosterDesk('now');
  const { station } = desk;
  expect((await desk.shift()).shift).toMatchObject({ key: '2026-11-30/night', rostered: false, officers: [] });
  await desk.fill();
  const officer = await desk.signIn('值班丙', ['dutyOfficer']);
  desk.clock.pass(4 * hour);
  expect(must(await station.call(roster.onDuty, {}, officer.token))).toMatchObject({
    shift: { key: key(1, 'day') },
    next: { key: key(1, 'night') },
    nextPost: 'officer',
  });
  desk.clock.pass(10 * hour);
  const duty = must(await station.call(roster.onDuty, {}, station.sessionFor(officer.id)));
  expect(duty).toMatchObject({ shift: { key: key(1, 'night') }, post: 'officer' });
  expect(duty.nextPost).toBeUndefined();
  expect(await desk.shift(key(1, 'night'))).toMatchObject({ previous: { key: key(1, 'day') }, next: { key: key(2, 'day') } });
});

test('the call sheet has the people of this shift and the next, with phones and deputies as the register has them now', async () => {
  const desk = await rosterDesk('calls');
  const { station, token } = desk;
  await desk.fill();
  must(
    await station.call(
      contracts.people.setDeputies,
      { id: desk.person('值班甲').id as string, deputies: [desk.person('值班戊').id as string] },
      token,
    ),
  );
  must(await station.call(contracts.people.change, { id: desk.person('值班甲').id as string, phone: '19000000088' }, token));
  const sheet = must(await station.call(roster.callSheet, { key: key(1, 'day') }, token));
  expect(sheet.people.map(({ when, post, person }) => `${when} ${post} ${person.name}`)).toEqual([
    'now leader 领导赵',
    'now officer 值班甲',
    'now officer 值班乙',
    'next leader 领导赵',
    'next officer 值班丙',
    'next officer 值班丁',
  ]);
  expect(sheet.people[1]).toMatchObject({ phone: '19000000088', title: '值班员', deputies: [{ name: '值班戊', phone: '19000000005' }] });
});

test('tables are what the entries say', async () => {
  const desk = await rosterDesk('rebuilt');
  await desk.fill();
  desk.clock.pass(minute);
  const before = dump(desk.station);
  desk.station.journal.rebuild();
  expect(dump(desk.station)).toEqual(before);
});
