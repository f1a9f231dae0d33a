import { describe, expect, test } from 'vitest';
import { unexplainedOf } from '../../src/shared/faults/before-closing';
import { workOrderOf } from '../../src/shared/faults/work-order';
import { contracts } from '../../src/shared/contracts';
import { hour, instantIn, minute } from '../../src/shared/time';
import { faultDesk, faults } from '../support/fault-desk';
import { must } from '../support/memory-station';

const start = instantIn('Asia/Shanghai', '2026-11-22', '10:00') as number;

async function desk(seed: string) {
  const made = await faultDesk(seed, 'A', start);
  const { station, token, sys } = made;
  const person = async (name: string, facts: Record<string, unknown>) => {
    const { id } = must(await station.call(contracts.people.register, { name, phone: '', ...facts }, sys));
    return { id, name };
  };
  const proposed = async (id: string) => must(await station.call(faults.proposals, { id }, token));
  return { ...made, person, proposed };
}

const network = { subsystem: 'network', class: 'B', place: '城东区学府街' } as const;

describe('who is proposed for a fault', () => {
  test('engineers of the register with the reasons, by what they have in hand', async () => {
    const { report, take, person, proposed } = await desk('proposed');
    const busy = await person('丁一', { post: '维修工程师', group: '城东维修组' });
    const free = await person('丙二', { post: '维修工程师', group: '城东维修组', qualifications: [{ name: '光纤熔接' }] });
    await person('乙三', { post: '值班员', group: '值班室' });
    const other = await report(network);
    await take('accept', other.id);
    await take('dispatch', other.id, { engineer: busy });
    const { id } = await report(network);
    await take('accept', id);
    expect(await proposed(id)).toMatchObject([
      { person: free, tier: { zh: '现场维修' }, duty: 'unknown', area: '城东', skill: '光纤熔接', load: 0, former: false },
      { person: busy, area: '城东', load: 1 },
    ]);
    // Whoever is sent is not proposed for the same fault again; repaired, it is in nobody's hands.
    expect((await proposed(other.id)).map(({ person: one }) => one.name)).toEqual([free.name]);
    await take('acknowledge', other.id);
    await take('repair', other.id);
    expect((await proposed(id)).map(({ load }) => load)).toEqual([0, 0]);
  });

  test('who was sent before it came back is first; who has left is not there', async () => {
    const { station, report, take, person, proposed, sys } = await desk('former');
    const former = await person('丁一', { post: '工程师' });
    await person('丙二', { post: '维修工程师' });
    const gone = await person('乙三', { post: '维修工程师' });
    must(await station.call(contracts.people.leave, { id: gone.id, date: '2026-11-21', reason: '调离' }, sys));
    const { id } = await report(network);
    for (const [verb, more] of [
      ['accept'],
      ['dispatch', { engineer: former }],
      ['acknowledge'],
      ['repair'],
      ['verify'],
      ['reopen'],
    ] as const)
      must((await take(verb, id, more)) as never);
    expect((await proposed(id)).map(({ person: one, former: knew }) => [one.name, knew])).toEqual([
      ['丁一', true],
      ['丙二', false],
    ]);
  });

  test('namesakes are told apart, and an unknown fault is refused', async () => {
    const { report, take, person, proposed, station, token } = await desk('namesakes');
    const one = await person('丁一', { post: '维修', phone: '19000000001' });
    const other = await person('丁一', { post: '维修', phone: '19000000002' });
    const first = await report(network);
    await take('accept', first.id);
    await take('dispatch', first.id, { engineer: one });
    const { id } = await report(network);
    const loads = new Map((await proposed(id)).map(({ person: { id: who }, load }) => [who, load]));
    expect([loads.get(one.id), loads.get(other.id)]).toEqual([1, 0]);
    expect(await station.call(faults.proposals, { id: one.id }, token)).toMatchObject({ ok: false, refusal: { code: 'notFound' } });
  });
});

describe('the work order', () => {
  test('names the device as the register has it, the limits with their due times, and which dispatch it is', async () => {
    const { station, report, take, one, sys, token } = await desk('order');
    const facts = {
      code: '34020000001320000001',
      name: '学府街球机',
      type: '球机',
      subsystem: 'frontEnd',
      area: '城东区',
      place: '学府街',
    } as const;
    const kept = must(
      await station.call(contracts.devices.register, { ...facts, upstream: '交换机-03', ip: '10.12.1.10', port: 554 }, sys),
    );
    const device = must(await station.call(contracts.devices.one, { id: kept.id }, token));
    const { id, number } = await report({
      device: { id: device.id, code: device.code, name: device.name },
      place: '',
      symptom: '黑屏',
      tried: '已远程重启',
    });
    await take('accept', id);
    await take('dispatch', id, { note: '带梯子' });
    expect(workOrderOf(await one(id), device)).toMatchObject({
      number,
      engineer: { name: '高工甲' },
      note: '带梯子',
      device: { name: '学府街球机', code: '34020000001320000001', address: '10.12.1.10:554', upstream: '交换机-03', area: '城东区' },
      symptom: '黑屏',
      tried: '已远程重启',
      limits: [
        { name: { zh: '到场' }, dueAt: start + 30 * minute },
        { name: { zh: '修复' }, dueAt: start + 24 * hour },
      ],
    });
    await take('dispatch', id, { engineer: { name: '高工乙' } });
    expect(workOrderOf(await one(id), device)).toMatchObject({ number: `${number}-2`, engineer: { name: '高工乙' } });
  });
});

test('what must be explained before closing: breaches on record, and what is over without the station having noticed', async () => {
  const { report, take, one, clock, station } = await desk('owed');
  const { id } = await report(network);
  await take('accept', id);
  clock.pass(31 * minute);
  const names = async () => unexplainedOf(await one(id), clock.now()).map(({ clock: code }) => code);
  expect(await names()).toEqual(['response', 'onSite']);
  station.notice();
  expect(await names()).toEqual(['response', 'onSite']);
  must((await take('explain', id, { clock: 'response', breachCause: 'noEngineer', reason: '人员均在现场' })) as never);
  expect(await names()).toEqual(['onSite']);
});
