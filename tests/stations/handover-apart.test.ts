import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { minute } from '../../src/shared/time';
import type { HandoverState } from '../../src/station/handover/handover-state';
import { handoverFolds, untouched } from '../../src/station/handover/handover-state';
import { contestants, phaseOf, standingVersion, takenOverAt } from '../../src/station/handover/versions';
import { dump } from '../support/dump';
import { exchange, trust } from '../support/exchange';
import { administrators, memoryStation, must } from '../support/memory-station';
import { at, type Member, rosteredStation } from '../support/rostered-desk';
import type { Station } from '../../src/station/station';

const { handover, faults } = contracts;
const shift = '2026-11-22/night';

/** Two desks of one unit that know the same roster and the same people, at 07:30 before the night shift ends. */
async function twoDesks(seed: string) {
  const east = await rosteredStation(`${seed} east`);
  const west = memoryStation(`${seed} west`, ':memory:', at('2026-11-22', '20:00'));
  must(
    await west.station.call(contracts.unit.found, { unit: '某市公安局指挥中心', letter: 'B', zone: 'Asia/Shanghai', ...administrators }),
  );
  trust(east.station, west.station);
  const { first, second, leaders } = east.watch;
  const outgoing = first[0] as Member;
  must(
    await east.station.call(faults.report, { symptom: '画面黑屏', place: '人民路口', subsystem: 'frontEnd', class: 'B' }, outgoing.token),
  );
  exchange(east.station, west.station);
  for (const { clock } of [east, west]) clock.time = at('2026-11-23', '07:30');
  return { east, west, outgoing, incoming: second as [Member, Member], leaders };
}

type Two = Awaited<ReturnType<typeof twoDesks>>;

async function sign(station: Station, { outgoing }: Two) {
  const token = station.sessionFor(outgoing.account);
  const { seen } = must(await station.call(handover.one, { shift }, token));
  return must(await station.call(handover.signOutgoing, { shift, seen, signer: outgoing.signer }, token)).version;
}

async function takeOver(station: Station, version: string, by: Member) {
  const token = station.sessionFor(by.account);
  const { content } = must(await station.call(handover.one, { shift }, token));
  const answers = content.items.map(({ key }) => ({ item: key, answer: 'known' as const, text: '', restated: '' }));
  must(await station.call(handover.answer, { shift, version, answers }, token));
  must(await station.call(handover.signIncoming, { shift, version, signer: by.signer }, token));
}

const view = async (station: Station, by: Member) => must(await station.call(handover.one, { shift }, station.sessionFor(by.account)));

test('two desks hand over apart: both are kept and shown as contested, and a leader settles which stands', async () => {
  const two = await twoDesks('apart');
  const { east, west, outgoing, incoming, leaders } = two;
  const onEast = await sign(east.station, two);
  await takeOver(east.station, onEast, incoming[0]);
  west.clock.pass(5 * minute);
  const onWest = await sign(west.station, two);
  await takeOver(west.station, onWest, incoming[1]);
  exchange(east.station, west.station);
  expect(dump(west.station)).toEqual(dump(east.station));
  for (const { station } of [east, west]) {
    const seen = await view(station, outgoing);
    expect(seen.contested).toBe(true);
    expect(new Set([seen.version?.id, ...seen.others.map(({ id }) => id)])).toEqual(new Set([onEast, onWest]));
    expect(must(await station.call(handover.due, {}, station.sessionFor(outgoing.account)))).toMatchObject({ contested: true });
  }
  const leader = leaders[0] as Member;
  const settle = { shift, stands: onWest, reason: '以西台交接为准，东台为误操作', signer: leader.signer };
  must(await west.station.call(handover.settle, settle, west.station.sessionFor(leader.account)));
  exchange(east.station, west.station);
  for (const { station } of [east, west]) {
    const seen = await view(station, outgoing);
    expect(seen).toMatchObject({ contested: false, version: { id: onWest }, others: [{ id: onEast, phase: 'takenOver' }] });
    expect(seen.settled).toMatchObject({ stands: onWest, by: leader.name });
  }
});

test('a handover begun on one desk is ended on the other', async () => {
  const two = await twoDesks('begun and ended');
  const { east, west, incoming, leaders, outgoing } = two;
  const version = await sign(east.station, two);
  exchange(east.station, west.station);
  await takeOver(west.station, version, incoming[0]);
  exchange(east.station, west.station);
  const leader = leaders[0] as Member;
  must(await east.station.call(handover.signLeader, { shift, version, signer: leader.signer }, east.station.sessionFor(leader.account)));
  exchange(east.station, west.station);
  expect(await view(west.station, outgoing)).toMatchObject({ phase: 'complete', contested: false, version: { id: version, intact: true } });
});

test('taken back on one desk and taken over on the other: what was taken over stands', async () => {
  const two = await twoDesks('crossing');
  const { east, west, outgoing, incoming } = two;
  const version = await sign(east.station, two);
  exchange(east.station, west.station);
  const back = { shift, reason: '漏列一项', signer: outgoing.signer };
  must(await east.station.call(handover.takeBack, back, east.station.sessionFor(outgoing.account)));
  await takeOver(west.station, version, incoming[0]);
  exchange(east.station, west.station);
  for (const { station } of [east, west])
    expect(await view(station, outgoing)).toMatchObject({ phase: 'takenOver', version: { id: version } });
});

test('a station that notices the same unsigned shift twice, or on two desks, has it on record once', async () => {
  const { east, west, outgoing } = await twoDesks('noticed');
  for (const { clock, station } of [east, west]) {
    clock.time = at('2026-11-23', '08:15');
    station.notice();
  }
  exchange(east.station, west.station);
  expect(dump(west.station)).toEqual(dump(east.station));
  expect((await view(east.station, outgoing)).overdueNotedAt).toBe(at('2026-11-23', '08:15'));
});

// The fold alone: events of one shift in any order, any part of them, any number of times the same signature.
const facts = (n: number) => ({
  id: `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  at: 1_000 * n,
  actor: 'x',
  station: n % 2 ? 'east' : 'west',
  seq: n,
});
const versions = [facts(1).id, facts(2).id];
const signature = fc.record({
  account: fc.constantFrom('a', 'b'),
  name: fc.constant('甲'),
  standing: fc.constant('rostered'),
  reason: fc.constant(''),
});
const version = fc.constantFrom(...versions);
const happening = fc.oneof(
  fc.record({ name: fc.constant('handover.outgoingSigned@1'), version }),
  fc.record({ name: fc.constant('handover.takenBack@1'), version }),
  fc.record({ name: fc.constant('handover.answered@1'), version }),
  fc.record({ name: fc.constant('handover.incomingSigned@1'), version }),
  fc.record({ name: fc.constant('handover.leaderSigned@1'), version }),
  fc.record({ name: fc.constant('handover.corrected@1'), version }),
  fc.record({ name: fc.constant('handover.settled@1'), version }),
  fc.record({ name: fc.constant('handover.noted@1'), version }),
);

function folded(events: readonly { name: string; version: string; signature: unknown }[]): HandoverState {
  return events.reduce((state, { name, version: id, signature: by }, i) => {
    const fold = handoverFolds.find(({ event }) => event.eventName === name);
    const payload = {
      shift,
      version: id,
      content: { items: [] },
      hash: 'h',
      mode: 'ordinary',
      modeReason: '',
      signature: by,
      missing: [],
      remark: '',
      reason: 'r',
      author: '甲',
      item: '',
      text: 't',
      stands: id,
      over: versions.filter((one) => one !== id),
      answers: [{ item: 'fault:1', answer: 'known', text: '', restated: '' }],
    };
    const own = name === 'handover.outgoingSigned@1' ? facts(versions.indexOf(id) + 1) : facts(10 + i);
    return fold ? fold.fold(state, payload, own) : state;
  }, untouched);
}

test('no order of events makes a handover unsigned again: what was taken over stays taken over, whatever follows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(happening, signature), { maxLength: 24 }), (drawn) => {
      const events = drawn.map(([one, by]) => ({ ...one, signature: by }));
      let takenOver = new Set<string>();
      let completed = new Set<string>();
      for (let i = 0; i <= events.length; i++) {
        const state = folded(events.slice(0, i));
        const taken = new Set(state.versions.filter((one) => takenOverAt(one) !== undefined).map(({ id }) => id));
        const complete = new Set(state.versions.filter((one) => phaseOf(one) === 'complete').map(({ id }) => id));
        for (const id of takenOver) expect(taken.has(id)).toBe(true);
        for (const id of completed) expect(complete.has(id)).toBe(true);
        if (taken.size > 0) expect(takenOverAt(standingVersion(state)) !== undefined || state.settlements.length > 0).toBe(true);
        takenOver = taken;
        completed = complete;
      }
    }),
    { seed: 3, numRuns: 400 },
  );
});

test('two live handings-over contest until a leader settles, in whatever order their entries are folded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['outgoingSigned', 'incomingSigned', 'leaderSigned'], { minLength: 3 }), (order) => {
      const by = { account: 'a', name: '甲', standing: 'rostered', reason: '' };
      const events = order.flatMap((name) => versions.map((id) => ({ name: `handover.${name}@1`, version: id, signature: by })));
      expect(contestants(folded(events))).toHaveLength(2);
      expect(contestants(folded([...events, { name: 'handover.settled@1', version: versions[0] as string, signature: by }]))).toHaveLength(
        0,
      );
    }),
    { seed: 5, numRuns: 50 },
  );
});
