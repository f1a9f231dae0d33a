import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downstreamOf } from '../../src/station/devices';
import { devices, faultDesk } from '../support/fault-desk';
import { must } from '../support/memory-station';

const device = (code: string, name: string, upstream = '') => ({ code, name, upstream, type: '枪机', subsystem: 'frontEnd' as const });

test('what hangs from a device, through any number of others, by name or code; retired ones do not', async () => {
  const { station, token } = await faultDesk('downstream');
  const { ids } = must(
    await station.call(
      devices.registerMany,
      {
        devices: [
          device('1', '核心交换机-1'),
          device('2', 'SW-东城-01', '核心交换机-1'),
          device('3', '枪机甲', 'ＳＷ-东城-01'),
          device('4', '枪机乙', ' sw-东城-01'),
          device('5', '枪机丙', '2'),
          device('6', '枪机丁', 'SW-东城-01'),
          device('7', '枪机戊', '不在册的交换机'),
          device('8', '枪机己'),
        ],
      },
      token,
    ),
  );
  const [core, access, a, b, c, gone] = ids as [string, string, string, string, string, string];
  must(await station.call(devices.retire, { id: gone, reason: '拆除' }, token));
  expect(new Set(downstreamOf(station.journal.raw, core))).toEqual(new Set([access, a, b, c]));
  expect(new Set(downstreamOf(station.journal.raw, access))).toEqual(new Set([a, b, c]));
  expect(downstreamOf(station.journal.raw, a)).toEqual([]);
  expect(must(await station.call(devices.downstream, { id: access }, token)).map(({ code }) => code)).toEqual(['3', '4', '5']);
  expect(await station.call(devices.downstream, { id: '01890000-0000-7000-8000-000000000000' }, token)).toMatchObject({
    refusal: { code: 'notFound' },
  });
});

test('any wiring, circles too, ends, and holds exactly what can be reached', async () => {
  const { station, token } = await faultDesk('wiring');
  const wiring = fc.array(fc.nat({ max: 11 }), { minLength: 2, maxLength: 12 });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(wiring, async (upstreams) => {
      round += 1;
      const name = (i: number) => `轮${round}-设备${i}`;
      const { ids } = must(
        await station.call(devices.registerMany, { devices: upstreams.map((up, i) => device(`${round}/${i}`, name(i), name(up))) }, token),
      );
      const reached = (start: number) => {
        const found = new Set<number>();
        const waiting = [start];
        for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
          for (const [i, up] of upstreams.entries()) {
            if (up !== at || found.has(i)) continue;
            found.add(i);
            waiting.push(i);
          }
        }
        found.delete(start);
        return new Set([...found].map((i) => ids[i]));
      };
      for (const [i, id] of ids.entries()) expect(new Set(downstreamOf(station.journal.raw, id))).toEqual(reached(i));
    }),
    { seed: 41, numRuns: 60 },
  );
});

test('5,000 devices under 100 switches: one switch within 5 ms', async () => {
  const { station, token } = await faultDesk('many');
  const all = [
    device('core', '核心'),
    ...Array.from({ length: 100 }, (_, i) => device(`s${i}`, `SW-${i}`, '核心')),
    ...Array.from({ length: 4_899 }, (_, i) => device(`c${i}`, `枪机${i}`, `SW-${i % 100}`)),
  ];
  const ids: string[] = [];
  for (let at = 0; at < all.length; at += 500) {
    ids.push(...must(await station.call(devices.registerMany, { devices: all.slice(at, at + 500) }, token)).ids);
  }
  expect(downstreamOf(station.journal.raw, ids[0] as string)).toHaveLength(4_999);
  const times = Array.from({ length: 20 }, (_, i) => {
    const start = performance.now();
    expect(downstreamOf(station.journal.raw, ids[i + 1] as string).length).toBeGreaterThanOrEqual(48);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[5], 'lower quartile, ms').toBeLessThan(5);
});
