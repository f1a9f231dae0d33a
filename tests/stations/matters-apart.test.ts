import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, minute } from '../../src/shared/time';
import { handoverItems } from '../../src/station/matters';
import { apartDesks, contextOf } from '../support/apart-desks';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';

const { matters } = contracts;

async function oneMatter(seed: string) {
  const desks = await apartDesks(`matters ${seed}`);
  const { east, west, meet, pass } = desks;
  const deadline = east.clock.now() + 4 * hour;
  const { id } = must(
    await east.station.call(matters.open, { kind: 'request', title: '请示', from: { name: '甲' }, deadline }, east.token),
  );
  meet();
  pass(minute);
  const say = (at: typeof east, verb: keyof typeof matters, input: object) =>
    at.station.answer(`matters.${verb}`, { id, ...input }, at.token);
  const agreed = async () => {
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    return must(await west.station.call(matters.one, { id }, west.token));
  };
  return { ...desks, id, say, agreed, deadline };
}

const ends = [
  ['done and cancelled', ['finish', { result: '办结' }], ['cancel', { reason: '撤销' }], true],
  ['both done', ['finish', { result: '办结' }], ['finish', { result: '已答复' }], false],
  ['both cancelled', ['cancel', { reason: '撤销' }], ['cancel', { reason: '重复' }], false],
] as const;

describe('ended apart', () => {
  test.each(ends)('%s', async (what, [eastVerb, eastSays], [westVerb, westSays], contested) => {
    for (const eastFirst of [true, false]) {
      const { east, west, say, agreed, pass, id } = await oneMatter(`${what} ${eastFirst}`);
      const steps = [() => say(east, eastVerb, eastSays), () => say(west, westVerb, westSays)];
      for (const step of eastFirst ? steps : steps.toReversed()) {
        expect(await step()).toMatchObject({ ok: true });
        pass(minute);
      }
      const matter = await agreed();
      expect(matter.contested).toBe(contested);
      if (!contested) {
        expect(matter.state).toBe(eastVerb === 'finish' ? 'done' : 'cancelled');
        continue;
      }
      // Shown as open until a person settles it, and handed over as such.
      expect(matter).toMatchObject({ state: 'open', contests: [{ topic: 'outcome' }] });
      expect(handoverItems(contextOf(west))).toMatchObject([{ subject: id, state: 'contested', nextCode: 'settle' }]);
      const cancelled = matter.contests[0]?.sides.find(({ verb }) => verb === 'cancel')?.entry as string;
      expect(await say(west, 'settle', { side: id })).toMatchObject({ refusal: { code: 'notASide' } });
      expect(await say(west, 'settle', { side: cancelled, note: '已电话核实' })).toMatchObject({ ok: true });
      expect(await agreed()).toMatchObject({ state: 'cancelled', contested: false });
      expect(await say(east, 'settle', { side: cancelled })).toMatchObject({ refusal: { code: 'nothingContested' } });
    }
  });
});

test('ending it again, knowing both, settles it too; both reopening it agrees', async () => {
  const { east, west, say, agreed } = await oneMatter('again');
  await say(east, 'finish', { result: '办结' });
  await say(west, 'cancel', { reason: '撤销' });
  expect((await agreed()).contested).toBe(true);
  await say(east, 'finish', { result: '经核实已办结' });
  expect(await agreed()).toMatchObject({ state: 'done', contested: false });
  await say(west, 'reopen', { reason: '复查' });
  await say(east, 'reopen', { reason: '复查' });
  expect(await agreed()).toMatchObject({ state: 'open', contested: false });
});

test('two deadlines apart: both stay on record, the earlier counts until one is found right', async () => {
  const { east, west, say, agreed, deadline } = await oneMatter('deadline');
  await say(east, 'progress', { note: '延后', deadline: deadline + hour });
  await say(west, 'progress', { note: '提前', deadline: deadline - hour });
  const matter = await agreed();
  expect(matter).toMatchObject({ deadline: deadline - hour, contested: true, state: 'underway' });
  const later = matter.contests[0]?.sides.find((side) => side.deadline === deadline + hour)?.entry as string;
  await say(east, 'settle', { side: later });
  expect(await agreed()).toMatchObject({ deadline: deadline + hour, contested: false });
  // The same deadline twice is no contradiction.
  await say(east, 'progress', { note: '再延', deadline: deadline + 2 * hour });
  await say(west, 'progress', { note: '再延', deadline: deadline + 2 * hour });
  expect(await agreed()).toMatchObject({ deadline: deadline + 2 * hour, contested: false });
});

test('taking the deadline away at one desk while the other moves it: it stays, contested', async () => {
  const { east, west, say, agreed, deadline } = await oneMatter('taken away');
  await say(east, 'progress', { note: '不限期', deadline: null });
  await say(west, 'progress', { note: '延后', deadline: deadline + hour });
  expect(await agreed()).toMatchObject({ deadline: deadline + hour, contested: true });
});

test('relayed and noted apart: nothing is lost, nothing contested', async () => {
  const { east, west, say, agreed, pass } = await oneMatter('relayed');
  await say(east, 'relay', { to: { name: '李四' }, means: 'phone' });
  pass(minute);
  await say(west, 'relay', { to: { name: '王五' }, means: 'fax' });
  await say(west, 'progress', { note: '已催办' });
  const matter = await agreed();
  expect(matter).toMatchObject({ state: 'underway', holder: '王五', contested: false });
  expect(matter.timeline.map(({ letter, verb }) => `${letter} ${verb}`)).toEqual(['A open', 'A relay', 'B relay', 'B progress']);
});

test('random steps on skewed clocks, exchanged at random: equal tables, and no order hides an open contradiction', async () => {
  const verbs = ['finish', 'cancel', 'reopen', 'progress', 'relay', 'exchange'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: -9, max: 9 }),
      fc.array(fc.record({ at: fc.boolean(), verb: fc.constantFrom(...verbs), later: fc.nat(5) }), { minLength: 5, maxLength: 25 }),
      async (seed, skew, steps) => {
        const { east, west, meet, pass, say, agreed, deadline } = await oneMatter(`random ${seed}`);
        west.clock.pass(skew * minute);
        for (const { at, verb, later } of steps) {
          pass(13_000);
          if (verb === 'exchange') meet();
          else
            await say(at ? east : west, verb, {
              result: '办结',
              reason: '有变',
              note: '催办',
              deadline: deadline + later * hour,
              to: { name: '李四' },
              means: 'phone',
            });
        }
        const matter = await agreed();
        expect(matter.contested).toBe(matter.contests.length > 0);
        if (matter.contests.some(({ topic }) => topic === 'outcome')) expect(['done', 'cancelled']).not.toContain(matter.state);
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
