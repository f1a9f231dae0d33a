import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { minute } from '../../src/shared/time';
import { exchange, trust } from '../support/exchange';
import { founded, memoryStation, must } from '../support/memory-station';

const { alarms, journal } = contracts;

async function desk(seed: string, letter = 'A') {
  const made = await founded(memoryStation(seed), letter);
  const sounds = async () => must(await made.station.call(alarms.desk, {}, made.token));
  const mute = (minutes: 15 | 30 | 60 = 15, reason = '向领导汇报') => made.station.call(alarms.mute, { minutes, reason }, made.token);
  return { ...made, sounds, mute };
}

test('mute is limited in time, and ends by itself', async () => {
  const { sounds, mute, clock } = await desk('mute');
  const start = clock.now();
  expect(must(await mute(15))).toEqual({ until: start + 15 * minute });
  expect((await sounds()).mute).toMatchObject({ author: '值班员甲', reason: '向领导汇报', minutes: 15, until: start + 15 * minute });
  clock.pass(15 * minute - 1);
  expect((await sounds()).mute).toBeDefined();
  clock.pass(1);
  expect((await sounds()).mute).toBeUndefined();
  expect((await sounds()).recent).toHaveLength(1);
});

test('only for 15, 30 or 60 minutes, with a reason, and not on top of one that holds', async () => {
  const { mute, station, token, clock } = await desk('limits');
  for (const input of [
    { minutes: 61, reason: '吵' },
    { minutes: 15, reason: '' },
    { minutes: 0, reason: '吵' },
  ])
    expect(await station.answer('alarms.mute', input, token)).toMatchObject({ refusal: { code: 'invalidInput' } });
  must(await mute(60));
  expect(await mute(60)).toMatchObject({ refusal: { code: 'alreadyMuted', params: { until: clock.now() + 60 * minute } } });
});

test('it is ended before by hand, and both stand on record with who and when', async () => {
  const { mute, sounds, station, token, clock, audit } = await desk('unmute');
  expect(await station.call(alarms.unmute, {}, token)).toMatchObject({ refusal: { code: 'notMuted' } });
  must(await mute(30));
  clock.pass(5 * minute);
  must(await station.call(alarms.unmute, {}, token));
  expect(await sounds()).toMatchObject({ recent: [{ endedAt: clock.now(), endedBy: '值班员甲' }] });
  expect((await sounds()).mute).toBeUndefined();
  const stream = `alarms:${station.journal.station}`;
  const names = must(await station.call(journal.entries, { stream }, audit)) as unknown as { entries?: { name: string }[] };
  expect(JSON.stringify(names)).toMatch(/alarms\.unmuted@1.*alarms\.muted@1/s);
  must(await mute(15));
  expect((await sounds()).mute?.minutes).toBe(15);
});

test('one desk’s mute is not the other’s', async () => {
  const [east, west] = [await desk('mute-east'), await desk('mute-west', 'B')];
  trust(east.station, west.station);
  must(await east.mute(60));
  exchange(east.station, west.station);
  expect((await west.sounds()).mute).toBeUndefined();
  must(await west.mute(15));
  exchange(east.station, west.station);
  expect((await east.sounds()).mute?.minutes).toBe(60);
});
