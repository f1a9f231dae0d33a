import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour, minute } from '../../src/shared/time';
import { requestItems } from '../../src/station/service-requests';
import { apartDesks, contextOf } from '../support/apart-desks';
import { dump } from '../support/dump';
import { resources } from '../support/resources';
import { putInUse, saying } from '../support/service-desk';

async function oneRequest(seed: string, profile: string, service: string, more: object = {}) {
  const desks = await apartDesks(`requests ${seed}`);
  const { east, west, meet, pass } = desks;
  await putInUse(east, profile);
  meet();
  const id = await saying(east).register(profile, service, more);
  meet();
  pass(minute);
  const at = { east: saying(east), west: saying(west) };
  const agreed = async () => {
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    return at.west.one(id);
  };
  return { ...desks, id, at, agreed };
}

const ok = { ok: true };

describe('one step taken at both desks', () => {
  test.each([
    ['the same', 'critical', 'critical', false],
    ['differently', 'critical', 'other', true],
  ])('%s', async (what, one, other, contested) => {
    for (const eastFirst of [true, false]) {
      const { id, at, agreed, pass, west } = await oneRequest(`${what} ${eastFirst}`, 'P2', 'vulnerability');
      const steps = [() => at.east.take(id, 'graded', { choice: one }), () => at.west.take(id, 'graded', { choice: other })];
      for (const step of eastFirst ? steps : steps.toReversed()) {
        expect(await step()).toMatchObject(ok);
        pass(minute);
      }
      const read = await agreed();
      expect(read.contested).toBe(contested);
      expect(read.timeline.filter(({ step }) => step === 'graded')).toHaveLength(2);
      if (!contested) {
        expect(read.next?.code).toBe('planned');
        continue;
      }
      // The earlier statement counts meanwhile; nothing goes on before a person has settled it, and it is handed over as such.
      expect(read.limits.map(({ limit }) => limit)).toContain(eastFirst ? 'fixCritical' : 'fixOther');
      expect(await at.west.take(id, 'planned')).toMatchObject({ refusal: { code: 'contested' } });
      expect(requestItems({ ...contextOf(west), resources })).toMatchObject([{ subject: id, state: 'contested', nextCode: 'settle' }]);
      expect(await at.west.say('settle', { id, side: id })).toMatchObject({ refusal: { code: 'notASide' } });
      const right = read.contests[0]?.sides.find(({ choice }) => choice === 'critical')?.entry;
      expect(await at.west.say('settle', { id, side: right, note: '已与厂家核实' })).toMatchObject(ok);
      const settled = await agreed();
      expect(settled).toMatchObject({ contested: false, next: { code: 'planned' } });
      expect(settled.limits.map(({ limit }) => limit)).toContain('fixCritical');
      expect(await at.east.say('settle', { id, side: right })).toMatchObject({ refusal: { code: 'nothingContested' } });
    }
  });
});

test('cancelled at one desk and gone on with at the other: open and contested, until one is found right', async () => {
  const { id, at, agreed } = await oneRequest('cancelled', 'P2', 'complaint');
  await at.east.say('cancel', { id, reason: '重复登记' });
  await at.west.take(id, 'answered');
  await at.west.take(id, 'settled');
  const read = await agreed();
  expect(read).toMatchObject({ outcome: 'open', contested: true, contests: [{ topic: 'outcome' }] });
  const cancelled = read.contests[0]?.sides.find(({ verb }) => verb === 'cancel')?.entry;
  await at.east.say('settle', { id, side: cancelled });
  expect(await agreed()).toMatchObject({ outcome: 'cancelled', contested: false });
});

test('both go on: what one did further than the other is no contradiction', async () => {
  const { id, at, agreed, pass } = await oneRequest('further', 'P2', 'complaint');
  await at.east.take(id, 'answered');
  pass(minute);
  await at.east.take(id, 'settled');
  pass(minute);
  await at.west.take(id, 'answered');
  expect(await agreed()).toMatchObject({ contested: false, next: { code: 'improved' } });
});

test('an operation question at one desk, a technical one at the other; settled, it is one of both', async () => {
  const { id, at, agreed, pass } = await oneRequest('becomes', 'P0', 'defect');
  await at.east.take(id, 'analysed', { choice: 'operation' });
  await at.east.take(id, 'answered', { note: '已指导' });
  pass(minute);
  await at.west.take(id, 'analysed', { choice: 'technical' });
  await at.west.take(id, 'confirmed');
  const read = await agreed();
  expect(read).toMatchObject({ contested: true, outcome: 'open' });
  const technical = read.contests[0]?.sides.find(({ choice }) => choice === 'technical')?.entry;
  await at.west.say('settle', { id, side: technical });
  const settled = await agreed();
  expect(settled).toMatchObject({ contested: false, service: 'defect', outcome: 'open', next: { code: 'handled' } });
  // Nothing that was done is lost.
  expect(settled.timeline.filter(({ verb }) => verb === 'take')).toHaveLength(5);
});

test('two moments planned apart: the earlier counts until one is found right', async () => {
  const planned = Date.UTC(2026, 11, 20);
  const { id, at, agreed } = await oneRequest('plan', 'P2', 'upgrade', { plannedAt: planned });
  await at.east.say('plan', { id, plannedAt: planned + day, reason: '改期' });
  await at.west.say('plan', { id, plannedAt: planned - day, reason: '提前' });
  const read = await agreed();
  expect(read).toMatchObject({ plannedAt: planned - day, contested: true });
  await at.east.say('settle', { id, side: read.contests[0]?.sides.find((side) => side.plannedAt === planned + day)?.entry });
  expect(await agreed()).toMatchObject({ plannedAt: planned + day, contested: false });
});

test('both desks notice a breach: it stands once', async () => {
  const { at, agreed, east, west } = await oneRequest('breach', 'P2', 'complaint');
  for (const { clock, station } of [east, west]) {
    clock.time += 25 * hour;
    station.notice();
    station.notice();
  }
  for (const one of [at.east, at.west]) one.at(east.clock.now());
  const read = await agreed();
  expect(read.breachList).toMatchObject([{ limit: 'answer', borneOut: true }]);
  expect(read.timeline.filter(({ verb }) => verb === 'breach')).toHaveLength(1);
});

test('random steps on skewed clocks, exchanged at random: equal tables, nothing lost, an open contradiction never hides', async () => {
  const verbs = ['take', 'take', 'take', 'takeBack', 'cancel', 'plan', 'note', 'settle', 'notice', 'exchange'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: -9, max: 9 }),
      fc.constantFrom(
        ['P0', 'defect'],
        ['P0', 'change'],
        ['P2', 'upgrade'],
        ['P2', 'vulnerability'],
        ['P3', 'emergency'],
        ['P4', 'tracking'],
      ),
      fc.array(fc.record({ east: fc.boolean(), verb: fc.constantFrom(...verbs), which: fc.nat(7) }), { minLength: 5, maxLength: 25 }),
      async (seed, skew, [profile, service], steps) => {
        const { east, west, meet, pass, at, agreed, id } = await oneRequest(`random ${seed}`, profile as string, service as string);
        west.clock.pass(skew * minute);
        let done = 0;
        for (const { east: there, verb, which } of steps) {
          pass(13_000 + which * 7 * minute);
          const desk = there ? at.east : at.west;
          if (verb === 'exchange') meet();
          else if (verb === 'notice') (there ? east : west).station.notice();
          else {
            const read = await desk.one(id);
            const possible = read.steps.filter(({ standing }) => ['next', 'optional', 'repeated'].includes(standing));
            const step = possible[which % Math.max(1, possible.length)];
            const last = read.timeline.findLast((moment) => moment.verb === 'take' && moment.author !== '')?.step;
            const sides = read.contests[0]?.sides ?? [];
            const answer = (await (verb === 'take'
              ? desk.take(id, step?.code ?? 'none', {
                  ...(step?.choices.length ? { choice: step.choices[which % step.choices.length]?.code } : {}),
                  records: step?.records.map(() => '已记录') ?? [],
                })
              : desk.say(verb, {
                  id,
                  reason: '有变',
                  note: '说明',
                  ...(verb === 'takeBack' ? { step: last ?? 'none' } : {}),
                  ...(verb === 'plan' ? { plannedAt: Date.UTC(2027, 0, 1 + which) } : {}),
                  ...(verb === 'settle' ? { side: sides[which % Math.max(1, sides.length)]?.entry ?? id } : {}),
                }))) as { ok: boolean };
            if (answer.ok) done++;
          }
        }
        const read = await agreed();
        // The registration, and what it was by itself, were there before.
        expect(read.timeline.filter(({ author, verb }) => author !== '' && verb !== 'register')).toHaveLength(done);
        expect(read.contested).toBe(read.contests.length > 0);
        if (read.contests.some(({ topic }) => topic !== 'plan')) expect(read.outcome).toBe('open');
        if (read.outcome === 'ended') expect(read.next).toBeUndefined();
        const before = dump(west.station);
        west.station.journal.rebuild();
        expect(dump(west.station)).toEqual(before);
        east.station.close();
        west.station.close();
      },
    ),
    { seed: 20_261_122, numRuns: 30 },
  );
}, 120_000);
