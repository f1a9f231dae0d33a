import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contracts } from '../../src/shared/contracts';
import { ServiceProfile } from '../../src/shared/service-profiles/profile';
import { hour, minute } from '../../src/shared/time';
import { profilesInUse } from '../../src/station/service-profiles';
import { apartDesks } from '../support/apart-desks';
import { dump } from '../support/dump';
import { faultDesk } from '../support/fault-desk';
import { founded, memoryStation, must, resources } from '../support/memory-station';

const { faults, serviceProfiles } = contracts;
type Desk = Awaited<ReturnType<typeof founded>>;

const list = async ({ station, token }: Desk) => must(await station.call(serviceProfiles.list, {}, token));
const one = async ({ station, token }: Desk, code: string, version?: string) =>
  must(await station.call(serviceProfiles.one, { code, version }, token));
const reason = '合同续签，时限变更';
/** A profile with another repair limit as its first rule says. */
const withLimit = (profile: ServiceProfile, limit: string): ServiceProfile => ({
  ...profile,
  clocks: profile.clocks.map((clock) =>
    clock.code === 'repair' ? { ...clock, rules: clock.rules.map((rule, i) => (i === 0 ? { ...rule, limit } : rule)) } : clock,
  ),
});
const publish = ({ station, sys }: Desk, profile: ServiceProfile, basedOn?: string) =>
  station.call(serviceProfiles.publish, { profile, basedOn, reason }, sys);
const inUse = ({ station }: Desk) =>
  profilesInUse({ raw: station.journal.raw, resources }).map(({ profile, version }) => `${profile.code}/${version}`);

describe('one desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await founded(memoryStation('service profiles'));
  });
  afterAll(() => desk.station.close());

  test('five profiles ship; P0 is in use and usual until somebody decides', async () => {
    const cards = await list(desk);
    expect(cards.map(({ code, usual }) => `${code}${usual ? '*' : ''}`)).toEqual(['P0*', 'P1', 'P2', 'P3', 'P4']);
    expect(cards.filter(({ inUse: used }) => used !== undefined).map(({ code }) => code)).toEqual(['P0']);
    for (const card of cards) {
      expect(card.versions).toMatchObject([{ number: 1, shipped: true }]);
      expect((await one(desk, card.code)).profile.code).toBe(card.code);
    }
  });

  test('only the system administrator changes, the desk reads', async () => {
    const { profile, version } = await one(desk, 'P1');
    const asked = { profile: withLimit(profile, '10h'), basedOn: version, reason };
    expect(await desk.station.call(serviceProfiles.publish, asked, desk.token)).toMatchObject({ refusal: { code: 'notAllowed' } });
    expect(await desk.station.call(serviceProfiles.putInUse, { code: 'P1', version, reason }, desk.sec)).toMatchObject({
      refusal: { code: 'notAllowed' },
    });
  });

  test('an edit is a new version; the shipped one goes on record before it, and nothing changed is refused', async () => {
    const { profile, version } = await one(desk, 'P1');
    expect(await publish(desk, profile, version)).toMatchObject({ refusal: { code: 'nothingChanged' } });
    const published = must(await publish(desk, withLimit(profile, '10h'), version));
    expect(published.number).toBe(2);
    const card = (await list(desk)).find(({ code }) => code === 'P1');
    expect(card).toMatchObject({
      newest: published.version,
      versions: [
        { version, shipped: true },
        { basedOn: version, reason },
      ],
    });
    expect((await one(desk, 'P1', version)).profile).toEqual(profile);
    expect(await publish(desk, withLimit(profile, '11h'), version)).toMatchObject({
      refusal: { code: 'notNewest', params: { number: 2 } },
    });
    expect(await publish(desk, withLimit(profile, '11h'))).toMatchObject({ refusal: { code: 'codeTaken' } });
  });

  test('a copy goes under its own code, and says what it was made of', async () => {
    const { profile, version } = await one(desk, 'P0');
    const copy = { ...profile, code: 'Nanguan', name: { zh: '南关分局视频', en: 'Nanguan video' } };
    const { version: made, number } = must(await publish(desk, copy, version));
    expect(number).toBe(1);
    expect(await one(desk, 'Nanguan')).toMatchObject({ version: made, basedOn: version, author: '系统管理员', shipped: false });
  });

  test('in use, usual, out of use, and never the last one', async () => {
    const { version } = await one(desk, 'P4');
    const call = { code: 'P4', reason };
    expect(await desk.station.call(serviceProfiles.makeUsual, call, desk.sys)).toMatchObject({ refusal: { code: 'notInUse' } });
    must(await desk.station.call(serviceProfiles.putInUse, { ...call, version }, desk.sys));
    expect(await desk.station.call(serviceProfiles.putInUse, { ...call, version }, desk.sys)).toMatchObject({
      refusal: { code: 'alreadyInUse' },
    });
    must(await desk.station.call(serviceProfiles.makeUsual, call, desk.sys));
    expect((await list(desk)).map(({ code, usual }) => `${code}${usual ? '*' : ''}`).slice(0, 2)).toEqual(['P4*', 'P0']);
    must(await desk.station.call(serviceProfiles.takeOutOfUse, { code: 'P0', reason }, desk.sys));
    expect(await desk.station.call(serviceProfiles.takeOutOfUse, call, desk.sys)).toMatchObject({ refusal: { code: 'lastInUse' } });
    expect(await desk.station.call(serviceProfiles.putInUse, { code: 'P3', version, reason }, desk.sys)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  test('what is no profile is refused with every problem by its place, in words', async () => {
    const { profile, version } = await one(desk, 'P2');
    const broken = {
      ...withLimit(profile, '4 hours'),
      hours: [],
      classes: profile.classes.map((known) => ({ ...known, code: '1' })),
    };
    const answer = await desk.station.answer('serviceProfiles.publish', { profile: broken, basedOn: version, reason }, desk.sys);
    expect(answer).toMatchObject({ refusal: { code: 'invalidInput' } });
    const check = async (draft: unknown) => must(await desk.station.call(serviceProfiles.check, { profile: draft }, desk.sys));
    expect((await check(broken)).map(({ path, rule }) => `${path} ${rule}`)).toContain('clocks.3.rules.0.limit duration');
    expect((await check({ ...broken, code: 7 })).map(({ path, rule }) => `${path} ${rule}`)).toContain('code invalid_type');
    const pointers = await check({ ...broken, clocks: profile.clocks });
    expect(pointers).toContainEqual({
      path: 'classes.1.code',
      rule: 'codeTwice',
      params: {},
      words: { zh: '代码重复，请改用另一个', en: 'This code stands twice; choose another' },
    });
    expect(pointers.map(({ path }) => path)).toContain('services.0.limits.1.hours');
    expect(await check(profile)).toEqual([]);
    expect(await check(null)).not.toEqual([]);
  });
});

describe('what would change for open faults', () => {
  const start = Date.UTC(2026, 10, 18, 2, 0);

  test('due times before and after, what is over by then first; moved with a reason they run under the new version', async () => {
    const desk = await faultDesk('profile effect', 'A', start);
    const { id } = await desk.report({ subsystem: 'network', class: 'B' });
    const { id: grave } = await desk.report({ subsystem: 'frontEnd', class: 'A' });
    const { profile, version } = await one(desk, 'P0');
    const shorter: ServiceProfile = {
      ...profile,
      classes: profile.classes.filter(({ code }) => code !== 'A'),
      clocks: profile.clocks.map((clock) =>
        clock.code === 'repair'
          ? { ...clock, rules: clock.rules.map((rule) => (rule.when?.subsystem?.includes('network') ? { ...rule, limit: '1h' } : rule)) }
          : clock,
      ),
    };
    desk.clock.pass(2 * hour);
    const effect = async (draft: ServiceProfile) =>
      must(await desk.station.call(serviceProfiles.effect, { code: 'P0', profile: draft }, desk.sys));
    expect(await effect(shorter)).toMatchObject({
      open: 2,
      faults: [
        { id: grave, fits: false },
        {
          id,
          fits: true,
          version,
          clocks: [
            {
              clock: 'repair',
              before: { limit: 4 * hour, dueAt: start + 4 * hour, over: false },
              after: { limit: hour, dueAt: start + hour, over: true },
            },
          ],
        },
      ],
    });
    expect((await effect(profile)).faults.map(({ clocks }) => clocks)).toEqual([[], []]);
    const published = must(await publish(desk, shorter, version)).version;
    must(await desk.station.call(faults.move, { id, profile: 'P0', version: published, reason }, desk.sys));
    const after = await effect(shorter);
    expect(after.faults.find((fault) => fault.id === id)).toMatchObject({ version: published, clocks: [] });
    desk.station.close();
  });
});

test('the format lies beside the shipped profiles as JSON Schema, in step (vitest -u writes it anew)', async () => {
  const schema = { title: 'Service profile (服务方案)', ...z.toJSONSchema(ServiceProfile, { io: 'input' }) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(resources, 'profiles/profile.schema.json'));
});

describe('two desks apart', () => {
  test('both edit one version: both stand, the one put in use last holds, and the desks agree', async () => {
    const { east, west, meet, pass } = await apartDesks('profiles apart');
    const { profile, version } = await one(east, 'P1');
    const first = must(await publish(east, withLimit(profile, '9h'), version)).version;
    pass(minute);
    const second = must(await publish(west, withLimit(profile, '10h'), version)).version;
    must(await west.station.call(serviceProfiles.putInUse, { code: 'P1', version: second, reason }, west.sys));
    pass(minute);
    must(await east.station.call(serviceProfiles.putInUse, { code: 'P1', version: first, reason }, east.sys));
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    for (const desk of [east, west]) {
      const card = (await list(desk)).find(({ code }) => code === 'P1');
      expect(card?.versions.map((known) => known.version)).toEqual([version, first, second]);
      expect(card).toMatchObject({ inUse: first, madeApart: true });
    }
    // Whoever edits now starts from the newest and settles it.
    must(await publish(west, withLimit(profile, '8h'), second));
    for (const { station } of [east, west]) station.close();
  });

  test('each takes out of use what the other kept: a fault can still be reported', async () => {
    const { east, west, meet } = await apartDesks('profiles out apart');
    const { version } = await one(east, 'P4');
    must(await east.station.call(serviceProfiles.putInUse, { code: 'P4', version, reason }, east.sys));
    meet();
    must(await east.station.call(serviceProfiles.takeOutOfUse, { code: 'P4', reason }, east.sys));
    must(await west.station.call(serviceProfiles.takeOutOfUse, { code: 'P0', reason }, west.sys));
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    for (const desk of [east, west]) {
      expect(inUse(desk)).toHaveLength(1);
      desk.station.close();
    }
  });
});
