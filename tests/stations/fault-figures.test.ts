import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../src/shared/contract';
import { groupings } from '../../src/shared/faults/figure-groups';
import { dateIn, day, hour, instantIn, minute } from '../../src/shared/time';
import { Chance } from '../support/chance';
import { devices, faultDesk, faults } from '../support/fault-desk';
import { must } from '../support/memory-station';
import { anyCommand } from '../support/random-commands';

type Figures = OutputOf<typeof faults.figures>;
type Bar = InputOf<typeof faults.listOf>['bar'];
const at = (time: string, date = '2026-11-22') => instantIn('Asia/Shanghai', date, time) as number;
const period = { from: '2026-11-22', until: '2026-11-22' };

async function desk(seed: string | number, start = at('10:00')) {
  const made = await faultDesk(seed, 'A', start);
  // Sessions end when nothing happens for long: each call has its own.
  const now = () => made.station.sessionFor(made.officer);
  const figures = async (asked: InputOf<typeof faults.figures>) => must(await made.station.call(faults.figures, asked, now()));
  const listOf = async (asked: InputOf<typeof faults.listOf>) => must(await made.station.call(faults.listOf, asked, now()));
  const report = async (facts: Partial<InputOf<typeof faults.report>> = {}) =>
    must(
      await made.station.call(
        faults.report,
        { symptom: '画面黑屏', class: 'B', place: '人民路与建设街交叉口', subsystem: 'frontEnd', ...facts },
        now(),
      ),
    );
  const take: typeof made.take = (verb, id, more = {}) => made.take(verb, id, more, now());
  const until = (time: string, date?: string) => made.clock.pass(at(time, date) - made.clock.now());
  return { ...made, figures, listOf, report, take, until };
}

/** Every bar of the page, with as many as it says. */
function barsOf({ now, before, groups, availability }: Figures): { bar: Bar; period: 'now' | 'before'; says: number }[] {
  return [
    { bar: { by: 'all' }, period: 'now', says: now.values.total },
    { bar: { by: 'all' }, period: 'before', says: before.values.total },
    ...(['merged', 'folded', 'cancelled'] as const).map((key) => ({
      bar: { by: 'apart' as const, key },
      period: 'now' as const,
      says: now.apart[key],
    })),
    ...groupings.flatMap((by) =>
      groups[by].flatMap(({ key, count, before: earlier }) => [
        { bar: { by, key }, period: 'now' as const, says: count },
        { bar: { by, key }, period: 'before' as const, says: earlier },
      ]),
    ),
    ...(['all', 'subsystem', 'area'] as const).flatMap((grouping) =>
      availability[grouping].map(({ key, faults: says }) => ({
        bar: { by: 'out' as const, grouping, key },
        period: 'now' as const,
        says,
      })),
    ),
  ];
}

describe('figures of faults', () => {
  test('times, breaches, first-time fix and satisfaction of a day, beside the day before', async () => {
    const { report, take, until, figures, listOf, notice, clock } = await desk('day', at('08:00', '2026-11-21')).then((made) => ({
      ...made,
      notice: () => made.station.notice(),
    }));
    const course = async (id: string, satisfaction: string) => {
      await take('accept', id);
      await take('dispatch', id);
      clock.pass(10 * minute);
      await take('acknowledge', id);
      await take('arrive', id);
      clock.pass(50 * minute);
      await take('repair', id);
      await take('verify', id);
      await take('confirm', id, { satisfaction });
    };
    await course((await report({ subsystem: 'network' })).id, 'fair');
    until('03:40', '2026-11-22');
    const kept = await report({ subsystem: 'network' });
    await course(kept.id, 'verySatisfied');
    const late = await report({ subsystem: 'network' });
    await take('accept', late.id);
    clock.pass(5 * hour);
    notice();
    await take('repair', late.id, { cause: '电源适配器损坏。' });
    await take('verify', late.id, { holds: false, note: '仍黑屏' });
    const cancelled = await report();
    await take('cancel', cancelled.id);
    const double = await report({ subsystem: 'network' });
    await take('merge', double.id, { into: late.id });

    const answer = await figures(period);
    expect(answer.now).toMatchObject({
      ...period,
      values: {
        total: 2,
        // Repaired without an acknowledgement: that was its first answer.
        response: { of: 2, p50: 10 * minute, p90: 5 * hour },
        repair: { of: 1, p50: hour },
        wallRepair: { of: 1, p90: hour },
        breached: { part: 1, of: 2 },
        firstTime: { part: 1, of: 2 },
        satisfied: { part: 1, of: 1 },
      },
      apart: { merged: 1, folded: 0, cancelled: 1 },
    });
    expect(answer.before).toMatchObject({ from: '2026-11-21', until: '2026-11-21', values: { total: 1, satisfied: { part: 0, of: 1 } } });
    expect(answer.groups.hour.filter(({ count }) => count > 0).map(({ key }) => key)).toEqual(['03', '04']);
    // Written with and without the stop at its end it is one cause.
    expect(answer.groups.cause).toMatchObject([{ key: '=电源适配器损坏', count: 2, before: 1 }]);
    expect(answer.groups.class).toMatchObject([{ key: 'P0/B', count: 2, words: { zh: 'B类' } }]);
    const listed = await listOf({ ...period, bar: { by: 'breached', key: 'yes' } });
    expect(listed).toMatchObject([{ id: late.id, breached: true }]);
    expect((await figures({ ...period, class: 'A' })).now.values.total).toBe(0);
  });

  test('availability is the average over devices that are known; its bar opens what stood on them', async () => {
    const { station, token, clock, report, figures, listOf } = await desk('out', at('00:00'));
    const register = async (code: string, area: string) =>
      must(await station.call(devices.register, { code, name: `枪机${code}`, type: '枪机', subsystem: 'frontEnd', area }, token)).id;
    const [one] = [await register('1', '东城'), await register('2', '东城'), await register('3', '西城')];
    clock.pass(6 * hour);
    await report({ device: { id: one, name: '枪机1' } });
    clock.pass(6 * hour);
    const { availability, groups, areas } = await figures(period);
    expect(availability.area).toMatchObject([
      { key: '东城', share: 0.75, devices: 2, faults: 1 },
      { key: '西城', share: 1, devices: 1, faults: 0 },
    ]);
    expect(availability.all).toMatchObject([{ key: 'all', devices: 3 }]);
    expect(groups.area).toMatchObject([{ key: '=东城', count: 1 }]);
    expect(areas).toEqual(['东城', '西城']);
    expect(await listOf({ ...period, bar: { by: 'out', grouping: 'area', key: '东城' } })).toHaveLength(1);
  });

  test('a period that ends before it begins, or is too long, is refused by its field', async () => {
    const { station, token } = await desk('refused');
    for (const until of ['2026-11-21', '2028-01-01'])
      expect(await station.call(faults.figures, { from: '2026-11-22', until }, token)).toMatchObject({
        ok: false,
        refusal: { code: 'invalidInput' },
      });
  });

  test('whatever happened, every grouping adds up to the total and every bar opens as many as it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 90 }), async (seed, days) => {
        const { station, clock, officer, figures, listOf } = await desk(seed, at('09:00', '2026-09-01'));
        const chance = new Chance(seed);
        for (let i = 0; i < 220; i++) {
          const world = { chance, station, now: clock.now() };
          const { name, command } = anyCommand(world, chance.sometimes(0.15) ? 'devices' : 'faults');
          await station.answer(name, command.input(world), station.sessionFor(officer));
          clock.pass(chance.between(1, 900) * minute);
          if (chance.sometimes(0.1)) station.notice();
        }
        const until = dateIn('Asia/Shanghai', clock.now() - chance.between(0, 20) * day);
        const asked = { from: dateIn('Asia/Shanghai', at('12:00', until) - (days - 1) * day), until };
        const answer = await figures(asked);
        for (const grouping of groupings) {
          const sum = (of: 'count' | 'before') => answer.groups[grouping].reduce((total, bucket) => total + bucket[of], 0);
          expect([grouping, sum('count'), sum('before')]).toEqual([grouping, answer.now.values.total, answer.before.values.total]);
        }
        for (const { bar, period: which, says } of barsOf(answer))
          expect([bar, which, (await listOf({ ...asked, bar, period: which })).length]).toEqual([bar, which, says]);
      }),
      { seed: 20_261_122, numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});
