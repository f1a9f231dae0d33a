import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterSpan, clustersOf, fewestInCluster, mostClusters, type Struck } from '../../src/shared/faults/clusters';
import { minute, second } from '../../src/shared/time';

/** core ← sw1 … sw6 ← cameras `sw1/1` … */
const above = (device: string): ReadonlySet<string> => {
  const [head = ''] = device.split('/');
  if (device.includes('/')) return new Set([head, 'core']);
  return new Set(head === 'core' ? [] : ['core']);
};
const struck = (device: string, reportedAt: number): Struck => ({ id: `${device}@${reportedAt}`, device, reportedAt });
const on = (head: string, count: number, from = 0, step = second) =>
  Array.from({ length: count }, (_, i) => struck(`${head}/${i}`, from + i * step));
const said = (faults: readonly Struck[]) => clustersOf(faults, above).map(({ cause, faults: found }) => [cause, found.length]);

test('three within ten minutes below one device are a cluster; two are not, nor three that took longer', () => {
  expect(said(on('sw1', 3, 0, 5 * minute))).toEqual([['sw1', 3]]);
  expect(said(on('sw1', 2))).toEqual([]);
  expect(said(on('sw1', 3, 0, 5 * minute + 1))).toEqual([]);
});

test('one dead switch does not accuse the core above it; many switches at once do', () => {
  expect(said([...on('sw1', 48), ...on('sw2', 3, minute)])).toEqual([
    ['sw1', 48],
    ['sw2', 3],
  ]);
  expect(said(['sw1', 'sw2', 'sw3', 'sw4', 'sw5'].flatMap((head) => on(head, 6)))).toEqual([['core', 30]]);
  // The switches themselves hang from the core too.
  expect(said([struck('sw1', 0), struck('sw2', 1), struck('sw3', 2)])).toEqual([['core', 3]]);
});

test('a fault on the device itself is no part of what hangs below it', () => {
  expect(said([...on('sw1', 4), struck('sw1', 0)])).toEqual([['sw1', 4]]);
});

test('any faults, also below devices that name one another in a circle: no fault twice, none too few, none too far apart', () => {
  const circle = (device: string): ReadonlySet<string> => new Set(['a', 'b', 'c', 'd'].filter((one) => one !== device));
  const anyFault = fc.record({
    id: fc.uuid(),
    device: fc.constantFrom('a', 'b', 'c', 'd', 'sw1/1', 'sw1/2', 'sw2/1'),
    reportedAt: fc.nat({ max: 40 * minute }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyFault, { selector: ({ id }) => id, maxLength: 60 }), (faults) => {
      const found = clustersOf(faults, (device) => (device.includes('/') ? above(device) : circle(device)));
      const all = found.flatMap((cluster) => cluster.faults.map(({ id }) => id));
      expect(new Set(all).size).toBe(all.length);
      expect(found.length).toBeLessThanOrEqual(mostClusters);
      for (const cluster of found) {
        expect(cluster.faults.length).toBeGreaterThanOrEqual(fewestInCluster);
        const times = cluster.faults.map(({ reportedAt }) => reportedAt);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(clusterSpan);
      }
    }),
  );
});
