import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../src/shared/contract';
import { contracts } from '../../src/shared/contracts';
import type { NewDevice } from '../../src/shared/devices/contract';
import { HandoverItem } from '../../src/shared/handover/item';
import { announcementDue, announcements, startTolerance } from '../../src/shared/planned-work/limits';
import { inOrder, workStateAt, workUrgency } from '../../src/shared/planned-work/state';
import { day, hour, minute } from '../../src/shared/time';
import { plannedWorkFigures, plannedWorkItems, plannedWorkMarker, plannedWorkOn } from '../../src/station/planned-work';
import { shiftAt } from '../../src/station/roster';
import type { z } from 'zod';
import { contextOf } from '../support/apart-desks';
import { founded, memoryStation, must } from '../support/memory-station';

const { plannedWork, devices, accounts } = contracts;
const owner = { name: '孙工', phone: '19000000007' };
const unknown = '019a0000-0000-7000-8000-000000000000';

async function desk(seed: string, start?: number) {
  const test = await founded(memoryStation(`planned work ${seed}`, ':memory:', start));
  const { station, token, sys, clock } = test;
  let count = 0;
  const device = async (name: string, more: Partial<z.input<typeof NewDevice>> = {}) =>
    must(
      await station.call(
        devices.register,
        { code: `${++count}`.padStart(20, '0'), name, type: '枪机', subsystem: 'frontEnd', ...more },
        sys,
      ),
    ).id;
  const hang = async (facts: Partial<InputOf<typeof plannedWork.hang>> = {}) =>
    must(
      await station.call(
        plannedWork.hang,
        { scope: { kind: 'area', area: '东城' }, owner, reason: '更换光模块', end: clock.now() + 2 * hour, ...facts },
        token,
      ),
    );
  // Days pass: every call opens a session of its own.
  const session = () => station.sessionFor(test.officer);
  const one = async (id: string) => must(await station.call(plannedWork.one, { id }, session()));
  const list = async (filter: InputOf<typeof plannedWork.list> = {}) => must(await station.call(plannedWork.list, filter, session()));
  const say = (verb: keyof typeof plannedWork, input: object, as = session()) => station.answer(`plannedWork.${verb}`, input, as);
  const on = (subject: Parameters<typeof plannedWorkOn>[1], at = clock.now()) => plannedWorkOn(station.journal.raw, subject, at);
  return { ...test, device, hang, one, list, say, on };
}

describe('the rules of a planned work (issue 4)', () => {
  test('its end is announced half an hour ahead, and a day ahead as well when it lasts more than three days', () => {
    const end = 10 * day;
    expect(announcements(end - 3 * day, end).map(({ at }) => end - at)).toEqual([30 * minute]);
    expect(announcements(end - 3 * day - 1, end).map(({ at }) => end - at)).toEqual([day, 30 * minute]);
    // A work shorter than the lead time is announced as it begins.
    expect(announcements(end - 10 * minute, end).map(({ at }) => end - at)).toEqual([10 * minute]);
    expect(announcementDue(0, end, end - day - 1)).toBeUndefined();
    expect(announcementDue(0, end, end - day)).toMatchObject({ before: day });
    expect(announcementDue(0, end, end - 30 * minute)).toMatchObject({ before: 30 * minute });
    expect(announcementDue(0, end, end + 1)).toBeUndefined();
  });

  test('planned, in force, overdue: at the moment of its end it is still in time; amber once announced, red when over', () => {
    const work = { outcome: 'standing', starts: hour, end: 3 * hour } as const;
    const at = (now: number) => [workStateAt(work, now), workUrgency(work, now)];
    expect(at(hour - 1)).toEqual(['planned', 'calm']);
    expect(at(hour)).toEqual(['inForce', 'calm']);
    expect(at(2.5 * hour - 1)).toEqual(['inForce', 'calm']);
    expect(at(2.5 * hour)).toEqual(['inForce', 'amber']);
    expect(at(3 * hour)).toEqual(['inForce', 'amber']);
    expect(at(3 * hour + 1)).toEqual(['overdue', 'red']);
    for (const outcome of ['takenDown', 'cancelled'] as const) {
      expect([workStateAt({ ...work, outcome }, 9 * hour), workUrgency({ ...work, outcome }, 9 * hour)]).toEqual([outcome, 'calm']);
    }
  });

  test('in force and overdue first, then to come, then ended, newest first', () => {
    const work = (id: string, outcome: 'standing' | 'takenDown', starts: number, end: number, endedAt?: number) => ({
      id,
      outcome,
      starts,
      end,
      endedAt,
    });
    const works = [
      work('ended before', 'takenDown', 0, 1, 10),
      work('to come', 'standing', 200, 300),
      work('in force', 'standing', 0, 150),
      work('ended last', 'takenDown', 0, 1, 20),
      work('overdue', 'standing', 0, 50),
      work('next', 'standing', 120, 300),
    ];
    expect(inOrder(works, 100).map(({ id }) => id)).toEqual(['overdue', 'in force', 'next', 'to come', 'ended last', 'ended before']);
  });
});

test('hung, prolonged, noted, taken down: every step and the former end stay on record', async () => {
  const { hang, one, list, say, clock, device, token, station } = await desk('course');
  const camera = await device('东城-滨河路-枪机');
  const end = clock.now() + 2 * hour;
  const { id, number } = await hang({
    scope: { kind: 'devices', devices: [camera, camera] },
    allowedBy: { name: '周主任' },
    effect: '画面中断',
    end,
  });
  expect(number).toBe('A-2026-000001');
  expect(await one(id)).toMatchObject({
    number,
    outcome: 'standing',
    starts: clock.now(),
    end,
    contested: false,
    hanging: {
      author: '值班员甲',
      owner,
      allowedBy: { name: '周主任' },
      effect: '画面中断',
      // The register's own name and code, each device once.
      scope: { kind: 'devices', devices: [{ id: camera, name: '东城-滨河路-枪机', code: '00000000000000000001' }], takesDownBelow: false },
    },
    timeline: [{ verb: 'hang', author: '值班员甲', letter: 'A', text: '更换光模块' }],
  });
  clock.pass(hour);
  expect(await say('changeEnd', { id, end, reason: '未变' })).toMatchObject({ refusal: { code: 'endUnchanged' } });
  expect(await say('changeEnd', { id, end: end + 2 * hour, reason: '备件未到' })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ end: end + 2 * hour, firstEnd: end });
  expect((await one(id)).timeline.at(-1)).toMatchObject({ verb: 'changeEnd', former: end, end: end + 2 * hour, text: '备件未到' });
  expect(await say('note', { id, note: '备件已送达' })).toMatchObject({ ok: true });

  clock.pass(hour);
  expect(await say('takeDown', { id, restored: false })).toMatchObject({
    refusal: { code: 'invalidInput', issues: [{ path: 'note', rule: 'required' }] },
  });
  expect(await say('cancel', { id, reason: '不做了' })).toMatchObject({ refusal: { code: 'alreadyBegun' } });
  expect(await say('takeDown', { id, restored: false, note: '光缆仍断', happenedAt: clock.now() - minute })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ outcome: 'takenDown', restored: false, endedAt: clock.now() - minute, end: end + 2 * hour });
  for (const verb of ['changeEnd', 'takeDown', 'cancel'] as const) {
    expect(await say(verb, { id, end: end + day, reason: '再次', restored: true })).toMatchObject({
      refusal: { code: 'notStanding', params: { number, outcome: 'takenDown' } },
    });
  }
  // What came out later may still be noted.
  expect(await say('note', { id, note: '次日修复' })).toMatchObject({ ok: true });
  expect(await say('settle', { id, side: id })).toMatchObject({ refusal: { code: 'nothingContested' } });
  expect(await list()).toEqual([]);
  expect(await list({ ended: true, text: 'bhl' })).toMatchObject([{ id }]);
  expect(await list({ ended: true, text: '孙工 更换' })).toMatchObject([{ id }]);
  expect(await list({ ended: true, text: '西城' })).toEqual([]);
  expect(await station.call(plannedWork.one, { id: unknown }, token)).toMatchObject({ refusal: { code: 'notFound' } });
});

test('a work to come is cancelled before it begins, and taken down only after', async () => {
  const { hang, one, say, clock, list } = await desk('to come');
  const starts = clock.now() + hour;
  const { id } = await hang({ starts, end: starts + hour });
  const second = await hang({ starts, end: starts + hour });
  expect((await list()).map((work) => workStateAt(work, clock.now()))).toEqual(['planned', 'planned']);
  expect(await say('takeDown', { id, restored: true })).toMatchObject({ refusal: { code: 'notBegun' } });
  clock.pass(hour - 1);
  expect(await say('cancel', { id, reason: '暴雨' })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ outcome: 'cancelled', endedAt: clock.now() });
  clock.pass(1);
  expect(await say('cancel', { id: second.id, reason: '暴雨' })).toMatchObject({ refusal: { code: 'alreadyBegun' } });
  expect(await say('takeDown', { id: second.id, restored: true })).toMatchObject({ ok: true });
});

test('times and devices that do not fit are refused, at their limits', async () => {
  const { say, clock, device, station, sys, hang } = await desk('limits');
  const facts = { scope: { kind: 'place', place: '滨河路沿线' }, owner, reason: '修剪树枝', end: clock.now() + hour };
  const now = clock.now();
  expect(await say('hang', { ...facts, starts: now - startTolerance - 1 })).toMatchObject({ refusal: { code: 'startsInPast' } });
  expect(await say('hang', { ...facts, starts: now - startTolerance })).toMatchObject({ ok: true });
  expect(await say('hang', { ...facts, end: now })).toMatchObject({ refusal: { code: 'endNotAfterStart' } });
  expect(await say('hang', { ...facts, starts: now - minute, end: now })).toMatchObject({ refusal: { code: 'endInPast' } });
  expect(await say('hang', { ...facts, starts: now + hour, end: now + hour })).toMatchObject({ refusal: { code: 'endNotAfterStart' } });
  expect(await say('hang', { ...facts, scope: { kind: 'devices', devices: [unknown] } })).toMatchObject({
    refusal: { code: 'deviceNotFound' },
  });
  const old = await device('旧枪机');
  must(await station.call(devices.retire, { id: old, reason: '拆除' }, sys));
  expect(await say('hang', { ...facts, scope: { kind: 'devices', devices: [old] } })).toMatchObject({
    refusal: { code: 'deviceNotFound' },
  });
  expect(await say('hang', { ...facts, scope: { kind: 'devices', devices: [] } })).toMatchObject({ refusal: { code: 'invalidInput' } });
  // The owner can be called.
  expect(await say('hang', { ...facts, owner: { name: '孙工' } })).toMatchObject({
    refusal: { code: 'invalidInput', issues: [{ path: 'owner.phone', rule: 'required' }] },
  });
  const { id } = await hang();
  clock.pass(hour);
  expect(await say('changeEnd', { id, end: clock.now(), reason: '提前' })).toMatchObject({ refusal: { code: 'endInPast' } });
  expect(await say('changeEnd', { id, end: now, reason: '提前' })).toMatchObject({ refusal: { code: 'endNotAfterStart' } });
  expect(await say('takeDown', { id, restored: true, happenedAt: now - 1 })).toMatchObject({ refusal: { code: 'timeBeforeStart' } });
  expect(await say('takeDown', { id, restored: true, happenedAt: clock.now() + 2 * minute + 1 })).toMatchObject({
    refusal: { code: 'timeInFuture' },
  });
  expect(await say('takeDown', { id: unknown, restored: true })).toMatchObject({ refusal: { code: 'notFound' } });
});

test('the desk hangs and takes down, engineers note, the others read, the administrators do not', async () => {
  const { hang, say, sec, sys, station } = await desk('roles');
  const { id } = await hang();
  const as = async (login: string, role: 'engineer' | 'storekeeper') => {
    const account = must(await station.call(accounts.create, { login, name: login, roles: [role], password: 'Linshi-2026' }, sec));
    const first = station.sessionFor(account.id);
    must(await station.call(accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
    return first;
  };
  const engineer = await as('engineer', 'engineer');
  const storekeeper = await as('storekeeper', 'storekeeper');
  expect(await say('note', { id, note: '正在熔接' }, engineer)).toMatchObject({ ok: true });
  expect(await say('one', { id }, storekeeper)).toMatchObject({ ok: true });
  for (const token of [storekeeper, sys])
    expect(await say('note', { id, note: '1' }, token)).toMatchObject({ refusal: { code: 'notAllowed' } });
  for (const verb of ['hang', 'changeEnd', 'takeDown', 'cancel', 'settle'] as const) {
    const input = { id, scope: { kind: 'area', area: '东城' }, owner, reason: '1', end: 9e12 / 2, restored: true, side: id };
    expect(await say(verb, input, engineer)).toMatchObject({ refusal: { code: 'notAllowed' } });
  }
  expect(await say('list', {}, sys)).toMatchObject({ refusal: { code: 'notAllowed' } });
});

describe('what a work bears on', () => {
  test('a device named itself, and what hangs below it when the work says so, however far', async () => {
    const { device, hang, on, say, clock } = await desk('below');
    const core = await device('核心交换机-1', { subsystem: 'network' });
    const access = await device('接入交换机-07', { subsystem: 'network', upstream: '核心交换机-1' });
    const camera = await device('东城-滨河路-枪机', { upstream: ' 接入交换机-07' });
    const beside = await device('西城-枪机', { upstream: '接入交换机-08' });
    const scope = { kind: 'devices' as const, devices: [core] };
    const alone = await hang({ scope });
    expect(on({ device: core })).toEqual([
      {
        id: alone.id,
        number: alone.number,
        owner,
        reason: '更换光模块',
        starts: clock.now(),
        end: clock.now() + 2 * hour,
        by: 'device',
        through: '',
      },
    ]);
    expect(on({ device: camera })).toEqual([]);
    const { id } = await hang({ scope: { ...scope, takesDownBelow: true } });
    for (const below of [access, camera]) expect(on({ device: below })).toMatchObject([{ id, by: 'upstream', through: '核心交换机-1' }]);
    expect(on({ device: beside })).toEqual([]);
    expect(on({ device: unknown })).toEqual([]);
    expect(on({})).toEqual([]);
    expect(await say('reach', { scope: { ...scope, takesDownBelow: true } })).toMatchObject({ value: { named: 1, below: 2 } });
    expect(await say('reach', { scope })).toMatchObject({ value: { named: 1, below: 0 } });
    expect(await say('on', { device: camera })).toMatchObject({ value: [{ id }] });
  });

  test('a register that goes round in circles ends', async () => {
    const { device, hang, on } = await desk('circle');
    const one = await device('甲', { upstream: '乙' });
    const other = await device('乙', { upstream: '甲' });
    const self = await device('丙', { upstream: '丙' });
    const { id } = await hang({ scope: { kind: 'devices', devices: [one], takesDownBelow: true } });
    expect(on({ device: other })).toMatchObject([{ id }]);
    expect(on({ device: self })).toEqual([]);
  });

  test('a device above that was renamed is found by its name of then and of today', async () => {
    const { device, hang, on, station, sys } = await desk('renamed');
    const above = await device('接入交换机-07');
    const before = await device('枪机一', { upstream: '接入交换机-07' });
    const after = await device('枪机二', { upstream: '接入交换机-7A' });
    await hang({ scope: { kind: 'devices', devices: [above], takesDownBelow: true } });
    must(await station.call(devices.change, { id: above, changes: { name: '接入交换机-7A' } }, sys));
    for (const below of [before, after]) expect(on({ device: below })).toHaveLength(1);
  });

  test('an area, narrowed to a subsystem perhaps; a place, by the device or as typed', async () => {
    const { device, hang, on, say } = await desk('areas');
    const camera = await device('枪机', { area: '东城', place: '滨河路与人民路口' });
    const storage = await device('存储', { area: '东城', subsystem: 'cloudStorage' });
    const west = await device('西城枪机', { area: '西城' });
    const all = await hang();
    const front = await hang({ subsystem: 'frontEnd' });
    const river = await hang({ scope: { kind: 'place', place: '滨河路' } });
    expect(on({ device: camera }).map(({ id, by }) => [id, by])).toEqual([
      [all.id, 'area'],
      [front.id, 'area'],
      [river.id, 'place'],
    ]);
    expect(on({ device: storage })).toMatchObject([{ id: all.id, through: '东城' }]);
    expect(on({ device: west })).toEqual([]);
    expect(on({ area: '东城' })).toHaveLength(2);
    expect(on({ area: '东城', subsystem: 'network' })).toHaveLength(1);
    expect(on({ place: '滨河路 12 号' })).toMatchObject([{ id: river.id }]);
    expect(on({ place: '滨' })).toEqual([]);
    expect(on({ place: '' })).toEqual([]);
    expect(await say('reach', { scope: { kind: 'area', area: '东城' }, subsystem: 'frontEnd' })).toMatchObject({ value: { named: 1 } });
    expect(await say('areas', {})).toMatchObject({ value: ['东城', '西城'] });
  });

  test('from its beginning until its tag is taken down, however late; a cancelled one never; then as now', async () => {
    const { hang, on, say, clock, station } = await desk('while');
    const starts = clock.now() + hour;
    const { id } = await hang({ starts, end: starts + hour });
    const gone = await hang({ starts, end: starts + hour });
    await say('cancel', { id: gone.id, reason: '改期' });
    const subject = { area: '东城' };
    expect(on(subject, starts - 1)).toEqual([]);
    expect(on(subject, starts)).toHaveLength(1);
    clock.pass(5 * hour);
    expect(on(subject)).toHaveLength(1);
    await say('takeDown', { id, restored: true });
    expect(on(subject)).toEqual([]);
    // A fault of that time stays marked, though the tag is long gone.
    expect(on(subject, clock.now() - 1)).toMatchObject([{ id, endedAt: clock.now() }]);
    expect(await say('on', { ...subject, at: clock.now() - 1 })).toMatchObject({ value: [{ id }] });
    const marker = plannedWorkMarker(station.journal.raw, starts, clock.now());
    expect([starts - 1, starts, clock.now() - 1, clock.now()].map((at) => marker(subject, at).length)).toEqual([0, 1, 1, 0]);
  });
});

describe('what the station says by itself', () => {
  const said = async (
    one: () => Promise<{ timeline: { verb: string; end?: number | undefined; before?: number | undefined; author: string }[] }>,
  ) =>
    (await one()).timeline
      .filter(({ verb }) => verb === 'announce' || verb === 'overdue')
      .map(({ verb, end, before }) => [verb, end, before]);

  test('the end is announced at its minute, and found over a moment after it: once for each end', async () => {
    const { hang, one, say, clock, station } = await desk('notices');
    const end = clock.now() + 4 * hour;
    const { id } = await hang({ end });
    const told = () => said(() => one(id));
    const notice = (at: number) => {
      clock.time = at;
      station.notice();
      station.notice();
    };
    notice(end - 30 * minute - 1);
    expect(await told()).toEqual([]);
    notice(end - 30 * minute);
    expect(await told()).toEqual([['announce', end, 30 * minute]]);
    notice(end);
    expect(await told()).toHaveLength(1);
    notice(end + 1);
    expect((await told()).at(-1)).toEqual(['overdue', end, undefined]);
    notice(end + day);
    expect(await told()).toHaveLength(2);
    // A new end is announced anew.
    const later = clock.now() + 2 * hour;
    expect(await say('changeEnd', { id, end: later, reason: '加班' })).toMatchObject({ ok: true });
    notice(later - 30 * minute);
    expect((await told()).at(-1)).toEqual(['announce', later, 30 * minute]);
    await say('takeDown', { id, restored: true });
    notice(later + hour);
    expect(await told()).toHaveLength(3);
  });

  test('a long work is announced a day ahead as well', async () => {
    const { hang, one, clock, station } = await desk('long');
    const end = clock.now() + 4 * day;
    const { id } = await hang({ end });
    for (const at of [end - day - 1, end - day, end - 30 * minute]) {
      clock.time = at;
      station.notice();
    }
    expect(await said(() => one(id))).toEqual([
      ['announce', end, day],
      ['announce', end, 30 * minute],
    ]);
  });

  test('what fell due while the station was off is said once, as it is now', async () => {
    const { hang, one, clock, station } = await desk('off');
    const end = clock.now() + 4 * day;
    const { id } = await hang({ end });
    const other = await hang({ end: end + day });
    clock.time = end - minute;
    station.notice();
    expect(await said(() => one(id))).toEqual([['announce', end, 30 * minute]]);
    clock.time = end + 3 * day;
    station.notice();
    station.notice();
    expect((await said(() => one(id))).slice(1)).toEqual([['overdue', end, undefined]]);
    expect(await said(() => one(other.id))).toEqual([
      // The day before its end passed while the station was off: only that it is over is told.
      ['overdue', end + day, undefined],
    ]);
  });

  test('a work to come is not announced, however short it is', async () => {
    const { hang, one, clock, station } = await desk('short');
    const starts = clock.now() + hour;
    const { id } = await hang({ starts, end: starts + 10 * minute });
    clock.time = starts - 1;
    station.notice();
    expect(await said(() => one(id))).toEqual([]);
    clock.time = starts;
    station.notice();
    expect(await said(() => one(id))).toHaveLength(1);
  });
});

test('every work in force, overdue, or beginning in the next shift is handed over', async () => {
  const { hang, say, station, clock } = await desk('handover', Date.UTC(2026, 10, 2, 1, 0));
  const context = () => contextOf({ station, clock });
  const shift = shiftAt(context(), clock.now());
  const next = shiftAt(context(), shift.end);
  const inForce = await hang({ end: clock.now() + 20 * hour });
  const over = await hang({ scope: { kind: 'place', place: '滨河路' }, end: clock.now() + hour });
  const toCome = await hang({ starts: next.end - minute, end: next.end + hour });
  await hang({ starts: next.end, end: next.end + hour });
  const done = await hang({ end: clock.now() + 2 * hour });
  clock.pass(3 * hour);
  await say('takeDown', { id: done.id, restored: true });
  const items = plannedWorkItems(context(), shift);
  expect(items.map(({ subject, state, nextCode, due }) => [subject, state, nextCode, due])).toEqual([
    [over.id, 'overdue', 'takeDown', clock.now() - 2 * hour],
    [inForce.id, 'inForce', 'takeDown', clock.now() + 17 * hour],
    [toCome.id, 'planned', 'begin', next.end - minute],
  ]);
  expect(items[0]).toMatchObject({ kind: 'plannedWork', title: '滨河路\n更换光模块', holder: '孙工 19000000007', number: over.number });
  for (const item of items) expect(HandoverItem.parse(item)).toEqual(item);
  expect(plannedWorkFigures(context(), shift.start, shift.end)).toEqual([
    { key: 'plannedWorkHung', value: 5 },
    { key: 'plannedWorkTakenDown', value: 1 },
    { key: 'plannedWorkOverdue', value: 1 },
  ]);
});

test('sixty devices with long names fit a handover', async () => {
  const { hang, device, station, clock } = await desk('long names');
  const ids = [];
  for (let i = 0; i < 60; i++) ids.push(await device(`${'长'.repeat(100)}${i}`));
  await hang({
    scope: { kind: 'devices', devices: ids },
    reason: '事'.repeat(400),
    owner: { name: '名'.repeat(40), phone: '1'.repeat(40) },
  });
  const context = contextOf({ station, clock });
  for (const item of plannedWorkItems(context, shiftAt(context, clock.now()))) expect(HandoverItem.parse(item)).toEqual(item);
});
