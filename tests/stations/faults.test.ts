import { describe, expect, test } from 'vitest';
import {
  faultStates,
  faultVerbs,
  type FaultState,
  type FaultVerb,
  isPossible,
  nextStep,
  stateAfter,
  stepsFrom,
  transitions,
} from '../../src/shared/faults/states';
import { day, hour, minute } from '../../src/shared/time';
import { type Desk, devices, faultDesk, faults, signedIn } from '../support/fault-desk';
import { must } from '../support/memory-station';

/** Steps on a fault's way; what is said beside it has tests of its own. */
const onTheWay = faultVerbs.filter((verb) => !transitions[verb].beside || verb === 'note' || verb === 'settle');

/** How a fresh fault comes into each state. */
const ways: Record<FaultState, FaultVerb[]> = {
  reported: [],
  accepted: ['accept'],
  dispatched: ['accept', 'dispatch'],
  acknowledged: ['accept', 'dispatch', 'acknowledge'],
  onSite: ['accept', 'dispatch', 'acknowledge', 'arrive'],
  diagnosed: ['accept', 'dispatch', 'acknowledge', 'arrive', 'diagnose'],
  waiting: ['accept', 'dispatch', 'acknowledge', 'arrive', 'wait'],
  repaired: ['accept', 'dispatch', 'acknowledge', 'arrive', 'repair'],
  verified: ['accept', 'dispatch', 'acknowledge', 'arrive', 'repair', 'verify'],
  confirmed: ['accept', 'dispatch', 'acknowledge', 'arrive', 'repair', 'verify', 'confirm'],
  closed: ['accept', 'dispatch', 'acknowledge', 'arrive', 'repair', 'verify', 'confirm', 'close'],
  merged: ['merge'],
  cancelled: ['cancel'],
};

/** A new fault in a wanted state, beside one it may be merged into. */
async function faultIn(desk: Desk, state: FaultState): Promise<{ id: string; other: string }> {
  const other = (await desk.report({ place: '他处' })).id;
  const { id } = await desk.report();
  for (const verb of ways[state]) must((await desk.take(verb, id, verb === 'merge' ? { into: other } : {})) as never);
  expect((await desk.one(id)).state).toBe(state);
  return { id, other };
}

describe.each(faultStates)('in state %s', (state) => {
  test('every step of the table is taken, every other refused with what is possible instead', async () => {
    const desk = await faultDesk(`states ${state}`);
    for (const verb of onTheWay) {
      const { id, other } = await faultIn(desk, state);
      const before = await desk.one(id);
      const answer = await desk.take(verb, id, verb === 'merge' ? { into: other } : {});
      const after = await desk.one(id);
      if (verb === 'settle') {
        expect(answer).toMatchObject({ refusal: { code: 'nothingContested' } });
      } else if (isPossible(verb, state)) {
        expect(answer, verb).toMatchObject({ ok: true });
        expect(after.state, verb).toBe(stateAfter(verb, state, state === 'waiting' ? 'onSite' : undefined));
        expect(after.timeline, verb).toHaveLength(before.timeline.length + 1);
        expect(after.timeline.at(-1)).toMatchObject({
          verb,
          from: state,
          to: after.state,
          letter: 'A',
          by: { name: '值班员甲' },
          at: desk.clock.now(),
        });
        expect(after.contested).toBe(false);
      } else {
        expect(answer, verb).toEqual({
          ok: false,
          refusal: {
            code: 'notInThisState',
            params: { verb, state, number: before.number, next: stepsFrom(state)[0], possible: stepsFrom(state).join(',') },
          },
        });
        expect(after, verb).toEqual(before);
      }
    }
  });
});

test('the proposed step always is a possible one, and leads every open fault to its end', () => {
  for (const state of faultStates) {
    const next = nextStep(state);
    if (next) expect(isPossible(next, state)).toBe(true);
    let at = state;
    for (let steps = 0; steps < faultStates.length; steps++) {
      const verb = nextStep(at);
      if (verb) at = stateAfter(verb, at, undefined);
    }
    expect(['closed', 'merged', 'cancelled']).toContain(at);
  }
});

describe('reporting', () => {
  test('the whole intake form is kept, numbered and shown', async () => {
    const desk = await faultDesk('intake');
    const { clock } = desk;
    clock.pass(hour);
    const file = { hash: 'a'.repeat(64), name: '现场照片.jpg', type: 'image/jpeg', size: 1_000 };
    const intake = {
      source: 'walkIn' as const,
      foundAt: clock.now() - 20 * minute,
      reportedAt: clock.now() - 5 * minute,
      reporter: { name: '某派出所民警', phone: '19000000002' },
      place: '解放路派出所门前',
      subsystem: 'network' as const,
      symptom: '画面时断时续\n夜间更甚',
      scope: '共 3 路',
      tried: '已重启光纤收发器',
      class: 'C' as const,
      priority: 'important' as const,
      attachments: [file],
      logEntry: '01890000-0000-7000-8000-000000000001',
    };
    const { id, number } = await desk.report(intake);
    expect(number).toBe('A-2026-000001');
    const record = await desk.one(id);
    expect(record.intake).toEqual({
      ...intake,
      number,
      profile: { code: 'P0', version: expect.any(String) },
      by: { id: desk.officer, name: '值班员甲' },
    });
    expect(record).toMatchObject({
      state: 'reported',
      since: intake.reportedAt,
      class: 'C',
      contested: false,
      duplicates: [],
      contests: [],
    });
    expect(must(await desk.station.call(faults.find, { logEntry: intake.logEntry }, desk.token))).toMatchObject([{ id }]);
  });

  test('a device of the register brings its name, place and subsystem', async () => {
    const desk = await faultDesk('device');
    const device = must(
      await desk.station.call(
        devices.register,
        { code: '34100000002170000001', name: 'SW-东城-01', type: '接入交换机', subsystem: 'network', place: '解放路派出所机房' },
        desk.token,
      ),
    );
    const { id } = await desk.report({ device: { id: device.id, name: '写错的名字' }, place: '', subsystem: undefined });
    expect(await desk.one(id)).toMatchObject({ device: 'SW-东城-01', place: '解放路派出所机房', subsystem: 'network' });
    const history = must(await desk.station.call(faults.find, { device: device.id }, desk.token));
    expect(history).toMatchObject([{ id }]);
  });

  test('needs a device or a place, a subsystem, a symptom; times lie behind and in order', async () => {
    const desk = await faultDesk('needs');
    const { station, token, clock } = desk;
    const good = { symptom: '黑屏', class: 'B' as const, place: '某处', subsystem: 'frontEnd' as const };
    const refused = async (input: object) => (await station.answer('faults.report', { ...good, ...input }, token)) as { refusal: unknown };
    expect(await refused({ place: ' ' })).toMatchObject({ refusal: { issues: [{ path: 'device', rule: 'deviceOrPlace' }] } });
    expect(await refused({ symptom: '  ' })).toMatchObject({ refusal: { issues: [{ path: 'symptom', rule: 'required' }] } });
    expect(await refused({ subsystem: undefined })).toMatchObject({ refusal: { code: 'subsystemNeeded' } });
    expect(await refused({ reportedAt: clock.now() + 1 })).toMatchObject({ refusal: { code: 'timeInFuture' } });
    expect(await refused({ foundAt: clock.now() })).toMatchObject({ ok: true });
    expect(await refused({ foundAt: clock.now(), reportedAt: clock.now() - 1 })).toMatchObject({ refusal: { code: 'foundAfterReport' } });
    expect((await desk.board()).open).toHaveLength(1);
  });

  test('numbers run on per year and are never given twice, whatever becomes of a fault', async () => {
    const desk = await faultDesk('numbers', 'A', Date.UTC(2026, 11, 31, 15, 50));
    const first = await desk.report();
    must((await desk.take('cancel', first.id)) as never);
    expect((await desk.report()).number).toBe('A-2026-000002');
    desk.station.journal.rebuild();
    expect((await desk.report()).number).toBe('A-2026-000003');
    // 23:50 in the station's zone: ten minutes on, a new year begins there.
    desk.clock.pass(10 * minute);
    expect((await desk.report()).number).toBe('A-2027-000001');
    const numbers = must(await desk.station.call(faults.find, { limit: 200 }, desk.token)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(4);
  });
});

describe('steps', () => {
  test('who was sent, cause, remedy, parts, verification and satisfaction are on record', async () => {
    const desk = await faultDesk('record');
    const { id } = await desk.report();
    const engineer = { name: '高工甲', phone: '19000000001' };
    desk.clock.pass(hour);
    await desk.take('accept', id);
    await desk.take('dispatch', id, { engineer, note: '先看光纤' });
    await desk.take('acknowledge', id);
    await desk.take('arrive', id, { happenedAt: desk.clock.now() - 10 * minute });
    expect((await desk.one(id)).since).toBe(desk.clock.now() - 10 * minute);
    await desk.take('diagnose', id, { cause: '光纤折断' });
    expect(await desk.take('repair', id, { cause: '', parts: '光纤跳线 1 根', remedy: '更换跳线' })).toMatchObject({ ok: true });
    expect(await desk.take('verify', id, { holds: false })).toMatchObject({ refusal: { code: 'noteNeeded' } });
    await desk.take('verify', id, { holds: false, note: '仍有马赛克' });
    expect((await desk.one(id)).state).toBe('diagnosed');
    await desk.take('repair', id, { cause: '接头污染', remedy: '清洁接头' });
    await desk.take('verify', id);
    await desk.take('confirm', id, { reporter: { name: '某派出所民警' }, satisfaction: 'verySatisfied' });
    // Taken an hour after the report: the phone was answered and the engineer there too late.
    for (const clock of ['answer', 'onSite']) await desk.take('explain', id, { clock, breachCause: 'noEngineer', reason: '同时段多起' });
    await desk.take('close', id, { note: undefined });
    expect(await desk.one(id)).toMatchObject({
      state: 'closed',
      sentTo: engineer,
      engineer: '高工甲',
      cause: '接头污染',
      remedy: '清洁接头',
      satisfaction: 'verySatisfied',
    });
  });

  test('waiting says for what, and work goes on where it stopped', async () => {
    const desk = await faultDesk('waiting');
    const { id } = await desk.report();
    for (const verb of ['accept', 'dispatch', 'acknowledge'] as const) await desk.take(verb, id);
    await desk.take('wait', id, { waitingFor: 'access' });
    expect((await desk.board()).open).toMatchObject([{ state: 'waiting', waitingFor: 'access' }]);
    await desk.take('resume', id);
    expect(await desk.one(id)).toMatchObject({ state: 'acknowledged' });
    expect((await desk.one(id)).waitingFor).toBeUndefined();
  });

  test('a repair needs a cause on record, closing unconfirmed a note, a step a time that fits', async () => {
    const desk = await faultDesk('refusals');
    desk.clock.pass(hour);
    const { id } = await desk.report();
    await desk.take('accept', id);
    expect(await desk.take('repair', id, { cause: undefined })).toMatchObject({ refusal: { code: 'causeNeeded' } });
    expect(await desk.take('dispatch', id, { happenedAt: desk.clock.now() + 1 })).toMatchObject({ refusal: { code: 'timeInFuture' } });
    expect(await desk.take('dispatch', id, { happenedAt: desk.clock.now() - minute })).toMatchObject({
      refusal: { code: 'timeBeforeFound' },
    });
    await desk.take('repair', id);
    await desk.take('verify', id);
    expect(await desk.take('close', id, { note: '' })).toMatchObject({ refusal: { code: 'noteNeeded' } });
    expect(await desk.take('close', id)).toMatchObject({ ok: true });
    expect(await desk.take('accept', '01890000-0000-7000-8000-000000000000')).toMatchObject({ refusal: { code: 'notFound' } });
  });

  test.each(['cancel', 'reopen', 'reclassify'] as const)('%s needs a reason', async (verb) => {
    const desk = await faultDesk(`reason ${verb}`);
    const { id } = await desk.report();
    expect(await desk.take(verb, id, { reason: '  ' })).toMatchObject({
      refusal: { code: 'invalidInput', issues: [{ path: 'reason', rule: 'required' }] },
    });
  });

  test('reopening loses nothing: it is accepted again, and who was sent before is remembered', async () => {
    const desk = await faultDesk('reopen');
    const { id } = await faultIn(desk, 'closed');
    desk.clock.pass(5 * minute);
    await desk.take('reopen', id, { reason: '画面又黑' });
    const record = await desk.one(id);
    expect(record).toMatchObject({ state: 'accepted', reopened: 1, formerlySentTo: { name: '高工甲' }, cause: '电源适配器损坏' });
    expect(record.engineer).toBeUndefined();
    expect(record.timeline).toHaveLength(10);
  });

  test('a duplicate is merged into an open fault; both timelines stay readable; reopening parts them', async () => {
    const desk = await faultDesk('merge');
    const { id, other } = await faultIn(desk, 'dispatched');
    const third = await desk.report();
    await desk.take('cancel', third.id);
    expect(await desk.take('merge', id, { into: id })).toMatchObject({ refusal: { code: 'mergeIntoItself' } });
    expect(await desk.take('merge', id, { into: third.id })).toMatchObject({
      refusal: { code: 'targetNotOpen', params: { number: third.number } },
    });
    expect(await desk.take('merge', id, { into: '01890000-0000-7000-8000-000000000000' })).toMatchObject({
      refusal: { code: 'targetNotFound' },
    });
    await desk.take('merge', id, { into: other });
    const [merged, target] = [await desk.one(id), await desk.one(other)];
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { id: other, number: target.number } });
    expect(merged.timeline.map(({ verb }) => verb)).toEqual(['report', 'accept', 'dispatch', 'merge']);
    expect(merged.timeline.at(-1)).toMatchObject({ into: other, intoNumber: target.number });
    expect(target.duplicates).toMatchObject([{ id, number: merged.number }]);
    expect((await desk.board()).open.map((card) => card.id)).toEqual([other]);
    await desk.take('reopen', id);
    expect((await desk.one(other)).duplicates).toEqual([]);
    expect((await desk.one(id)).mergedInto).toBeUndefined();
  });

  test('a class is changed with a reason, never to itself', async () => {
    const desk = await faultDesk('class');
    const { id } = await desk.report({ class: 'B' });
    expect(await desk.take('reclassify', id, { class: 'B' })).toMatchObject({ refusal: { code: 'sameClass' } });
    await desk.take('reclassify', id, { class: 'A' });
    expect(await desk.one(id)).toMatchObject({ class: 'A', state: 'reported' });
    expect((await desk.one(id)).timeline.at(-1)).toMatchObject({ class: 'A', formerClass: 'B', reason: '影响范围扩大' });
    expect((await desk.board({ class: 'A' })).open).toHaveLength(1);
    expect((await desk.board({ class: 'B' })).open).toHaveLength(0);
  });
});

test('roles: engineers take their own steps and no other; all of the desk read; administrators do not', async () => {
  const desk = await faultDesk('roles');
  const { station, sec, audit } = desk;
  const engineer = await signedIn(station, sec, 'weixiu', '维修人员甲', ['engineer']);
  const storekeeper = await signedIn(station, sec, 'beijian', '备件管理员甲', ['storekeeper']);
  const { id } = await faultIn(desk, 'dispatched');
  const allowed: FaultVerb[] = ['acknowledge', 'depart', 'arrive', 'diagnose', 'wait', 'resume', 'repair', 'note'];
  for (const verb of onTheWay.filter((one) => !allowed.includes(one))) {
    expect(await desk.take(verb, id, verb === 'merge' ? { into: id } : {}, engineer), verb).toMatchObject({
      refusal: { code: 'notAllowed' },
    });
  }
  for (const verb of allowed) {
    expect(await desk.take(verb, id, {}, engineer), verb).toMatchObject({ ok: true });
    expect(await desk.take(verb, id, {}, storekeeper), verb).toMatchObject({ refusal: { code: 'notAllowed' } });
  }
  expect((await desk.one(id)).timeline.at(-1)).toMatchObject({ by: { name: '维修人员甲' } });
  must(await station.call(faults.board, {}, storekeeper));
  must(await station.call(faults.one, { id }, engineer));
  expect(await station.call(faults.board, {}, audit)).toMatchObject({ refusal: { code: 'notAllowed' } });
});

test('what may be the same is shown while typing: same device first, then the same place, only what is open', async () => {
  const desk = await faultDesk('similar');
  const { station, token } = desk;
  const camera = { code: '1', name: '东城-滨河路枪机', type: '枪机', subsystem: 'frontEnd' as const, place: '滨河路与学府街交叉口' };
  const device = must(await station.call(devices.register, camera, token));
  const onDevice = await desk.report({ device: { id: device.id, name: camera.name }, place: '' });
  desk.clock.pass(minute);
  const atPlace = await desk.report({ place: '滨河路 与学府街交叉口 东北角' });
  const closed = await desk.report({ place: camera.place });
  await desk.take('cancel', closed.id);
  await desk.report({ place: '别处' });
  const similar = async (input: object) =>
    (must((await station.answer('faults.similar', input, token)) as never) as { id: string }[]).map(({ id }) => id);
  expect(await similar({ device: { id: device.id, name: camera.name }, place: camera.place })).toEqual([onDevice.id, atPlace.id]);
  expect(await similar({ place: '学府街' })).toEqual([atPlace.id, onDevice.id]);
  expect(await similar({ place: '学府街', except: atPlace.id })).toEqual([onDevice.id]);
  expect(await similar({ place: '学' })).toEqual([]);
  expect(await similar({})).toEqual([]);
});

test('found by number, any words, initials; the board keeps what was closed for a day', async () => {
  const desk = await faultDesk('find');
  const { station, token } = desk;
  const { id, number } = await desk.report({ symptom: '夜间花屏', reporter: { name: '某民警', phone: '19000000009' } });
  await desk.report({ symptom: '无录像', place: '机房' });
  const find = async (text: string) => must(await station.call(faults.find, { text }, token)).map((card) => card.id);
  for (const text of [number, number.toLowerCase(), '花屏', 'rmlyjsj', 'yjhp', '19000000009', '夜间 人民路', '０００００1'])
    expect(await find(text), text).toEqual([id]);
  expect(await find('')).toHaveLength(2);
  await desk.take('cancel', id);
  expect(await desk.board()).toMatchObject({ open: [{ symptom: '无录像' }], closed: [{ id }] });
  desk.clock.pass(day + 1);
  // Sessions end with the day.
  const tomorrow = station.sessionFor(desk.officer);
  expect(must(await station.call(faults.board, {}, tomorrow)).closed).toEqual([]);
  expect(must(await station.call(faults.find, { text: '花屏' }, tomorrow))).toMatchObject([{ id }]);
});
