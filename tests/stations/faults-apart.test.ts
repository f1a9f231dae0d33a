import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultVerbs, type FaultVerb } from '../../src/shared/faults/states';
import { minute } from '../../src/shared/time';
import { exchange, trust } from '../support/exchange';
import { type Desk, faultDesk, pass, tableOf } from '../support/fault-desk';

/** Two paired stations that know one fault, dispatched at the east desk. */
async function twoDesks(seed: string, upTo: FaultVerb[] = ['accept', 'dispatch']) {
  const east = await faultDesk(`${seed} east`);
  const west = await faultDesk(`${seed} west`, 'B');
  trust(east.station, west.station);
  const desks = [east, west] as const;
  const { id, number } = await east.report();
  for (const verb of upTo) {
    pass(desks, minute);
    await east.take(verb, id);
  }
  exchange(east.station, west.station);
  pass(desks, minute);
  return { east, west, desks, id, number };
}

async function agree(east: Desk, west: Desk, id: string) {
  expect(tableOf(east.station, 'faults')).toEqual(tableOf(west.station, 'faults'));
  const [inEast, inWest] = [await east.one(id), await west.one(id)];
  expect(inEast).toEqual(inWest);
  return inEast;
}

test('a fault crosses over: the other desk goes on where this one stopped, and nothing is contested', async () => {
  const { east, west, desks, id, number } = await twoDesks('cross');
  for (const verb of ['acknowledge', 'arrive', 'repair', 'verify', 'confirm', 'close'] as const) {
    pass(desks, minute);
    expect(await west.take(verb, id)).toMatchObject({ ok: true });
  }
  exchange(east.station, west.station);
  const fault = await agree(east, west, id);
  expect(fault).toMatchObject({ number, state: 'closed', contested: false });
  expect(fault.timeline.map(({ letter }) => letter).join('')).toBe('AAABBBBBB');
});

test('steps that only lead forward never contradict: the further state stands, all stays on record', async () => {
  const { east, west, desks, id } = await twoDesks('forward');
  await east.take('arrive', id);
  await east.take('repair', id);
  pass(desks, minute);
  await west.take('acknowledge', id);
  exchange(east.station, west.station);
  const fault = await agree(east, west, id);
  expect(fault).toMatchObject({ state: 'repaired', contested: false });
  expect(fault.timeline.map(({ verb }) => verb)).toEqual(['report', 'accept', 'dispatch', 'arrive', 'repair', 'acknowledge']);
});

test('both sent somebody: both stay, the later is shown, a dispatch by one who knows both settles it', async () => {
  const { east, west, desks, id } = await twoDesks('sent', ['accept']);
  await east.take('dispatch', id, { engineer: { name: '高工甲' } });
  pass(desks, minute);
  await west.take('dispatch', id, { engineer: { name: '高工乙' } });
  exchange(east.station, west.station);
  const fault = await agree(east, west, id);
  expect(fault).toMatchObject({ state: 'dispatched', engineer: '高工乙', contested: true });
  expect(fault.contests).toMatchObject([
    {
      topic: 'engineer',
      sides: [
        { letter: 'A', engineer: { name: '高工甲' } },
        { letter: 'B', engineer: { name: '高工乙' } },
      ],
    },
  ]);
  // Going on with the work says nothing about who was meant.
  await east.take('acknowledge', id);
  expect((await east.one(id)).contested).toBe(true);
  await east.take('dispatch', id, { engineer: { name: '高工甲' } });
  expect(await east.one(id)).toMatchObject({ engineer: '高工甲', contested: false });
  exchange(east.station, west.station);
  expect((await agree(east, west, id)).contested).toBe(false);
});

test('one closed, the other reopened: it stays open, both are listed, a later step settles it', async () => {
  for (const eastFirst of [true, false]) {
    const { east, west, desks, id } = await twoDesks(`closed ${eastFirst}`, ['accept', 'repair', 'verify']);
    const close = () => east.take('close', id);
    const reopen = () => west.take('reopen', id, { reason: '报障人称仍黑屏' });
    await (eastFirst ? close : reopen)();
    pass(desks, minute);
    await (eastFirst ? reopen : close)();
    exchange(east.station, west.station);
    const fault = await agree(east, west, id);
    expect(fault).toMatchObject({ state: 'accepted', contested: true, contests: [{ topic: 'progress' }] });
    expect(fault.contests[0]?.sides.map(({ verb }) => verb).sort()).toEqual(['close', 'reopen']);
    expect((await east.board()).open).toMatchObject([{ id, contested: true }]);
    await west.take('dispatch', id);
    exchange(east.station, west.station);
    expect(await agree(east, west, id)).toMatchObject({ state: 'dispatched', contested: false });
  }
});

const pairs: [
  what: string,
  upTo: FaultVerb[],
  east: [FaultVerb, object?],
  west: [FaultVerb, object?],
  state: string,
  topic: string | undefined,
][] = [
  ['cancelled and acknowledged', ['accept', 'dispatch'], ['cancel'], ['acknowledge'], 'acknowledged', 'progress'],
  ['sent and merged', ['accept'], ['dispatch'], ['cancel'], 'dispatched', 'progress'],
  ['both cancelled', ['accept'], ['cancel'], ['cancel', { reason: '重复' }], 'cancelled', undefined],
  ['both closed', ['accept', 'repair', 'verify'], ['close'], ['close', { note: '已恢复' }], 'closed', undefined],
  ['verified and found wanting', ['accept', 'repair'], ['verify'], ['verify', { holds: false, note: '仍黑屏' }], 'accepted', 'progress'],
  ['two remedies', ['accept'], ['repair'], ['repair', { cause: '雷击', remedy: '更换防雷器' }], 'repaired', 'progress'],
  ['waiting and repaired', ['accept'], ['wait'], ['repair'], 'waiting', 'progress'],
  [
    'sent again and acknowledged',
    ['accept', 'dispatch'],
    ['dispatch', { engineer: { name: '高工乙' } }],
    ['acknowledge'],
    'dispatched',
    'progress',
  ],
  ['two classes', ['accept'], ['reclassify', { class: 'A' }], ['reclassify', { class: 'C' }], 'accepted', 'class'],
  ['the same class', ['accept'], ['reclassify', { class: 'A' }], ['reclassify', { class: 'A', reason: '领导要求' }], 'accepted', undefined],
  ['a note and a cancellation', ['accept'], ['note'], ['cancel'], 'cancelled', undefined],
  ['both accepted', [], ['accept'], ['accept'], 'accepted', 'progress'],
];

describe('apart, one desk and the other', () => {
  test.each(pairs)('%s', async (what, upTo, [eastVerb, eastMore], [westVerb, westMore], state, topic) => {
    for (const eastFirst of [true, false]) {
      const { east, west, desks, id } = await twoDesks(`${what} ${eastFirst}`, upTo);
      const steps = [() => east.take(eastVerb, id, { ...eastMore }), () => west.take(westVerb, id, { ...westMore })];
      for (const step of eastFirst ? steps : steps.toReversed()) {
        expect(await step()).toMatchObject({ ok: true });
        pass(desks, minute);
      }
      exchange(east.station, west.station);
      const fault = await agree(east, west, id);
      expect(fault).toMatchObject({ state, contested: topic !== undefined });
      expect(fault.contests.map((contest) => contest.topic)).toEqual(topic ? [topic] : []);
      if (topic === undefined) continue;
      expect(fault.contests[0]?.sides.map(({ letter }) => letter).sort()).toEqual(['A', 'B']);
      expect(await east.take('settle', id, { note: '经核实，以当前为准' })).toMatchObject({ ok: true });
      exchange(east.station, west.station);
      expect(await agree(east, west, id)).toMatchObject({ state, contested: false });
    }
  });
});

test('a person may find one side right: the other desk had finished the work with whom it had sent', async () => {
  const { east, west, desks, id } = await twoDesks('side');
  await east.take('dispatch', id, { engineer: { name: '高工乙' } });
  await west.take('reclassify', id, { class: 'A' });
  await east.take('reclassify', id, { class: 'C' });
  await west.take('guide', id, { step: 'tellLeadingGroup', done: true });
  for (const verb of ['acknowledge', 'repair', 'verify', 'close'] as const) {
    pass(desks, minute);
    await west.take(verb, id);
  }
  exchange(east.station, west.station);
  const fault = await agree(east, west, id);
  expect(fault).toMatchObject({ state: 'dispatched', contested: true });
  const progress = fault.contests.find(({ topic }) => topic === 'progress');
  expect(progress?.sides.map(({ verb, letter }) => letter + verb)).toEqual(['Adispatch', 'Backnowledge', 'Brepair', 'Bverify', 'Bclose']);
  expect(await east.take('settle', id, { side: fault.timeline[0]?.entry })).toMatchObject({ refusal: { code: 'notASide' } });
  await east.take('settle', id, { side: progress?.sides.at(-1)?.entry });
  exchange(east.station, west.station);
  // The class is another matter, and still open.
  expect(await agree(east, west, id)).toMatchObject({ state: 'closed', contests: [{ topic: 'class' }] });
});

test('both sent somebody, and one desk then closed it: it stays in sight until a person who knows both decides', async () => {
  const { east, west, desks, id } = await twoDesks('sent and closed', ['accept']);
  await east.take('dispatch', id, { engineer: { name: '高工乙' } });
  for (const verb of ['dispatch', 'acknowledge', 'repair', 'verify', 'close'] as const) {
    pass(desks, minute);
    await west.take(verb, id);
  }
  exchange(east.station, west.station);
  const fault = await agree(east, west, id);
  expect(fault).toMatchObject({ state: 'verified', contested: true });
  expect(fault.contests.map(({ topic }) => topic)).toEqual(['engineer', 'progress']);
  await west.take('close', id);
  exchange(east.station, west.station);
  expect(await agree(east, west, id)).toMatchObject({ state: 'closed', contested: false });
});

test('a settlement by one who did not know of a third side leaves it contested', async () => {
  const { east, west, desks, id } = await twoDesks('third', ['accept']);
  await east.take('reclassify', id, { class: 'A' });
  pass(desks, minute);
  await west.take('reclassify', id, { class: 'C' });
  exchange(east.station, west.station);
  pass(desks, minute);
  await west.take('reclassify', id, { class: 'B', reason: '再核' });
  pass(desks, minute);
  await east.take('settle', id);
  exchange(east.station, west.station);
  // West had named a third class, knowing both: its word stands, and east's settlement spoke of the two before.
  expect(await agree(east, west, id)).toMatchObject({ class: 'B', contested: false });
});

test('two faults merged into one another apart stay in sight until one is reopened', async () => {
  const { east, west, id } = await twoDesks('circle', []);
  const other = (await east.report({ place: '他处' })).id;
  exchange(east.station, west.station);
  await east.take('merge', id, { into: other });
  await west.take('merge', other, { into: id });
  exchange(east.station, west.station);
  const circle = (await west.board()).open;
  expect(circle.map((card) => [card.id, card.inCircle])).toEqual([
    [id, true],
    [other, true],
  ]);
  expect(await agree(east, west, id)).toMatchObject({ inCircle: true });
  await west.take('reopen', other);
  expect((await west.board()).open.map((card) => card.id)).toEqual([other]);
});

test('random steps at two desks with skewed clocks, exchanged at random: equal tables, equal after a rebuild, numbers never shared', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: -9, max: 9 }),
      fc.array(
        fc.record({
          desk: fc.integer({ min: 0, max: 1 }),
          what: fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom(...faultVerbs) },
            { weight: 2, arbitrary: fc.constantFrom('report', 'exchange') },
          ),
          fault: fc.nat(3),
          other: fc.nat(3),
        }),
        { minLength: 10, maxLength: 40 },
      ),
      async (seed, skew, steps) => {
        const { east, west, desks, id } = await twoDesks(String(seed));
        west.clock.pass(skew * minute);
        const known = [id];
        for (const { desk, what, fault, other } of steps) {
          pass(desks, 17_000);
          const at = desks[desk] as Desk;
          if (what === 'exchange') exchange(east.station, west.station);
          else if (what === 'report') known.push((await at.report()).id);
          else await at.take(what as FaultVerb, known[fault % known.length] as string, { into: known[other % known.length] });
        }
        exchange(east.station, west.station);
        const table = tableOf(east.station, 'faults') as { number: string }[];
        expect(tableOf(west.station, 'faults')).toEqual(table);
        expect(new Set(table.map(({ number }) => number)).size).toBe(known.length);
        // What tells a desk's own boards apart is its own.
        const shown = ({ open, closed }: Awaited<ReturnType<Desk['board']>>) => ({ open, closed });
        expect(shown(await east.board())).toEqual(shown(await west.board()));
        west.station.journal.rebuild();
        expect(tableOf(west.station, 'faults')).toEqual(table);
        east.station.close();
        west.station.close();
      },
    ),
    { seed: 20261122, numRuns: 40 },
  );
}, 120_000);
