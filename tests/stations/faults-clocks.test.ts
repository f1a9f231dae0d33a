import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../src/shared/contract';
import { contracts } from '../../src/shared/contracts';
import { hour, instantIn, minute } from '../../src/shared/time';
import { exchange, trust } from '../support/exchange';
import { faultDesk, faults, tableOf } from '../support/fault-desk';
import { must } from '../support/memory-station';

const at = (time: string, date = '2026-11-22') => instantIn('Asia/Shanghai', date, time) as number;

async function desk(seed: string, start = at('10:00')) {
  const made = await faultDesk(seed, 'A', start);
  const until = (time: string, date?: string) => made.clock.pass(at(time, date) - made.clock.now());
  const clock = async (id: string, code: string) => (await made.one(id)).clocks.findLast((one) => one.clock === code);
  const notice = () => made.station.notice();
  return { ...made, until, clockOf: clock, notice };
}

const network = { subsystem: 'network', class: 'B' } satisfies Partial<InputOf<typeof faults.report>>;

describe('clocks of a fault', () => {
  test('born under the usual profile, with the priority of its class', async () => {
    const { report, one } = await desk('born');
    const { id } = await report({ class: 'A', subsystem: 'network' });
    const record = await one(id);
    expect(record).toMatchObject({ profile: 'P0', priority: 'urgent', highRisk: true });
    expect(record.clocks.map(({ clock, limit }) => [clock, limit / minute])).toEqual([
      ['answer', 5],
      ['response', 30],
      ['onSite', 20],
      ['repair', 240],
    ]);
    // Due first: the phone must be answered.
    expect(record.clock).toMatchObject({ aim: 'answer', dueAt: at('10:05') });
  });

  test('waiting for access pauses the repair, waiting for parts does not; the ledger charges every minute once', async () => {
    const { report, take, until, clockOf, one, clock } = await desk('pause');
    const { id } = await report(network);
    await take('accept', id);
    until('11:00');
    await take('wait', id, { waitingFor: 'access' });
    expect(await clockOf(id, 'repair')).toMatchObject({ standing: 'paused', used: hour });
    until('13:00');
    await take('resume', id);
    expect(await clockOf(id, 'repair')).toMatchObject({ standing: 'running', dueAt: at('16:00') });
    await take('wait', id, { waitingFor: 'parts' });
    until('13:30');
    expect(await clockOf(id, 'repair')).toMatchObject({ standing: 'running', dueAt: at('16:00') });
    const { ledger } = await one(id);
    expect(ledger.map(({ charge }) => charge)).toEqual(['desk', 'access', 'parts']);
    expect(ledger[1]).toMatchObject({ from: at('11:00'), until: at('13:00'), pauses: ['onSite', 'repair'] });
    const charged = ledger.reduce((sum, { from, until: end }) => sum + ((end ?? clock.now()) - from), 0);
    expect(charged).toBe(clock.now() - at('10:00'));
  });

  test('a change of scale re-bases from the report', async () => {
    const { report, take, until, clockOf } = await desk('rebase');
    const { id } = await report(network);
    until('11:00');
    must((await take('reclassify', id, { class: 'B', traits: { scale: 'major' }, reason: '光缆中断，短时无法修复' })) as never);
    expect(await clockOf(id, 'repair')).toMatchObject({ limit: 8 * hour, dueAt: at('18:00'), startedAt: at('10:00') });
    until('12:00');
    must((await take('lend', id, { substitute: { name: '同型号交换机', serial: 'SN-01' } })) as never);
    expect(await clockOf(id, 'repair')).toMatchObject({ standing: 'met', metAt: at('12:00') });
  });

  test('a breach is put on record once, also after the station was off, stays, and needs a cause before closing', async () => {
    const { report, take, until, notice, one } = await desk('breach');
    const { id } = await report(network);
    await take('accept', id);
    until('22:00');
    notice();
    notice();
    const breaches = () => one(id).then((record) => record.breaches.map(({ clock, dueAt, breachCause }) => [clock, dueAt, breachCause]));
    expect(await breaches()).toEqual([
      ['response', at('10:30'), undefined],
      ['onSite', at('10:30'), undefined],
      ['repair', at('14:00'), undefined],
    ]);
    await take('repair', id);
    await take('verify', id);
    await take('confirm', id);
    expect(await take('close', id)).toMatchObject({ ok: false, refusal: { code: 'breachUnexplained' } });
    for (const clock of ['response', 'onSite', 'repair'])
      must((await take('explain', id, { clock, breachCause: 'traffic', reason: '大雾封路' })) as never);
    must((await take('close', id)) as never);
    notice();
    expect(await breaches()).toHaveLength(3);
    expect((await one(id)).late).toBe(true);
  });

  test('what is done at the very moment is in time', async () => {
    const { report, take, until, notice, one } = await desk('moment');
    const { id } = await report(network);
    until('10:05');
    notice();
    await take('accept', id);
    until('10:06');
    notice();
    expect((await one(id)).breaches).toEqual([]);
  });

  test('a late entry of the other desk moves the limit; the breach stays and is told to be moved', async () => {
    const [east, west] = [await desk('late-east'), await desk('late-west')];
    trust(east.station, west.station);
    const { id } = await east.report(network);
    exchange(east.station, west.station);
    await west.take('accept', id);
    await west.take('dispatch', id);
    west.clock.pass(20 * minute);
    await west.take('arrive', id);
    east.clock.pass(40 * minute);
    east.notice();
    expect((await east.one(id)).breaches.map(({ clock, borneOut }) => [clock, borneOut])).toContainEqual(['onSite', true]);
    exchange(east.station, west.station);
    const record = await east.one(id);
    expect(record.breaches).toHaveLength(3);
    expect(record.clocks.find(({ clock }) => clock === 'onSite')).toMatchObject({ standing: 'met', late: false, metAt: at('10:20') });
    expect(tableOf(east.station, 'faults')).toEqual(tableOf(west.station, 'faults'));
  });

  test('two desks that notice the same breach apart have it once', async () => {
    const [east, west] = [await desk('same-east'), await desk('same-west')];
    trust(east.station, west.station);
    const { id } = await east.report(network);
    exchange(east.station, west.station);
    for (const { clock } of [east, west]) clock.pass(hour);
    east.notice();
    west.notice();
    exchange(east.station, west.station);
    expect((await east.one(id)).breaches.map(({ clock }) => clock)).toEqual(['answer', 'response', 'onSite']);
    expect(tableOf(east.station, 'faults')).toEqual(tableOf(west.station, 'faults'));
  });
});

describe('classes A, B and C lead through their own steps (P0)', () => {
  test('A: the leading group is told before it can be closed; a step set aside needs a reason', async () => {
    const { report, take, one } = await desk('class-a');
    const { id } = await report({ class: 'A', subsystem: 'cloudStorage' });
    expect((await one(id)).guide.map(({ step, standing }) => [step, standing])).toEqual([
      ['callRepair', 'open'],
      ['tellLeadingGroup', 'open'],
      ['repairOnSite', 'open'],
      ['leadingGroupDecides', 'open'],
      ['callVendor', 'open'],
    ]);
    for (const verb of ['accept', 'repair', 'verify', 'confirm'] as const) await take(verb, id);
    expect(await take('close', id)).toMatchObject({ ok: false, refusal: { code: 'guideOpen', params: { steps: 'tellLeadingGroup' } } });
    expect(await take('guide', id, { step: 'tellLeadingGroup', done: false })).toMatchObject({
      ok: false,
      refusal: { code: 'noteNeeded' },
    });
    must((await take('guide', id, { step: 'tellLeadingGroup', done: true })) as never);
    must((await take('close', id)) as never);
  });

  test('C: the officer may fix it, then reports cause and remedy to the leading group', async () => {
    const { report, take } = await desk('class-c');
    const { id } = await report({ class: 'C', subsystem: 'application' });
    for (const verb of ['accept', 'repair', 'verify', 'confirm'] as const) await take(verb, id);
    expect(await take('close', id)).toMatchObject({ ok: false, refusal: { code: 'guideOpen' } });
    must((await take('guide', id, { step: 'tellLeadingGroup', done: true, note: '原因：误设；处理结果：已复位' })) as never);
    must((await take('close', id)) as never);
  });

  test('P3: those concerned are told at fixed intervals until the repair; what the contract wants put down is asked for', async () => {
    const { report, take, one, clock, station, sys, token } = await desk('class-emergency');
    const card = must(await station.call(contracts.serviceProfiles.list, {}, token)).find(({ code }) => code === 'P3');
    must(await station.call(contracts.serviceProfiles.putInUse, { code: 'P3', version: card?.newest ?? '', reason: '合同' }, sys));
    const { id } = await report({ profile: 'P3', class: 'emergency', subsystem: 'cloudStorage' });
    const line = async (code: string) => (await one(id)).guide.find(({ step }) => step === code);
    expect((await line('quickReport'))?.records?.map(({ zh }) => zh)).toEqual(['故障现象', '影响范围', '初步原因', '先期处置']);
    expect(await take('guide', id, { step: 'quickReport', done: true })).toMatchObject({ refusal: { code: 'noteNeeded' } });
    must((await take('guide', id, { step: 'quickReport', done: true, note: '故障现象：写入失败' })) as never);
    expect(await line('quickReport')).toMatchObject({ standing: 'done', note: '故障现象：写入失败' });
    expect(await line('inform')).toMatchObject({ standing: 'open', every: '1h' });
    clock.pass(10 * minute);
    const told = clock.now();
    must((await take('guide', id, { step: 'inform', done: true })) as never);
    expect(await line('inform')).toMatchObject({ standing: 'open', from: told + hour, at: told });
    clock.pass(hour);
    for (const verb of ['accept', 'repair'] as const) must((await take(verb, id)) as never);
    // Repaired: it was told, and nobody waits for the next hour.
    expect(await line('inform')).toMatchObject({ standing: 'done', at: told });
    for (const verb of ['verify', 'reopen'] as const) must((await take(verb, id)) as never);
    expect(await line('inform')).toMatchObject({ standing: 'open' });
  });
});

describe('one cause, many faults', () => {
  test('48 reported within 90 s on one switch’s cameras are folded under their cause in one step; 2 that stay dark are faults of their own, timed from their first loss', async () => {
    const { report, station, token, one, clock, take, board, until } = await desk('switch');
    const lost: string[] = [];
    for (let i = 0; i < 48; i++) {
      lost.push((await report({ place: `东城第 ${i + 1} 号杆`, source: 'monitoringAlarm' })).id);
      clock.pass(1_800);
    }
    const cause = must(
      await station.call(
        faults.fold,
        { faults: lost, report: { symptom: '接入交换机 SW-东城-01 失联', class: 'A', place: '解放路派出所机房', subsystem: 'network' } },
        token,
      ),
    );
    const open = await board();
    expect(open.open.map(({ id }) => id)).toEqual([cause.id]);
    const record = await one(cause.id);
    expect(record.folded).toHaveLength(48);
    expect((await one(lost[7] as string)).causedBy).toBe(cause.id);
    until('11:00');
    await take('accept', cause.id);
    until('12:00');
    must((await take('repair', cause.id, { remaining: [lost[3], lost[40]] })) as never);
    const ids = (await board()).open.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([cause.id, lost[3], lost[40]]));
    const dark = await one(lost[40] as string);
    expect(dark).toMatchObject({ state: 'accepted' });
    expect(dark.clocks.find(({ clock: code }) => code === 'repair')).toMatchObject({
      standing: 'running',
      startedAt: at('10:00') + 40 * 1_800,
      used: 0,
    });
    expect(dark.causedBy).toBeUndefined();
    expect(await take('repair', cause.id, { remaining: [lost[0]] })).toMatchObject({ ok: false });
  });

  test('folding is all or none', async () => {
    const { report, station, token, take, one } = await desk('all-or-none');
    const [first, second] = [await report(), await report()];
    await take('cancel', second.id);
    const under = (await report({ subsystem: 'network' })).id;
    expect(await station.call(faults.fold, { faults: [first.id, second.id], under }, token)).toMatchObject({
      ok: false,
      refusal: { code: 'notInThisState', params: { number: second.number } },
    });
    expect((await one(first.id)).state).toBe('reported');
  });
});
