import { expect, test } from 'vitest';
import { waysToLook } from '../../src/shared/devices/outline';
import { allProposals, fileOf, realList } from '../support/device-lists';
import { devices, faultDesk } from '../support/fault-desk';
import { must } from '../support/memory-station';

test('three ways to look at a real register; every node lists as many devices as it counts', async () => {
  const { station, token } = await faultDesk('outline');
  const real = fileOf(realList);
  const mends = allProposals(must(await station.call(devices.previewImport, real, token)));
  must(await station.call(devices.import, { ...real, mends }, token));
  for (const by of waysToLook) {
    const nodes = must(await station.call(devices.outline, { by }, token));
    const keys = nodes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [i, { parent, level, filter, count }] of nodes.entries()) {
      if (parent !== undefined) expect(keys.slice(0, i)).toContain(parent);
      expect(level).toBe(parent === undefined ? 0 : 1);
      if (filter && i % 5 === 0) expect(must(await station.call(devices.list, { ...filter, limit: 1 }, token)).total).toBe(count);
    }
    const top = nodes.filter(({ level }) => level === 0).reduce((sum, { count }) => sum + count, 0);
    if (by === 'upstream') {
      expect(nodes[0]).toMatchObject({ label: '核心交换机-1', count: 1_219 });
      expect(nodes.filter(({ level }) => level === 1)).toHaveLength(60);
      expect(nodes.at(-1)).toMatchObject({ kind: 'noUpstream', count: 10 });
    } else expect(top).toBe(1_229);
  }
});

test('circles and upstreams nobody knows are shown, and end', async () => {
  const { station, token } = await faultDesk('outline-circle');
  const device = (code: string, name: string, upstream: string) => ({
    code,
    name,
    upstream,
    type: '交换机',
    subsystem: 'network' as const,
  });
  must(
    await station.call(
      devices.registerMany,
      {
        devices: [
          device('1', '甲', '乙'),
          device('2', '乙', '甲'),
          device('3', '丙', '丙'),
          device('4', '丁', '没有'),
          device('5', '戊', '丁'),
        ],
      },
      token,
    ),
  );
  const nodes = must(await station.call(devices.outline, { by: 'upstream' }, token));
  expect(nodes.map(({ kind, label, level, count }) => [kind, label, level, count])).toEqual([
    ['device', '丁', 0, 1],
    ['device', '甲', 0, 1],
    ['device', '乙', 1, 1],
    ['unknownUpstreams', '', 0, 2],
    ['unknownUpstream', '丙', 1, 1],
    ['unknownUpstream', '没有', 1, 1],
  ]);
});
