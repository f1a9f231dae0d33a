import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { day, hour, minute } from '../../src/shared/time';
import { plannedWorkItems, plannedWorkOn } from '../../src/station/planned-work';
import { shiftAt } from '../../src/station/roster';
import { apartDesks, contextOf } from '../support/apart-desks';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';

const { plannedWork } = contracts;
const area = { kind: 'area', area: '东城' } as const;

async function oneWork(seed: string, begins = 0) {
  const desks = await apartDesks(`planned work ${seed}`);
  const { east, west, meet, pass } = desks;
  const starts = east.clock.now() + begins;
  const end = starts + 4 * hour;
  const { id } = must(
    await east.station.call(
      plannedWork.hang,
      { scope: area, owner: { name: '孙工', phone: '19000000007' }, reason: '割接', starts, end },
      east.token,
    ),
  );
  meet();
  pass(minute);
  const say = (at: typeof east, verb: keyof typeof plannedWork, input: object) =>
    at.station.answer(`plannedWork.${verb}`, { id, ...input }, at.token);
  const agreed = async () => {
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    return must(await west.station.call(plannedWork.one, { id }, west.token));
  };
  return { ...desks, id, say, agreed, end };
}

const extend = (hours: number) => ['changeEnd', { reason: '延期' }, hours] as const;
const down = (restored: boolean) => ['takeDown', { restored, note: '完毕' }] as const;

describe('said apart', () => {
  test.each([
    ['extended to different ends', extend(6), extend(8), true],
    ['extended to the same end', extend(6), extend(6), false],
    ['taken down and extended', down(true), extend(6), true],
    ['both taken down', down(true), down(true), false],
    ['taken down, restored and not', down(true), down(false), true],
  ] as const)('%s', async (what, one, other, contested) => {
    for (const eastFirst of [true, false]) {
      const { east, west, say, agreed, pass, id, end } = await oneWork(`${what} ${eastFirst}`);
      const input = ([, said, hours]: readonly [string, object, number?]) => ({
        ...said,
        ...(hours === undefined ? {} : { end: end - 4 * hour + hours * hour }),
      });
      const steps = [() => say(east, one[0], input(one)), () => say(west, other[0], input(other))];
      for (const step of eastFirst ? steps : steps.toReversed()) {
        expect(await step()).toMatchObject({ ok: true });
        pass(minute);
      }
      const work = await agreed();
      expect(work.contested).toBe(contested);
      if (!contested) continue;
      // The tag hangs, with the earlier end, until a person settles it; faults are marked, and it is handed over as such.
      expect(work.outcome).toBe('standing');
      expect(work.sides).toHaveLength(2);
      expect(work.end).toBe(Math.min(...work.sides.map((side) => side.end ?? Infinity)));
      const context = contextOf(west);
      expect(plannedWorkOn(context.raw, { area: '东城' }, context.now)).toHaveLength(1);
      expect(plannedWorkItems(context, shiftAt(context, context.now))).toMatchObject([
        { subject: id, state: 'contested', nextCode: 'settle' },
      ]);
      expect(await say(west, 'settle', { side: id })).toMatchObject({ refusal: { code: 'notASide' } });
      const right = work.sides.at(-1);
      expect(await say(west, 'settle', { side: right?.entry, note: '已电话核实' })).toMatchObject({ ok: true });
      const { endedAt, restored, ...settled } = await agreed();
      expect(settled).toMatchObject({ outcome: right?.outcome, end: right?.end, contested: false });
      expect([endedAt, restored]).toEqual([right?.endedAt, right?.restored]);
      expect(await say(east, 'settle', { side: right?.entry })).toMatchObject({ refusal: { code: 'nothingContested' } });
    }
  });

  test('cancelled at one desk, extended at the other', async () => {
    const { east, west, say, agreed, end } = await oneWork('cancelled', day);
    await say(east, 'cancel', { reason: '改期' });
    await say(west, 'changeEnd', { end: end + hour, reason: '延期' });
    const work = await agreed();
    expect(work).toMatchObject({ contested: true, outcome: 'standing', end });
    // A further statement by one who knows both settles it too; and the end as it stands may then be said again.
    expect(await say(east, 'changeEnd', { end, reason: '核实后照原计划' })).toMatchObject({ ok: true });
    expect(await agreed()).toMatchObject({ contested: false, outcome: 'standing', end });
  });

  test('notes apart are both kept, and contest nothing', async () => {
    const { east, west, say, agreed, pass } = await oneWork('notes');
    await say(east, 'note', { note: '东' });
    pass(minute);
    await say(west, 'note', { note: '西' });
    const work = await agreed();
    expect(work.contested).toBe(false);
    expect(work.timeline.map(({ letter, verb }) => `${letter} ${verb}`)).toEqual(['A hang', 'A note', 'B note']);
  });

  test('both desks notice the end: it stands once', async () => {
    const { east, west, agreed, end } = await oneWork('noticed');
    for (const at of [end - 30 * minute, end + minute]) {
      for (const { clock, station } of [east, west]) {
        clock.time = at;
        station.notice();
      }
    }
    expect((await agreed()).timeline.map(({ verb }) => verb)).toEqual(['hang', 'announce', 'overdue']);
  });
});

test('random steps on skewed clocks, exchanged at random: equal tables, nothing lost, an open contradiction never hides', async () => {
  const verbs = ['changeEnd', 'takeDown', 'cancel', 'note', 'settle', 'notice', 'exchange'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: -9, max: 9 }),
      fc.boolean(),
      fc.array(fc.record({ at: fc.boolean(), verb: fc.constantFrom(...verbs), later: fc.nat(5) }), { minLength: 5, maxLength: 25 }),
      async (seed, skew, begun, steps) => {
        const { east, west, meet, pass, say, agreed, end, id } = await oneWork(`random ${seed}`, begun ? 0 : hour);
        west.clock.pass(skew * minute);
        let done = 1;
        for (const { at, verb, later } of steps) {
          pass(13_000 + later * 7 * minute);
          const desk = at ? east : west;
          if (verb === 'exchange') meet();
          else if (verb === 'notice') desk.station.notice();
          else {
            const { sides } = must(await desk.station.call(plannedWork.one, { id }, desk.token));
            const input = { end: end + later * hour, reason: '有变', note: '说明', restored: later > 1, side: sides[0]?.entry ?? id };
            const answer = (await say(desk, verb, input)) as { ok: boolean };
            if (answer.ok) done++;
          }
        }
        const work = await agreed();
        expect(work.timeline.filter(({ author }) => author !== '')).toHaveLength(done);
        expect(work.contested).toBe(work.sides.length > 1);
        if (work.contested) expect(work.outcome).toBe('standing');
        const before = dump(west.station);
        west.station.journal.rebuild();
        expect(dump(west.station)).toEqual(before);
        east.station.close();
        west.station.close();
      },
    ),
    { seed: 20_261_122, numRuns: 25 },
  );
}, 120_000);
