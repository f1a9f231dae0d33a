import { expect, test } from 'vitest';
import { clusterFresh } from '../../src/shared/faults/clusters';
import { second } from '../../src/shared/time';
import { allProposals, fileOf, realList } from '../support/device-lists';
import { devices, faultDesk, faults } from '../support/fault-desk';
import { must } from '../support/memory-station';

/** A desk with the whole register of a unit, and the cameras of one of its switches. */
async function deskWithRegister(seed: string, name: string) {
  const desk = await faultDesk(seed);
  const { station, token } = desk;
  const file = fileOf(realList);
  const preview = must(await station.call(devices.previewImport, file, token));
  must(await station.call(devices.import, { ...file, mends: allProposals(preview) }, token));
  const found = must(await station.call(devices.find, { text: name }, token)).find((device) => device.name === name);
  const below = must(await station.call(devices.downstream, { id: found?.id ?? '' }, token));
  const clusters = async () => must(await station.call(faults.clusters, {}, token));
  return { ...desk, cause: found as NonNullable<typeof found>, below, clusters };
}

test('48 faults within 90 s on the cameras of one switch: one proposal, folded under their cause in one step', async () => {
  const { station, token, clock, report, one, board, cause, below, clusters } = await deskWithRegister('48', 'SW-高铁站-21');
  expect(below.length).toBeGreaterThanOrEqual(24);
  const begun = clock.now();
  for (let i = 0; i < 48; i++) {
    const { id, code, name } = below[i % below.length] as (typeof below)[number];
    await report({ device: { id, code, name }, symptom: i < below.length ? '画面丢失' : '录像中断', class: i % 5 ? 'C' : 'B', place: '' });
    if (i < 45) clock.pass(2 * second);
  }
  const [proposal, ...others] = await clusters();
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({
    cause: { id: cause.id, name: 'SW-高铁站-21', subsystem: 'network' },
    firstAt: begun,
    lastAt: begun + 90 * second,
    profile: 'P0',
    class: 'B',
    open: [],
  });
  expect(proposal?.faults).toHaveLength(48);
  // One step: the cause is reported and everything stands under it.
  const report48 = { device: cause, symptom: '下联设备同时离线', class: 'B', subsystem: 'network' as const };
  const { id } = must(await station.call(faults.fold, { faults: proposal?.faults ?? [], report: report48 }, token));
  expect((await board()).open.map((card) => card.id)).toEqual([id]);
  expect((await one(id)).folded).toHaveLength(48);
  expect(await clusters()).toEqual([]);
});

test('a fault already open on the switch is offered as the cause; what is old is not proposed any more', async () => {
  const { station, officer, token, clock, report, cause, below, clusters } = await deskWithRegister('offered', 'SW-高铁站-21');
  const known = await report({ device: { id: cause.id, code: cause.code, name: cause.name }, class: 'B', subsystem: 'network' });
  for (const { id, code, name } of below.slice(0, 3)) await report({ device: { id, code, name } });
  const [proposal] = await clusters();
  expect(proposal?.faults).toHaveLength(3);
  expect(proposal?.open.map(({ id }) => id)).toEqual([known.id]);
  expect(must(await station.call(faults.fold, { faults: proposal?.faults ?? [], under: known.id }, token)).id).toBe(known.id);
  for (const { id, code, name } of below.slice(3, 6)) await report({ device: { id, code, name } });
  expect(await clusters()).toHaveLength(1);
  clock.pass(clusterFresh + second);
  expect(must(await station.call(faults.clusters, {}, station.sessionFor(officer)))).toEqual([]);
});
