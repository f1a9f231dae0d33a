import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { HandoverItem } from '../../src/shared/handover/item';
import { dueAtOf, periodAfter, periodAt, periodBefore } from '../../src/shared/periodic-duties/periods';
import { day, hour, minute } from '../../src/shared/time';
import { dutyFigures, dutyItems } from '../../src/station/periodic-duties';
import { shippedProfiles } from '../../src/station/service-profiles/shipped';
import { apartDesks, contextOf } from '../support/apart-desks';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';
import { resources } from '../support/resources';
import { moment, periodicDuties, putInUse, saying, serviceDesk, serviceProfiles } from '../support/service-desk';

const zone = 'Asia/Shanghai';
const ok = { ok: true };
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('periods by the calendar', () => {
  test.each([
    [{ count: 1, unit: 'hour' }, ['2026-11-22', '23:59'], '2026-11-22T23/1hour', ['2026-11-22', '23:00'], ['2026-11-23', '00:00']],
    [{ count: 5, unit: 'hour' }, ['2026-11-22', '22:00'], '2026-11-22T20/5hour', ['2026-11-22', '20:00'], ['2026-11-23', '00:00']],
    [{ count: 1, unit: 'day' }, ['2026-11-22', '00:00'], '2026-11-22/1day', ['2026-11-22', '00:00'], ['2026-11-23', '00:00']],
    // Weeks begin on Monday, of holidays too.
    [{ count: 1, unit: 'week' }, ['2026-11-22', '23:59'], '2026-11-16/1week', ['2026-11-16', '00:00'], ['2026-11-23', '00:00']],
    [{ count: 1, unit: 'week' }, ['2026-01-01', '12:00'], '2025-12-29/1week', ['2025-12-29', '00:00'], ['2026-01-05', '00:00']],
    [{ count: 2, unit: 'week' }, ['2026-11-22', '12:00'], '2026-11-09/2week', ['2026-11-09', '00:00'], ['2026-11-23', '00:00']],
    [{ count: 2, unit: 'week' }, ['2026-11-23', '00:00'], '2026-11-23/2week', ['2026-11-23', '00:00'], ['2026-12-07', '00:00']],
    [{ count: 1, unit: 'month' }, ['2024-02-29', '12:00'], '2024-02-01/1month', ['2024-02-01', '00:00'], ['2024-03-01', '00:00']],
    [{ count: 6, unit: 'month' }, ['2026-06-30', '23:59'], '2026-01-01/6month', ['2026-01-01', '00:00'], ['2026-07-01', '00:00']],
    [{ count: 6, unit: 'month' }, ['2026-07-01', '00:00'], '2026-07-01/6month', ['2026-07-01', '00:00'], ['2027-01-01', '00:00']],
    [{ count: 1, unit: 'quarter' }, ['2026-11-22', '12:00'], '2026-10-01/1quarter', ['2026-10-01', '00:00'], ['2027-01-01', '00:00']],
    [{ count: 1, unit: 'year' }, ['2026-12-31', '23:59'], '2026-01-01/1year', ['2026-01-01', '00:00'], ['2027-01-01', '00:00']],
  ] as const)('%j at %j: %s', (every, [date, time], key, [fromDate, fromTime], [untilDate, untilTime]) => {
    expect(periodAt(every, moment(date, time), zone)).toEqual({
      key,
      from: moment(fromDate, fromTime),
      until: moment(untilDate, untilTime),
    });
  });

  test('of any duty and moment: periods follow one another without a gap, and each is the same wherever in it one asks', () => {
    const unit = fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const, 'quarter' as const, 'year' as const);
    fc.assert(
      fc.property(
        fc.record({ count: fc.integer({ min: 1, max: 60 }), unit }),
        fc.integer({ min: moment('1990-01-01'), max: moment('2090-01-01') }),
        fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Urumqi'),
        (every, at, where) => {
          const period = periodAt(every, at, where);
          expect(period.from).toBeLessThanOrEqual(at);
          expect(period.until).toBeGreaterThan(at);
          expect(periodAt(every, period.from, where)).toEqual(period);
          expect(periodAt(every, period.until - 1, where)).toEqual(period);
          expect(periodAfter(every, period, where).from).toBe(period.until);
          expect(periodBefore(every, period, where).until).toBe(period.from);
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});

/** Every duty of section 3, with what it is due by for the period of Wednesday 2026-11-18. */
const everyDuty = [
  ['P1', 'manualPatrolLog', '2026-11-18/1day', '2026-11-19'],
  ['P1', 'manualPatrolAnalysis', '2026-11-16/1week', '2026-11-23'],
  ['P1', 'captureData', '2026-11-18/1day', '2026-11-19'],
  ['P1', 'databaseBackup', '2026-11-18/1day', '2026-11-19'],
  ['P1', 'runningLog', '2026-11-18/1day', '2026-11-19'],
  ['P1', 'dayLedger', '2026-11-18/1day', '2026-11-19'],
  ['P1', 'weekLedger', '2026-11-16/1week', '2026-11-23'],
  ['P1', 'monthLedger', '2026-11-01/1month', '2026-12-01'],
  ['P1', 'preventiveMaintenance', '2026-11-01/1month', '2026-12-01'],
  ['P2', 'backupCheck', '2026-11-16/1week', '2026-11-23'],
  ['P2', 'performanceCheck', '2026-11-01/1month', '2026-12-01'],
  ['P2', 'archive', '2026-07-01/6month', '2027-01-01'],
  ['P2', 'satisfactionRate', '2026-11-01/1month', '2026-12-01'],
  ['P2', 'improvementLedger', '2026-11-01/1month', '2026-12-01'],
  ['P2', 'drill', '2026-10-01/1quarter', '2027-01-01'],
  ['P3', 'monthlyCare', '2026-11-01/1month', '2026-12-01'],
  ['P3', 'quarterlyCare', '2026-10-01/1quarter', '2027-01-01'],
  ['P3', 'yearlyReview', '2026-01-01/1year', '2027-01-01'],
  ['P3', 'dailyReport', '2026-11-18/1day', '2026-11-19'],
  ['P3', 'weeklyMeeting', '2026-11-16/1week', '2026-11-23'],
  ['P3', 'monthlySummary', '2026-11-01/1month', '2026-12-01'],
  ['P4', 'visit', '2026-11-09/2week', '2026-11-23'],
  // The report comes in the first week of the next month.
  ['P4', 'monthlyCheck', '2026-11-01/1month', '2026-12-08'],
  ['P4', 'securityAssessment', '2026-10-01/1quarter', '2027-01-01'],
  ['P4', 'yearlyReview', '2026-01-01/1year', '2027-01-01'],
] as const;

describe('every duty of section 3', () => {
  test('the table names them all', () => {
    const shipped = shippedProfiles(resources).flatMap(({ profile }) => profile.duties.map(({ code }) => `${profile.code} ${code}`));
    expect([...everyDuty.map(([profile, duty]) => `${profile} ${duty}`), 'P1 electronicPatrol'].toSorted()).toEqual(shipped.toSorted());
  });

  test.each(everyDuty)('%s %s: period %s, due by %s', async (profile, duty, period, dueDate) => {
    const desk = await serviceDesk(`${profile} ${duty}`, moment('2026-11-18', '10:00'), profile);
    const due = moment(dueDate);
    const row = (await desk.duties()).due.find((one) => one.duty === duty);
    expect(row).toMatchObject({ profile, period, dueAt: due, standing: 'open', missed: false });
    const rule = shippedProfiles(resources)
      .find((one) => one.profile.code === profile)
      ?.profile.duties.find(({ code }) => code === duty);
    if (!rule || !row) throw new Error('no such duty');
    // The next period began after the contract came into use: at its very end it is in time, a moment later it was missed.
    const next = periodAfter(rule.every, periodAt(rule.every, row.from, zone), zone);
    const nextDue = dueAtOf(rule, next);
    const mine = async () => (await desk.duties()).due.filter((one) => one.duty === duty && one.missed).map((one) => one.period);
    desk.at(nextDue);
    expect(await mine()).not.toContain(next.key);
    desk.at(nextDue + 1);
    desk.at(nextDue + 2);
    expect(await mine()).toEqual([next.key]);
    // The one that was running when the contract came into use is not called missed.
    expect(await mine()).not.toContain(period);
    expect(await desk.record(profile, duty, next.key, { result: '补做' })).toMatchObject(ok);
    expect(await mine()).toEqual([]);
    const done = (await desk.duties()).done.find((one) => one.duty === duty);
    expect(done).toMatchObject({ period: next.key, standing: 'done', missed: true, said: { text: '补做', by: { name: '值班员甲' } } });
  });
});

test('recorded done once, taken back with a reason, or not done with a reason', async () => {
  const start = moment('2026-11-18', '10:00');
  const desk = await serviceDesk('recorded', start, 'P1');
  const named = ['P1', 'dayLedger', '2026-11-18/1day'] as const;
  const input = { profile: 'P1', duty: 'dayLedger', period: '2026-11-18/1day' };
  const say = (verb: string, more: object) => desk.station.answer(`periodicDuties.${verb}`, more, desk.token);
  expect(await desk.record('P9', 'dayLedger', named[2])).toMatchObject(refused('dutyUnknown'));
  for (const period of ['2026-11-18/1week', '2026-02-30/1day', 'morgen', '2020-01-01/1day']) {
    expect(await desk.record('P1', 'dayLedger', period)).toMatchObject(refused('periodUnknown'));
  }
  expect(await desk.record('P1', 'dayLedger', '2026-11-19/1day')).toMatchObject(refused('periodNotBegun'));
  expect(await desk.record(...named, { happenedAt: start + 3 * minute })).toMatchObject(refused('timeInFuture'));
  expect(await desk.record(...named, { happenedAt: moment('2026-11-17', '23:59') })).toMatchObject(refused('timeBeforePeriod'));
  expect(await say('notDone', { ...input, reason: '系统停用' })).toMatchObject(ok);
  expect(await say('notDone', { ...input, reason: '系统停用' })).toMatchObject(refused('alreadyRecorded'));
  const answer = (await desk.record(...named, { by: { name: '李四' }, result: '已填报' })) as { value: { id: string } };
  expect(answer).toMatchObject(ok);
  const { id } = answer.value;
  expect(await desk.record(...named)).toMatchObject(refused('alreadyRecorded'));
  expect(await say('notDone', { ...input, reason: '误' })).toMatchObject(refused('alreadyRecorded'));
  expect(await say('takeBack', { id, reason: '填错日期' })).toMatchObject(ok);
  expect(await say('takeBack', { id, reason: '填错日期' })).toMatchObject(refused('nothingRecorded'));
  expect((await desk.duties()).due).toContainEqual(expect.objectContaining({ id, standing: 'open' }));
  const whole = must(await desk.station.call(periodicDuties.one, { id }, desk.token));
  expect(whole.timeline.map(({ verb, text }) => `${verb} ${text}`)).toEqual(['notDone 系统停用', 'done 已填报', 'takeBack 填错日期']);
  // Taken back after its end, it was missed after all.
  await desk.record(...named);
  desk.at(moment('2026-11-20', '10:00'));
  const later = await saying(desk).duties();
  expect(later.due).not.toContainEqual(expect.objectContaining({ id }));
  must(await desk.station.call(periodicDuties.takeBack, { id, reason: '误' }, desk.station.sessionFor(desk.officer)));
  desk.at(moment('2026-11-20', '10:01'));
  expect((await desk.duties()).due).toContainEqual(expect.objectContaining({ id, missed: true, standing: 'open' }));
});

test('a station that was off for a month tells every missed period once, when it returns', async () => {
  const desk = await serviceDesk('off', moment('2026-10-01', '09:00'), 'P3');
  desk.at(moment('2026-11-01', '09:00'));
  const missed = () =>
    desk.station.journal.raw
      .prepare<[], { duty: string; n: number }>(
        'SELECT duty, count(*) AS n FROM periodic_duties WHERE missed = 1 GROUP BY duty ORDER BY duty',
      )
      .all();
  const expected = [
    { duty: 'dailyReport', n: 30 },
    { duty: 'monthlyCare', n: 0 },
    { duty: 'weeklyMeeting', n: 3 },
  ].filter(({ n }) => n > 0);
  // 30 days after the day of its beginning, 3 whole weeks; the month had begun before.
  expect(missed()).toEqual(expected);
  desk.at(moment('2026-11-01', '09:01'));
  desk.station.journal.rebuild();
  desk.at(moment('2026-11-01', '09:02'));
  expect(missed()).toEqual(expected);
  // One line each in the handover, however many periods are open.
  const items = dutyItems({ ...contextOf(desk), resources }, { end: moment('2026-11-01', '20:00') });
  expect(items.map((item) => HandoverItem.parse(item).title)).toEqual([
    '执法音视频存储：周例会及纪要（3期未完成）',
    '执法音视频存储：向上级日报（30期未完成）',
  ]);
});

describe('a duty of every hour', () => {
  test('is one line of the last 24 hours; nothing is missed before somebody began it', async () => {
    const start = moment('2026-11-18', '10:30');
    const desk = await serviceDesk('hourly', start, 'P1');
    desk.at(start + 2 * day);
    const { hourly, due } = await desk.duties();
    expect(due.map(({ duty }) => duty)).not.toContain('electronicPatrol');
    expect(hourly).toMatchObject([{ duty: 'electronicPatrol', begun: false }]);
    expect(hourly[0]?.hours).toHaveLength(24);
    expect(hourly[0]?.hours.at(-1)?.period).toBe('2026-11-20T10/1hour');
    expect(hourly[0]?.hours.filter(({ missed }) => missed)).toEqual([]);
    expect(await desk.record('P1', 'electronicPatrol', '2026-11-20T10/1hour', { result: '正常' })).toMatchObject(ok);
    desk.at(start + 2 * day + 3 * hour);
    const later = (await desk.duties()).hourly[0];
    expect(later?.begun).toBe(true);
    // 11 and 12 o'clock are over with nothing on record; 13 o'clock runs.
    expect(later?.hours.filter(({ missed }) => missed).map(({ period }) => period)).toEqual(['2026-11-20T11/1hour', '2026-11-20T12/1hour']);
  });
});

test('a duty for every device is done when it was done for all of them, some at a time', async () => {
  const desk = await serviceDesk('devices', moment('2026-11-18', '10:00'), 'P1');
  const ids = [];
  for (const code of ['1', '2']) {
    const device = { code: code.padStart(12, '0'), name: `球机${code}`, type: '球机', subsystem: 'frontEnd' as const };
    ids.push(must(await desk.station.call(contracts.devices.register, device, desk.sys)).id);
  }
  const named = ['P1', 'preventiveMaintenance', '2026-11-01/1month'] as const;
  const row = async () => {
    const { due, done } = await desk.duties();
    return [...due, ...done].find(({ duty }) => duty === 'preventiveMaintenance');
  };
  expect(await row()).toMatchObject({ standing: 'open', devices: { done: 0, of: 2 } });
  expect(await desk.record(...named, { devices: [ids[0]], result: '清洁' })).toMatchObject(ok);
  expect(await row()).toMatchObject({ standing: 'partly', devices: { done: 1, of: 2 } });
  expect(await desk.record(...named, { devices: ['019a0000-0000-7000-8000-000000000000'] })).toMatchObject(refused('deviceNotFound'));
  expect(await desk.record(...named, { devices: [ids[1]] })).toMatchObject(ok);
  expect(await row()).toMatchObject({ standing: 'done', devices: { done: 2, of: 2 } });
});

test('a duty that is new in a version of the profile is demanded from then on only', async () => {
  const start = moment('2026-10-01', '09:00');
  const desk = await serviceDesk('new duty', start, 'P2');
  desk.at(moment('2026-11-18', '10:00'));
  const sys = desk.station.sessionFor(
    desk.station.journal.raw.prepare<[], string>("SELECT id FROM accounts WHERE login = 'sys'").pluck().get() as string,
  );
  const { version, profile } = must(await desk.station.call(serviceProfiles.one, { code: 'P2' }, sys));
  const duty = {
    code: 'daily',
    name: { zh: '日检', en: 'Daily check' },
    every: { count: 1, unit: 'day' as const },
    gives: 'check' as const,
  };
  const edited = { ...profile, duties: [...profile.duties, duty] };
  const next = must(await desk.station.call(serviceProfiles.publish, { profile: edited, basedOn: version, reason: '增加' }, sys));
  must(await desk.station.call(serviceProfiles.putInUse, { code: 'P2', version: next.version, reason: '增加' }, sys));
  desk.at(moment('2026-11-21', '10:00'));
  const missed = (await desk.duties()).due.filter((one) => one.missed && one.duty === 'daily').map(({ period }) => period);
  expect(missed).toEqual(['2026-11-19/1day', '2026-11-20/1day']);
  // What was demanded before goes on being demanded without a break.
  expect((await desk.duties()).due.filter((one) => one.missed && one.duty === 'performanceCheck').map(({ period }) => period)).toEqual([]);
  expect((await desk.duties()).due.filter((one) => one.missed && one.duty === 'backupCheck').length).toBeGreaterThan(3);
});

test('figures of a shift count what was done and what was missed in it', async () => {
  const start = moment('2026-11-18', '10:00');
  const desk = await serviceDesk('figures', start, 'P3');
  await desk.record('P3', 'dailyReport', '2026-11-18/1day');
  desk.at(moment('2026-11-20', '08:00'));
  expect(dutyFigures(contextOf(desk), start, start + day)).toEqual([
    { key: 'dutiesDone', value: 1 },
    { key: 'dutiesMissed', value: 0 },
  ]);
  expect(dutyFigures(contextOf(desk), moment('2026-11-19', '20:00'), moment('2026-11-20', '08:00'))).toEqual([
    { key: 'dutiesDone', value: 0 },
    { key: 'dutiesMissed', value: 1 },
  ]);
});

describe('said apart', () => {
  test.each([
    ['both done', 'record', 'record', 'done'],
    ['both not done', 'notDone', 'notDone', 'notDone'],
    ['done and not done', 'record', 'notDone', 'contested'],
  ] as const)('%s: %s and %s: %s', async (what, one, other, standing) => {
    const start = moment('2026-11-18', '10:00');
    const { east, west, meet, pass } = await apartDesks(`duties ${what}`, start);
    await putInUse(east, 'P1');
    meet();
    const named = { profile: 'P1', duty: 'dayLedger', period: '2026-11-18/1day' };
    const say = (desk: typeof east, verb: string) =>
      desk.station.answer(`periodicDuties.${verb}`, { ...named, ...(verb === 'notDone' ? { reason: '停用' } : {}) }, desk.token);
    expect(await say(east, one)).toMatchObject(ok);
    pass(minute);
    expect(await say(west, other)).toMatchObject(ok);
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    const list = await saying(west).duties();
    const row = [...list.due, ...list.done].find(({ duty }) => duty === 'dayLedger');
    expect(row?.standing).toBe(standing);
    if (standing !== 'contested') return;
    // Whoever knows both says it again: both stay on record.
    expect(await say(west, 'record')).toMatchObject(ok);
    meet();
    const whole = must(await east.station.call(periodicDuties.one, { id: row?.id ?? '' }, east.token));
    expect(whole).toMatchObject({ standing: 'done' });
    expect(whole.timeline).toHaveLength(3);
  });

  test('both desks notice a missed period: it stands once', async () => {
    const { east, west, meet } = await apartDesks('duties missed', moment('2026-11-18', '10:00'));
    await putInUse(east, 'P3');
    meet();
    for (const { clock, station } of [east, west]) {
      clock.time = moment('2026-11-20', '10:00');
      station.notice();
    }
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    const row = (await saying(west).duties()).due.find((one) => one.missed);
    const whole = must(await west.station.call(periodicDuties.one, { id: row?.id ?? '' }, west.station.sessionFor(west.officer)));
    expect(whole.timeline.map(({ verb }) => verb)).toEqual(['missed']);
  });
});

describe('goals', () => {
  const start = moment('2026-11-18', '10:00');

  test('satisfaction below 98 % in the month asks for causes and measures, which enter the improvement ledger', async () => {
    const desk = await serviceDesk('goals', start, 'P2');
    const goals = async () => must(await desk.station.call(periodicDuties.goals, {}, desk.token));
    const satisfaction = async () => (await goals()).find(({ goal }) => goal === 'satisfaction');
    expect(await satisfaction()).toMatchObject({ standing: 'unknown', atLeast: 0.98, month: '2026-11' });
    for (const answer of ['satisfied', 'dissatisfied']) {
      const { id } = must(
        await desk.station.call(
          contracts.faults.report,
          { symptom: '无画面', class: '3', place: '操场', subsystem: 'frontEnd', profile: 'P2' },
          desk.token,
        ),
      );
      const step = (verb: string, more: object = {}) => desk.station.answer(`faults.${verb}`, { id, ...more }, desk.token);
      await step('accept');
      await step('dispatch', { engineer: { name: '孙工' } });
      await step('acknowledge');
      await step('arrive');
      await step('repair', { cause: '网线松动', remedy: '重新压接' });
      await step('verify', { holds: true });
      expect(await step('confirm', { satisfaction: answer })).toMatchObject(ok);
    }
    expect(await satisfaction()).toMatchObject({
      actual: 0.5,
      of: 2,
      standing: 'missed',
      otherwise: { zh: expect.stringContaining('改进') },
    });
    const input = { profile: 'P2', goal: 'satisfaction', month: '2026-11', causes: '到场慢', measures: '增设备勤' };
    const improve = (more: object) => desk.station.answer('periodicDuties.improve', { ...input, ...more }, desk.token);
    expect(await improve({ goal: 'none' })).toMatchObject(refused('goalUnknown'));
    expect(await improve({ month: '2026-12' })).toMatchObject(refused('monthAhead'));
    expect(await improve({})).toMatchObject(ok);
    expect((await satisfaction())?.improvements).toMatchObject([
      { causes: '到场慢', measures: '增设备勤', actual: 0.5, author: '值班员甲' },
    ]);
    expect(must(await desk.station.call(periodicDuties.improvements, {}, desk.token))).toHaveLength(1);
  });

  test('residents and deputies as far as the register tells, else not known', async () => {
    const desk = await serviceDesk('staff', start, 'P1', 'P2', 'P4');
    const goals = async () => must(await desk.station.call(periodicDuties.goals, {}, desk.token));
    const standing = async (profile: string, goal: string) => {
      const line = (await goals()).find((one) => one.profile === profile && one.goal === goal);
      return [line?.atLeast, line?.actual, line?.standing];
    };
    expect(await standing('P1', 'residents')).toEqual([4, undefined, 'unknown']);
    expect(await standing('P2', 'behindPost')).toEqual([2, undefined, 'unknown']);
    const register = async (name: string, phone: string, post: string) =>
      must(await desk.station.call(contracts.people.register, { name, phone, post }, desk.sys)).id;
    const ids = [];
    for (const [i, name] of ['赵一', '钱二', '孙三'].entries()) ids.push(await register(name, `1900000030${i}`, '驻场工程师'));
    expect(await standing('P1', 'residents')).toEqual([4, 3, 'missed']);
    expect(await standing('P4', 'residents')).toEqual([3, 3, 'met']);
    const core = await register('周五', '19000000309', '核心机房主管');
    expect(await standing('P2', 'behindPost')).toEqual([2, 0, 'missed']);
    must(await desk.station.call(contracts.people.setDeputies, { id: core, deputies: ids.slice(0, 2) }, desk.sys));
    expect(await standing('P2', 'behindPost')).toEqual([2, 2, 'met']);
  });
});
