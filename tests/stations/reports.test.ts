import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import { HandoverItem } from '../../src/shared/handover/item';
import { reportClockOf } from '../../src/shared/reports/clock';
import { shiftRostered } from '../../src/shared/roster/events';
import { day, hour, minute, second } from '../../src/shared/time';
import { shiftIdOf } from '../../src/station/roster';
import { handoverItems, reportFigures } from '../../src/station/reports';
import { handoverItems as matterItems } from '../../src/station/matters';
import { contextOf } from '../support/apart-desks';
import { founded, memoryStation, must } from '../support/memory-station';

const { reports, dutyLog, matters } = contracts;
const shiftLeader = { to: { name: '钱带班' }, role: 'shiftLeader', means: 'phone' } as const;
const office = { to: { name: '孙主任' }, role: 'office', means: 'phone' } as const;

async function desk(seed: string, start?: number) {
  const test = await founded(memoryStation(`reports ${seed}`, ':memory:', start));
  const { station, token, clock } = test;
  const write = async (facts: Partial<InputOf<typeof dutyLog.write>> = {}) =>
    must(await station.call(dutyLog.write, { kind: 'incident', text: '人民路口发生多车相撞', places: ['人民路'], ...facts }, token));
  const mark = async (facts: Partial<InputOf<typeof dutyLog.write>> = {}, level?: 'I' | 'II' | 'III') => {
    const entry = await write(facts);
    return { entry, ...must(await station.call(reports.start, { logEntry: entry.id, ...(level ? { level } : {}) }, token)) };
  };
  const one = async (id: string) => must(await station.call(reports.one, { id }, token));
  const clockOf = async (id: string) => reportClockOf(await one(id), clock.now());
  const say = (verb: keyof typeof reports, input: object) => station.answer(`reports.${verb}`, input, token);
  const contents = {
    time: clock.now(),
    place: '人民路',
    source: '110 转警',
    nature: '多车相撞',
    scope: '双向拥堵 2 公里',
    trend: '缓解',
    measures: '已派交警、救护',
  };
  return { ...test, write, mark, one, clockOf, say, contents };
}

test('from a log entry to the final report: seven contents, who was told when by which means, instruction, follow-up', async () => {
  const { mark, one, clockOf, say, contents, clock, station, token } = await desk('course');
  const { id, number, due, over, entry } = await mark();
  expect({ number, due, over }).toEqual({ number: 'A-2026-000001', due: clock.now() + 5 * minute, over: 0 });
  expect(await say('start', { logEntry: entry.id })).toMatchObject({ refusal: { code: 'alreadyStarted', params: { number } } });
  expect(await one(id)).toMatchObject({ state: 'started', title: '人民路口发生多车相撞', logNumber: entry.number, sent: false });

  clock.pass(minute);
  expect(await say('tell', { id, told: shiftLeader })).toMatchObject({ ok: true });
  expect(await clockOf(id)).toMatchObject({ verdict: 'running', untold: ['mainLeader'] });
  clock.pass(minute);
  expect(await say('send', { id, contents, told: [office], nextAt: clock.now() + 30 * minute })).toMatchObject({
    value: { stage: 'first' },
  });
  expect(await clockOf(id)).toMatchObject({ verdict: 'onTime', over: 0, toldAt: clock.now() });
  expect(await one(id)).toMatchObject({ state: 'sent', nextAt: clock.now() + 30 * minute, contents });

  clock.pass(minute);
  const instructed = await say('instruct', {
    id,
    leader: office.to,
    text: '组织疏导，半小时一报',
    track: { holder: { name: '交警支队' } },
  });
  const matter = (instructed as { value: { matter: { id: string; number: string } } }).value.matter;
  expect(matter.number).toBe('A-2026-000001');
  expect(must(await station.call(matters.one, { id: matter.id }, token))).toMatchObject({
    kind: 'instruction',
    from: '孙主任',
    holder: '交警支队',
    opening: { logEntry: entry.id, text: '组织疏导，半小时一报' },
  });
  expect(await say('instruct', { id, leader: office.to, text: '知悉' })).toMatchObject({ value: { matter: null } });

  clock.pass(20 * minute);
  expect(await say('send', { id, contents, level: 'II' })).toMatchObject({ value: { stage: 'followUp' } });
  expect(await one(id)).toMatchObject({ state: 'followedUp', level: 'II' });
  expect((await one(id)).nextAt).toBeUndefined();
  clock.pass(hour);
  expect(await say('finish', { id, contents: { ...contents, scope: '' } })).toMatchObject({
    refusal: { code: 'invalidInput', issues: [{ path: 'contents.scope', rule: 'required' }] },
  });
  expect(await say('finish', { id, contents })).toMatchObject({ ok: true });
  const record = await one(id);
  expect(record).toMatchObject({ state: 'final', endedAt: clock.now(), level: 'II' });
  expect(record.timeline.map(({ verb, stage }) => stage ?? verb)).toEqual([
    'start',
    'tell',
    'first',
    'instruct',
    'instruct',
    'followUp',
    'final',
  ]);
  expect(record.timeline[2]?.told).toEqual([{ ...office, at: record.timeline[2]?.at }]);
  expect(await say('send', { id, contents })).toMatchObject({ refusal: { code: 'reportEnded', params: { number, state: 'final' } } });
  // Whom somebody forgot to write down may still be added.
  expect(await say('tell', { id, told: shiftLeader })).toMatchObject({ ok: true });
  expect(must(await station.call(reports.open, {}, token))).toEqual([]);
  expect(must(await station.call(reports.list, {}, token))).toMatchObject([{ id }]);
});

test('the clock runs from the receipt of the matter: an entry written late may be over already, and says by how much', async () => {
  const { mark, clock, clockOf } = await desk('late entry');
  for (const [ago, over] of [
    [4 * minute, 0],
    [5 * minute, 0],
    [5 * minute + second, second],
    [40 * minute, 35 * minute],
  ] as const) {
    const begun = await mark({ occurredAt: clock.now() - ago });
    expect(begun).toMatchObject({ over, due: clock.now() - ago + 5 * minute });
    expect((await clockOf(begun.id)).over).toBe(over);
  }
});

test('told later for an earlier time: what counts is when they were told, at the limits', async () => {
  const { mark, say, clockOf, clock } = await desk('told');
  const { id } = await mark();
  const receivedAt = clock.now();
  clock.pass(20 * minute);
  expect(await say('tell', { id, told: { ...shiftLeader, at: receivedAt - 1 } })).toMatchObject({ refusal: { code: 'toldBeforeReceipt' } });
  expect(await say('tell', { id, told: { ...shiftLeader, at: clock.now() + 2 * minute + 1 } })).toMatchObject({
    refusal: { code: 'timeInFuture' },
  });
  await say('tell', { id, told: { ...shiftLeader, at: receivedAt + 5 * minute } });
  expect(await clockOf(id)).toMatchObject({ verdict: 'missing', untold: ['mainLeader'] });
  await say('tell', { id, told: { ...office, at: receivedAt + 5 * minute } });
  expect(await clockOf(id)).toMatchObject({ verdict: 'onTime' });
});

test('the station notes a missing report once, not before its time, and never when it was made', async () => {
  const { mark, say, one, clock, station, contents } = await desk('missed');
  const missed = (await mark()).id;
  const made = (await mark()).id;
  const taken = (await mark()).id;
  await say('send', { id: made, contents, told: [shiftLeader, office] });
  await say('withdraw', { id: taken, reason: '误标' });
  const noted = async (id: string) => (await one(id)).timeline.filter(({ verb }) => verb === 'missed').length;
  clock.pass(5 * minute);
  station.notice();
  expect([await noted(missed), await noted(made), await noted(taken)]).toEqual([0, 0, 0]);
  clock.pass(1);
  station.notice();
  station.notice();
  clock.pass(hour);
  station.notice();
  expect([await noted(missed), await noted(made), await noted(taken)]).toEqual([1, 0, 0]);
  expect((await one(missed)).missedNotedAt).toBe(clock.now() - hour);
  // Reported at last it is late, and the note stays.
  await say('send', { id: missed, contents, told: [shiftLeader, office] });
  expect(await noted(missed)).toBe(1);
});

test('marked by mistake: taken back with a reason, never erased, and marked again under the same number', async () => {
  const { mark, say, one, station, token } = await desk('withdrawn');
  const { id, number, entry } = await mark();
  expect(await say('withdraw', { id, reason: '误标' })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ state: 'withdrawn' });
  expect(await say('tell', { id, told: shiftLeader })).toMatchObject({ refusal: { code: 'reportWithdrawn' } });
  expect(await say('withdraw', { id, reason: '误标' })).toMatchObject({ refusal: { code: 'reportEnded' } });
  const again = must(await station.call(reports.start, { logEntry: entry.id, level: 'II' }, token));
  expect(again).toMatchObject({ id, number });
  const record = await one(id);
  expect(record).toMatchObject({ state: 'started', level: 'II', numbers: [number] });
  expect(record.timeline.map(({ verb }) => verb)).toEqual(['start', 'withdraw', 'start']);
  expect((await mark()).number).toBe('A-2026-000002');
});

test('an entry that is not there, or void, is not marked', async () => {
  const { write, say, station, token } = await desk('void');
  const { id } = await write();
  must(await station.call(dutyLog.void, { id, reason: '重复' }, token));
  expect(await say('start', { logEntry: id })).toMatchObject({ refusal: { code: 'entryVoided' } });
  expect(await say('start', { logEntry: '019a0000-0000-7000-8000-000000000000' })).toMatchObject({ refusal: { code: 'logEntryNotFound' } });
});

test('the form begins with the entry, and with the leader whose watch it was at the receipt', async () => {
  // 19:58 in Shanghai: the night shift begins two minutes later.
  const { mark, station, token, clock } = await desk('prefill', Date.UTC(2026, 10, 2, 11, 58));
  const roster = (shift: string, start: number, end: number, name: string) =>
    station.journal.transact(() =>
      station.journal.append('station', [
        shiftRostered(shiftIdOf(`2026-11-02/${shift}`), {
          author: '甲',
          date: '2026-11-02',
          shift,
          name: shift,
          start,
          end,
          leader: { name },
          officers: [],
          open: 0,
          reason: '',
          replaces: [],
        }),
      ]),
    );
  const change = Date.UTC(2026, 10, 2, 12);
  roster('day', change - 12 * hour, change, '白班领导');
  roster('night', change, change + 12 * hour, '夜班领导');
  const caller = { name: '张某', phone: '19000000001' };
  const { id } = await mark({ caller, devices: [{ name: '1 号球机' }] });
  clock.pass(4 * minute);
  const prefill = must(await station.call(reports.prefill, { id }, token));
  expect(prefill).toMatchObject({
    contents: { place: '人民路、1 号球机', source: '张某 19000000001', nature: '人民路口发生多车相撞', scope: '' },
    shiftLeader: { name: '白班领导' },
    mainLeaders: [{ to: { name: '值班员甲' }, role: 'office' }],
  });
  const later = (await mark({ caller: null })).id;
  expect(must(await station.call(reports.prefill, { id: later }, token))).toMatchObject({
    contents: { source: '事件' },
    shiftLeader: { name: '夜班领导' },
  });
});

describe('figures', () => {
  test('of the matters received in the span: on time, late, missing; withdrawn ones do not count', async () => {
    const test = await desk('figures');
    const { mark, say, clock, contents, station, token } = test;
    const from = clock.now();
    const [onTime, late, taken] = [await mark(), await mark(), await mark()];
    await mark();
    await say('send', { id: onTime.id, contents, told: [shiftLeader, office] });
    await say('withdraw', { id: taken.id, reason: '误标' });
    const figures = async (since: number, until: number) => must(await station.call(reports.figures, { from: since, until }, token));
    expect(await figures(from, from + day)).toEqual({ reports: 3, onTime: 1, late: 0, missing: 0 });
    clock.pass(6 * minute);
    await say('send', { id: late.id, contents, told: [shiftLeader, office] });
    expect(await figures(from, from + day)).toEqual({ reports: 3, onTime: 1, late: 1, missing: 1 });
    expect(await figures(from, from)).toEqual({ reports: 0, onTime: 0, late: 0, missing: 0 });
    expect(await figures(from + 1, from + day)).toEqual({ reports: 0, onTime: 0, late: 0, missing: 0 });
    expect(reportFigures(contextOf(test), from, from + 1)).toEqual([
      { key: 'reports', value: 3 },
      { key: 'reportsLate', value: 1 },
      { key: 'reportsMissing', value: 1 },
    ]);
  });

  test('a matter received before midnight and told after it counts where it was received', async () => {
    const midnight = Date.UTC(2026, 10, 2, 16);
    const { mark, say, clock, contents, station, token } = await desk('midnight', midnight - 2 * minute);
    const { id } = await mark();
    clock.pass(4 * minute);
    await say('send', { id, contents, told: [shiftLeader, office] });
    const figures = async (from: number, until: number) => must(await station.call(reports.figures, { from, until }, token));
    expect(await figures(midnight - day, midnight)).toMatchObject({ reports: 1, onTime: 1 });
    expect(await figures(midnight, midnight + day)).toMatchObject({ reports: 0 });
  });
});

test('every open report is handed over: high risk for level I and II, due at the five minutes, then at the promised next report', async () => {
  const test = await desk('handover');
  const { mark, say, clock, contents } = test;
  const grave = await mark({}, 'II');
  clock.pass(second);
  const other = await mark({}, 'III');
  const ended = await mark();
  await say('finish', { id: ended.id, contents });
  await say('send', { id: other.id, contents, told: [shiftLeader, office], nextAt: clock.now() + hour });
  const items = handoverItems(contextOf(test));
  expect(items).toMatchObject([
    { key: `report:${grave.id}`, kind: 'report', highRisk: true, due: grave.due, nextCode: 'tell', state: 'started' },
    { key: `report:${other.id}`, highRisk: false, due: clock.now() + hour, nextCode: 'followUp', state: 'sent' },
  ]);
  for (const item of items) expect(HandoverItem.parse(item)).toEqual(item);
  expect(matterItems(contextOf(test))).toEqual([]);
});
