import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { faultReported } from '../../src/shared/faults/events';
import type { FaultCard } from '../../src/shared/faults/record';
import { day, hour, minute } from '../../src/shared/time';
import { boardOf } from '../../src/station/faults/board';
import { exchange, trust } from '../support/exchange';
import { Chance } from '../support/chance';
import { faultDesk, faults } from '../support/fault-desk';
import { must, resources } from '../support/memory-station';
import { ownTime } from '../support/own-time';

async function followed(seed: string, letter = 'A') {
  const desk = await faultDesk(seed, letter);
  const { station, officer } = desk;
  const ask = async (known?: string) =>
    must(await station.call(faults.board, known === undefined ? {} : { known }, station.sessionFor(officer)));
  return { ...desk, ask };
}

test('asked again, only what changed is told: a new one, a step, one that is gone from the open ones', async () => {
  const { report, take, ask, clock } = await followed('delta');
  const [one, two] = [await report(), await report()];
  const first = await ask();
  expect(first).toMatchObject({ whole: true, gone: [] });
  expect(await ask(first.revision)).toEqual({ open: [], closed: [], gone: [], revision: first.revision, whole: false });
  await take('accept', two.id);
  const second = await ask(first.revision);
  expect(second).toMatchObject({ whole: false, closed: [], gone: [], open: [{ id: two.id, state: 'accepted' }] });
  await take('cancel', one.id);
  const third = await ask(second.revision);
  expect(third).toMatchObject({ whole: false, open: [], closed: [{ id: one.id, state: 'cancelled' }] });
  // Who asks from further back is told all of it.
  expect((await ask(first.revision)).open).toHaveLength(1);
  clock.pass(day + minute);
  expect(await ask(third.revision)).toMatchObject({ whole: false, open: [], closed: [], gone: [one.id] });
});

test('an answer nobody remembers, and any filter, gives everything', async () => {
  const { report, ask, board } = await followed('whole');
  await report();
  for (const known of ['', 'x/1/0', `${(await ask()).revision}9`]) {
    expect(await ask(known)).toMatchObject({ whole: true, open: [{ class: 'B' }] });
  }
  const { revision } = await ask();
  expect(await board({ class: 'A', known: revision })).toMatchObject({ whole: true, open: [], revision: '' });
});

/** Days pass in these tests: every call opens a session of its own. */
async function reportAt({ station, officer }: Awaited<ReturnType<typeof followed>>) {
  const report = { symptom: '画面黑屏', class: 'B', place: '人民路与建设街交叉口', subsystem: 'frontEnd' as const };
  return must(await station.call(faults.report, report, station.sessionFor(officer)));
}

test('whatever two desks do, following the changes leads to the same board as asking for it whole', async () => {
  for (let seed = 0; seed < 5; seed++) {
    const [east, west] = [await followed(`east ${seed}`), await followed(`west ${seed}`, 'B')];
    trust(east.station, west.station);
    const chance = new Chance(seed);
    const cards = new Map<string, FaultCard>();
    let known: string | undefined;
    const ids: string[] = [];
    for (let step = 0; step < 25; step++) {
      const desk = chance.pick([east, west]);
      const verb = chance.pick(['report', 'accept', 'wait', 'cancel', 'reopen', 'merge', 'exchange', 'pass'] as const);
      if (verb === 'report' || ids.length < 2) ids.push((await reportAt(desk)).id);
      else if (verb === 'exchange') exchange(east.station, west.station);
      else if (verb === 'pass') {
        for (const one of [east, west]) one.clock.pass(5 * hour);
      } else {
        const into = chance.pick(ids);
        await desk.take(verb, chance.pick(ids), verb === 'merge' ? { into } : {}, desk.station.sessionFor(desk.officer));
      }
      const told = await east.ask(known);
      known = told.revision;
      if (told.whole) cards.clear();
      for (const card of [...told.open, ...told.closed]) cards.set(card.id, card);
      for (const id of told.gone) cards.delete(id);
      const whole = await east.ask();
      const order = (list: readonly FaultCard[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(order([...cards.values()])).toEqual(order([...whole.open, ...whole.closed]));
    }
  }
});

test('faults under planned work are marked: while it hangs, and if they were reported while it hung', async () => {
  const { station, report, ask, clock, officer } = await followed('tagged');
  const before = await report();
  clock.pass(minute);
  const plain = await ask();
  expect(plain.open[0]).not.toHaveProperty('plannedWork');
  const { plannedWork } = contracts;
  const session = () => station.sessionFor(officer);
  const work = must(
    await station.call(
      plannedWork.hang,
      {
        scope: { kind: 'place', place: '人民路与建设街交叉口' },
        owner: { name: '孙工', phone: '19000000007' },
        reason: '更换光模块',
        end: clock.now() + 2 * hour,
      },
      session(),
    ),
  );
  const during = await report();
  const tagged = await ask(plain.revision);
  expect(tagged.open.map(({ id, plannedWork: number }) => [id, number])).toEqual([
    [before.id, work.number],
    [during.id, work.number],
  ]);
  clock.pass(hour);
  must((await station.answer('plannedWork.takeDown', { id: work.id, restored: true }, session())) as never);
  clock.pass(minute);
  const after = await ask(tagged.revision);
  expect(after.open.map(({ id, plannedWork: number }) => [id, number])).toEqual([[before.id, undefined]]);
});

test('another call for an open fault gets a number and is merged in the same step', async () => {
  const { station, report, one, token, board } = await followed('into');
  const first = await report();
  const again = await report({ symptom: '群众再次来电：画面黑屏', into: first.id });
  expect(await one(again.id)).toMatchObject({ state: 'merged', mergedInto: { id: first.id }, contests: [] });
  expect((await one(first.id)).duplicates.map(({ id }) => id)).toEqual([again.id]);
  expect((await board()).open.map(({ id }) => id)).toEqual([first.id]);
  const late = await station.call(
    faults.report,
    { symptom: '画面黑屏', class: 'B', place: '人民路', subsystem: 'frontEnd', into: again.id },
    token,
  );
  expect(late).toMatchObject({ refusal: { code: 'targetNotOpen' } });
});

test('5,000 open faults and five works: what changed is told within 50 ms', async () => {
  const { station, clock, officer, ask, take } = await followed('fast');
  const { journal } = station;
  const by = { id: officer, name: '值班员甲' };
  const ids: string[] = [];
  journal.transact(() => {
    for (let i = 0; i < 5_000; i++) {
      const id = journal.newId();
      ids.push(id);
      const reportedAt = clock.now() - i * minute;
      journal.append(officer, [
        faultReported(id, {
          number: `A-2026-${String(i + 1).padStart(6, '0')}`,
          source: 'phone',
          foundAt: reportedAt,
          reportedAt,
          place: `人民路与建设街交叉口第 ${i % 1_200} 号杆`,
          subsystem: 'frontEnd',
          symptom: '画面黑屏',
          scope: '',
          tried: '',
          class: 'B',
          attachments: [],
          by,
        }),
      ]);
    }
  });
  for (let i = 0; i < 5; i++) {
    const work = {
      scope: { kind: 'place', place: `第 ${i} 号杆` },
      owner: { name: '孙工', phone: '19000000007' },
      reason: '检修',
      end: clock.now() + hour,
    };
    must((await station.answer('plannedWork.hang', work, station.sessionFor(officer))) as never);
  }
  let { revision } = await ask();
  const context = { db: journal.db, raw: journal.raw, resources, zone: 'Asia/Shanghai', now: clock.now() };
  const times: number[] = [];
  for (let i = 0; i < 12; i++) {
    await take('accept', ids[i] as string);
    const worked = ownTime();
    const told = boardOf(context, { text: '', known: revision });
    times.push(worked());
    expect(told.open.map(({ id }) => id)).toEqual([ids[i]]);
    ({ revision } = told);
  }
  expect(Math.min(...times), 'changes of the board, ms').toBeLessThan(50);
});
