import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, minute, second } from '../../src/shared/time';
import { dump } from '../support/dump';
import { exchange, trust } from '../support/exchange';
import { must } from '../support/memory-station';
import { at, shiftDesk } from '../support/shift-desk';

const { attendance, accounts } = contracts;
const night = '2026-11-22/night';
const nextDay = '2026-11-23/day';
const begin = at('2026-11-22', '20:00');

/** A night shift at 19:30: one leader, two officers. */
async function nightShift(seed: string, start = begin - 30 * minute) {
  const desk = await shiftDesk(seed, start);
  const chen = await desk.member('chen', '陈晓澜');
  const wang = await desk.member('wang', '王梓昂');
  const han = await desk.member('han', '韩志原', ['shiftLeader']);
  desk.roster(night, [chen.person, wang.person], han.person);
  return { ...desk, chen, wang, han };
}

describe('check-in, with one’s own password, whoever’s session it is', () => {
  test('from 60 minutes before the shift; the station says who, when, and that it is in time', async () => {
    const { chen, checkIn, goTo, stateOf } = await nightShift('early', begin - 2 * hour);
    goTo(begin - hour - 1);
    // The day shift is on, and does not know her.
    expect(await checkIn(chen)).toMatchObject({ refusal: { code: 'notRostered' } });
    expect(await checkIn(chen, { shift: night })).toMatchObject({ refusal: { code: 'notOpen' } });
    goTo(begin - hour);
    expect(must(await checkIn(chen))).toEqual({ shift: night, person: chen.person, minutesLate: 0, standsIn: false });
    expect(await stateOf('陈晓澜', night)).toBe('present');
    expect(await checkIn(chen)).toMatchObject({ refusal: { code: 'alreadyCheckedIn' } });
  });

  test.each([
    ['at 5 minutes in time', 5 * minute, 0, 'present'],
    ['a millisecond later late by 5', 5 * minute + 1, 5, 'late'],
    ['at 12:30 minutes late by 12', 12.5 * minute, 12, 'late'],
  ])('%s', async (_, after, minutesLate, state) => {
    const { chen, checkIn, goTo, stateOf } = await nightShift(String(after));
    goTo(begin + after);
    expect(must(await checkIn(chen)).minutesLate).toBe(minutesLate);
    expect(await stateOf('陈晓澜')).toBe(state);
  });

  test('expected until 5 minutes after the beginning, then absent; over midnight it is still the same shift', async () => {
    const { goTo, stateOf, shift } = await nightShift('absent');
    goTo(begin + 5 * minute - 1);
    expect(await stateOf('陈晓澜')).toBe('expected');
    goTo(begin + 5 * minute);
    expect(await stateOf('陈晓澜')).toBe('absent');
    goTo(at('2026-11-23', '00:00'));
    expect((await shift()).shift.key).toBe(night);
    expect(await stateOf('陈晓澜')).toBe('absent');
    goTo(at('2026-11-23', '08:00'));
    expect((await shift()).shift.key).toBe(nextDay);
  });

  test('who is not on the roster comes with a reason (顶班), and is late for nobody', async () => {
    const { member, checkIn, shift, goTo } = await nightShift('stand-in');
    const zhao = await member('zhao', '赵启杭');
    goTo(begin + hour);
    expect(await checkIn(zhao)).toMatchObject({ refusal: { code: 'notRostered', params: { name: '赵启杭' } } });
    expect(must(await checkIn(zhao, { reason: '王梓昂临时请假，顶班' }))).toMatchObject({ standsIn: true, minutesLate: 0 });
    expect((await shift()).people.at(-1)).toMatchObject({
      person: { name: '赵启杭' },
      state: 'present',
      checkedIn: { reason: '王梓昂临时请假，顶班' },
    });
  });

  test('an administrator has no part in the duty; a password somebody else chose proves nobody’s presence', async () => {
    const { station, sec, checkIn } = await nightShift('not a desk account');
    expect(await checkIn({ signer: { login: 'sys', password: 'Xitong-2026' } }, { reason: '顶班' })).toMatchObject({
      refusal: { code: 'notADeskAccount' },
    });
    must(await station.call(accounts.create, { login: 'fresh', name: '新人', roles: ['dutyOfficer'], password: 'Linshi-2026' }, sec));
    expect(await checkIn({ signer: { login: 'fresh', password: 'Linshi-2026' } }, { reason: '顶班' })).toMatchObject({
      refusal: { code: 'passwordMustChange' },
    });
  });

  test('a wrong password counts towards the lock; five lock the account for the door too', async () => {
    const { station, chen, checkIn } = await nightShift('lock');
    const wrong = { signer: { login: 'chen', password: 'falsch' } };
    for (let i = 0; i < 5; i++) expect(await checkIn(wrong)).toMatchObject({ refusal: { code: 'wrongPassword' } });
    expect(await checkIn(chen)).toMatchObject({ refusal: { code: 'accountLocked', params: { minutes: 30 } } });
    expect(await station.call(accounts.signIn, chen.signer)).toMatchObject({ refusal: { code: 'accountLocked' } });
    expect(await checkIn({ signer: { login: 'nobody', password: 'falsch' } })).toMatchObject({ refusal: { code: 'wrongPassword' } });
  });

  test('the entry’s actor is who signed, not whose session it was', async () => {
    const { station, chen, checkIn } = await nightShift('actor');
    must(await checkIn(chen));
    const actor = station.journal.raw
      .prepare(
        `SELECT a.id FROM entries e JOIN actors a ON a.n = e.actor JOIN event_names n ON n.n = e.name WHERE n.name = 'attendance.checkedIn@1'`,
      )
      .pluck()
      .get();
    expect(actor).toBe(chen.account);
  });

  test('a leader for the whole day is not asked twice: he stands on from the shift before', async () => {
    const desk = await nightShift('whole day', at('2026-11-22', '07:50'));
    const { han, checkIn, roster, goTo, stateOf, shift, station } = desk;
    roster('2026-11-22/day', [], han.person);
    must(await checkIn(han));
    goTo(begin + 10 * minute);
    expect(await stateOf('韩志原')).toBe('present');
    expect((await shift()).people[0]?.checkedIn).toMatchObject({ carriedOver: true, minutesLate: 0 });
    station.notice();
    expect((await shift()).records.map((record) => 'person' in record && record.person.name)).toEqual(['陈晓澜', '王梓昂']);
    // He may put it on record all the same, and is not late.
    expect(must(await checkIn(han))).toMatchObject({ shift: night, minutesLate: 0 });
  });
});

describe('leaving the post', () => {
  async function onDuty(seed: string) {
    const desk = await nightShift(seed);
    const { chen, wang, han, checkIn, station, session } = desk;
    for (const one of [chen, wang, han]) must(await checkIn(one));
    desk.goTo(begin + hour);
    const leave = (more: object = {}, person: object = chen.person) =>
      station.answer('attendance.leavePost', { shift: night, person, permission: null, reason: '就餐', ...more }, session());
    const back = (person = chen.person) => station.call(attendance.returnToPost, { shift: night, person }, session());
    return { ...desk, leave, back };
  }
  const given = { permission: { by: { name: '韩志原' }, means: 'phone' } };

  test('with permission: who gave it, how, and when back; then returned', async () => {
    const { leave, back, stateOf, shift } = await onDuty('with');
    expect(await leave({ ...given, expectedBack: begin + 2 * hour })).toMatchObject({ ok: true });
    expect(await stateOf('陈晓澜')).toBe('awayWithPermission');
    expect((await shift()).people.find(({ away }) => away)?.away).toMatchObject({
      ...given,
      reason: '就餐',
      expectedBack: begin + 2 * hour,
    });
    expect(await leave(given)).toMatchObject({ refusal: { code: 'alreadyAway' } });
    must(await back());
    expect(await stateOf('陈晓澜')).toBe('present');
    expect(await back()).toMatchObject({ refusal: { code: 'notAway' } });
  });

  test('without it: a violation that the record shows, also after the return', async () => {
    const { leave, back, stateOf, shift } = await onDuty('without');
    must((await leave()) as never);
    expect(await stateOf('陈晓澜')).toBe('awayWithoutPermission');
    must(await back());
    expect((await shift()).figures).toContainEqual({ key: 'leftWithoutPermission', value: 1 });
  });

  test('nobody permits himself, nobody is back before leaving, who has not come cannot leave', async () => {
    const { leave, chen, member } = await onDuty('refusals');
    expect(await leave({ permission: { by: { id: chen.id, name: '陈晓澜' }, means: 'spoken' } })).toMatchObject({
      refusal: { code: 'ownPermission' },
    });
    expect(await leave({ expectedBack: begin + hour })).toMatchObject({ refusal: { code: 'backInPast' } });
    expect(await leave({ expectedBack: begin + hour + 1 })).toMatchObject({ ok: true });
    expect(await leave({}, (await member('he', '何立群')).person)).toMatchObject({ refusal: { code: 'notCheckedIn' } });
    expect(await leave({ shift: '2026-11-22/noon' })).toMatchObject({ refusal: { code: 'noSuchShift' } });
  });

  test('a wrong line is voided with a reason and stays; a violation only a leader voids', async () => {
    const { leave, station, chen, han, shift, stateOf, session } = await onDuty('void');
    must((await leave()) as never);
    const entry = (await shift()).records.at(-1)?.entry as string;
    const input = { shift: night, entry, reason: '实为经批准离岗，误记' };
    expect(await station.call(attendance.void, input, chen.session())).toMatchObject({ refusal: { code: 'leaderVoids' } });
    must(await station.call(attendance.void, input, han.session()));
    expect(await stateOf('陈晓澜')).toBe('present');
    expect((await shift()).records.at(-1)).toMatchObject({ what: 'postLeft', voided: { author: '韩志原', reason: input.reason } });
    expect(await station.call(attendance.void, input, session())).toMatchObject({ refusal: { code: 'alreadyVoided' } });
    expect((await shift()).figures).toContainEqual({ key: 'leftWithoutPermission', value: 0 });
  });

  test('checked out, and back again with another check-in', async () => {
    const { station, chen, checkIn, stateOf, session, goTo } = await onDuty('out');
    must(await station.call(attendance.checkOut, { shift: night, person: chen.person }, session()));
    expect(await stateOf('陈晓澜')).toBe('checkedOut');
    goTo(begin + 2 * hour);
    must(await checkIn(chen));
    expect(await stateOf('陈晓澜')).toBe('present');
  });
});

test('spot check: by whom, who was there, what was found; problems need words', async () => {
  const { station, chen, han, shift } = await nightShift('spot');
  const check = (more: object) =>
    station.answer('attendance.spotCheck', { checkedBy: han.person, present: [chen.person], result: 'problems', ...more }, han.session());
  expect(await check({})).toMatchObject({ refusal: { code: 'findingsNeeded' } });
  expect(await check({ findings: '台面杂乱', remark: '已整改', shift: night })).toMatchObject({ ok: true });
  expect((await shift(night)).records).toMatchObject([
    { what: 'spotChecked', findings: '台面杂乱', present: [chen.person], author: '韩志原' },
  ]);
  expect((await shift(night)).figures).toContainEqual({ key: 'spotChecks', value: 1 });
});

test('visitors: one badge, one visitor; who is inside is shown in the next shift too', async () => {
  const { station, session, shift, goTo } = await nightShift('visitors', begin - 5 * minute);
  const arrive = (name: string, badge: string) =>
    station.call(
      attendance.visitorArrived,
      { name, unit: '光缆代维单位', purpose: '更换光模块', badge, visits: { name: '陈晓澜' } },
      session(),
    );
  const { id } = must(await arrive('来访甲', 'F-1'));
  expect(await arrive('来访乙', 'F-1')).toMatchObject({ refusal: { code: 'badgeGivenOut', params: { name: '来访甲', badge: 'F-1' } } });
  goTo(begin);
  must(await arrive('来访丙', ''));
  expect((await shift()).visitors.map(({ name }) => name)).toEqual(['来访甲', '来访丙']);
  expect((await shift()).figures).toContainEqual({ key: 'visitors', value: 1 });
  must(await station.call(attendance.visitorLeft, { id, badgeReturned: false }, session()));
  expect(await station.call(attendance.visitorLeft, { id }, session())).toMatchObject({ refusal: { code: 'visitorGone' } });
  expect((await shift()).visitors.map(({ name }) => name)).toEqual(['来访丙']);
  const list = must(await station.call(attendance.visitors, {}, session()));
  expect(list.map(({ name, leftAt, badgeReturned }) => [name, leftAt, badgeReturned])).toEqual([
    ['来访丙', undefined, undefined],
    ['来访甲', begin, false],
  ]);
  must(await station.call(attendance.voidVisitor, { id: list[0]?.id as string, reason: '重复登记' }, session()));
  expect(must(await station.call(attendance.visitors, { inside: true }, session()))).toEqual([]);
  expect((await shift()).figures).toContainEqual({ key: 'visitors', value: 0 });
});

test('figures of a shift’s page: attendance, log by kind, faults', async () => {
  const { station, session, chen, checkIn, goTo } = await nightShift('figures');
  goTo(begin + 9 * minute);
  must(await checkIn(chen));
  must(await station.call(contracts.dutyLog.write, { kind: 'incident', text: '画面黑屏' }, session()));
  must(await station.call(contracts.dutyLog.write, { kind: 'call', text: '事发于上一班', occurredAt: begin - 1 }, session()));
  must(await station.call(contracts.faults.report, { symptom: '黑屏', class: 'B', place: '高速口', subsystem: 'frontEnd' }, session()));
  goTo(begin + 10 * minute);
  const figures = Object.fromEntries(
    must(await station.call(attendance.figures, { key: night }, session())).map(({ key, value }) => [key, value]),
  );
  expect(figures).toMatchObject({
    present: 1,
    late: 1,
    absent: 2,
    leftWithoutPermission: 0,
    spotChecks: 0,
    visitors: 0,
    logEntries: 1,
    'log.incident': 1,
    'log.call': 0,
    faultsReported: 1,
    faultsClosed: 0,
    faultsOpen: 1,
  });
});

test('no relief: while nobody of the next shift has come, the watch before is shown as going on', async () => {
  const { station, session, chen, wang, roster, checkIn, shift, goTo, member } = await nightShift('no relief');
  const zhao = await member('zhao', '赵启杭');
  roster(nextDay, [zhao.person]);
  for (const one of [chen, wang]) must(await checkIn(one));
  goTo(at('2026-11-23', '08:00') - 1);
  expect((await shift()).unrelieved).toBeUndefined();
  goTo(at('2026-11-23', '08:00'));
  expect((await shift()).unrelieved).toMatchObject({ shift: { key: night }, people: [{ name: '陈晓澜' }, { name: '王梓昂' }] });
  must(await station.call(attendance.checkOut, { shift: night, person: chen.person }, session()));
  expect((await shift()).unrelieved?.people).toMatchObject([{ name: '王梓昂' }]);
  must(await checkIn(zhao));
  expect((await shift()).unrelieved).toBeUndefined();
});

describe('what the station notices', () => {
  test('an absence 5 minutes after the beginning, once; who comes later is late and the note stays', async () => {
    const { station, chen, checkIn, goTo, shift, stateOf } = await nightShift('notice');
    must(await checkIn(chen));
    goTo(begin + 5 * minute - 1);
    station.notice();
    expect((await shift()).records).toHaveLength(1);
    goTo(begin + 5 * minute);
    station.notice();
    station.notice();
    goTo(begin + hour);
    station.notice();
    const noted = (await shift()).records.filter(({ what }) => what === 'absenceNoted');
    expect(noted.map((record) => 'person' in record && record.person.name)).toEqual(['韩志原', '王梓昂']);
    expect(noted[0]).toMatchObject({ officer: 'station', author: '', start: begin });
    must(await checkIn({ signer: { login: 'wang', password: 'Linshi-2027' } }));
    expect(await stateOf('王梓昂')).toBe('late');
    expect((await shift()).records).toHaveLength(4);
  });

  test('a voided note is not made again', async () => {
    const { station, han, goTo, shift } = await nightShift('voided note');
    goTo(begin + 6 * minute);
    station.notice();
    const { entry } = (await shift()).records[0] as { entry: string };
    must(await station.call(attendance.void, { shift: night, entry, reason: '在机房处置故障' }, han.session()));
    station.notice();
    expect((await shift()).records).toHaveLength(3);
  });

  test('nobody is missed in a shift that nobody rostered', async () => {
    const { station, shift, goTo } = await shiftDesk('unrostered', begin);
    goTo(begin + hour);
    station.notice();
    expect(await shift()).toMatchObject({ records: [], people: [] });
  });
});

describe('two desks apart', () => {
  async function twoDesks(seed: string) {
    const east = await nightShift(`${seed} east`);
    const west = await shiftDesk(`${seed} west`, begin - 30 * minute, 'B');
    trust(east.station, west.station);
    exchange(east.station, west.station);
    return { east, west };
  }
  const agree = ({ east, west }: Awaited<ReturnType<typeof twoDesks>>) => {
    exchange(east.station, west.station);
    expect(dump(west.station)).toEqual(dump(east.station));
  };

  test('both check-ins are kept, the earlier counts', async () => {
    const desks = await twoDesks('both');
    const { east, west } = desks;
    east.goTo(begin + 9 * minute);
    west.goTo(begin + minute);
    must(await east.checkIn(east.chen));
    must(await west.checkIn(east.chen));
    expect(await east.stateOf('陈晓澜')).toBe('late');
    agree(desks);
    for (const { shift } of [east, west]) {
      const { people, records } = await shift(night);
      expect(people.find(({ person }) => person.name === '陈晓澜')).toMatchObject({
        state: 'present',
        checkIns: 2,
        checkedIn: { at: begin + minute },
      });
      expect(records).toHaveLength(2);
    }
  });

  test('an absence both noticed stands once', async () => {
    const desks = await twoDesks('absence');
    const { east, west } = desks;
    east.goTo(begin + 5 * minute);
    west.goTo(begin + 7 * minute + 3 * second);
    for (const { station } of [east, west]) station.notice();
    agree(desks);
    expect((await west.shift(night)).records).toHaveLength(3);
    for (const { station } of [east, west]) station.notice();
    agree(desks);
    expect((await east.shift(night)).records).toHaveLength(3);
  });

  test('a visitor let out on both desks left when the first said so', async () => {
    const desks = await twoDesks('visitor');
    const { east, west } = desks;
    const { id } = must(await east.station.call(attendance.visitorArrived, { name: '来访甲', purpose: '检修' }, east.session()));
    agree(desks);
    east.goTo(begin + 3 * minute);
    west.goTo(begin + 2 * minute);
    for (const { station, session } of [east, west]) must(await station.call(attendance.visitorLeft, { id }, session()));
    agree(desks);
    expect(must(await east.station.call(attendance.visitors, {}, east.session()))).toMatchObject([{ leftAt: begin + 2 * minute }]);
  });
});
