import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, minute } from '../../src/shared/time';
import { warningItems, warningsInForce } from '../../src/station/warnings';
import { apartDesks, contextOf } from '../support/apart-desks';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';

const { warnings, accounts } = contracts;
const contents = { origin: 'internal', source: '巡检', what: '多点离线', area: '东城' } as const;
const password = 'Zhiban-2027';
const issuer = { how: 'signed', signer: { login: 'chief', password } } as const;

async function oneWarning(seed: string, level: 'III' | null = 'III', start?: number) {
  const desks = await apartDesks(`warnings ${seed}`, start);
  const { east, west, meet, pass } = desks;
  const input = { login: 'chief', name: '局领导庚', roles: ['leadingGroup' as const, 'office' as const], password: 'Zhiban-2026' };
  const chief = must(await east.station.call(accounts.create, input, east.sec)).id;
  must(await east.station.call(accounts.changeOwnPassword, { current: 'Zhiban-2026', next: password }, east.station.sessionFor(chief)));
  for (const name of ['供电公司', '维保单位'])
    must(await east.station.call(warnings.keepUnit, { name, contact: '孙', phone: '19000000009' }, east.token));
  const { id } = level
    ? must(await east.station.call(warnings.publish, { level, kind: 'warning', contents, issuer }, east.token))
    : must(await east.station.call(warnings.noteSign, { contents }, east.token));
  meet();
  pass(minute);
  const say = (at: typeof east, verb: keyof typeof warnings, said: object) =>
    at.station.answer(`warnings.${verb}`, { id, reason: '有变', issuer, ...said }, at.station.sessionFor(at.officer));
  const record = async (at: typeof east) => must(await at.station.call(warnings.one, { id }, at.station.sessionFor(at.officer)));
  const agreed = async () => {
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    return record(west);
  };
  return { ...desks, id, say, agreed, record };
}

const change = (level: string) => ['changeLevel', { level }] as const;
const lift = ['lift', {}] as const;
const wrong = ['void', {}] as const;

describe('said apart', () => {
  test.each([
    ['raised to different levels', change('II'), change('I'), true, 'inForce', 'I'],
    ['raised to the same level', change('II'), change('II'), false, 'inForce', 'II'],
    ['raised and lifted', change('II'), lift, true, 'inForce', 'II'],
    ['lifted and raised', lift, change('I'), true, 'inForce', 'I'],
    ['both lifted', lift, lift, false, 'lifted', 'III'],
    ['lifted and voided', lift, wrong, true, undefined, 'III'],
  ] as const)('%s', async (what, one, other, contested, outcome, level) => {
    const { east, west, say, agreed, pass, id } = await oneWarning(what);
    expect(await say(east, one[0], one[1])).toMatchObject({ ok: true });
    pass(minute);
    expect(await say(west, other[0], other[1])).toMatchObject({ ok: true });
    const warning = await agreed();
    expect(warning).toMatchObject({ contested, level, ...(outcome ? { outcome } : {}) });
    if (outcome === 'inForce') expect(warningsInForce(contextOf(west))).toMatchObject([{ id, level }]);
    if (!contested) return;
    expect(warning.sides).toHaveLength(2);
    expect(warningItems(contextOf(east)).find(({ kind }) => kind === 'warning')).toMatchObject({ state: 'contested', nextCode: 'settle' });
    expect(await say(west, 'settle', { side: id })).toMatchObject({ refusal: { code: 'notASide' } });
    const right = warning.sides.at(-1);
    expect(await say(west, 'settle', { side: right?.entry, note: '已电话核实' })).toMatchObject({ ok: true });
    const settled = await agreed();
    expect(settled).toMatchObject({ contested: false, outcome: right?.outcome });
    if (right?.outcome === 'inForce') expect(settled.level).toBe(right.level);
    expect(await say(east, 'settle', { side: right?.entry })).toMatchObject({ refusal: { code: 'nothingContested' } });
  });

  test('one sign published at one desk and dismissed at the other stays in force until settled', async () => {
    const { east, west, say, agreed } = await oneWarning('sign', null);
    expect(await say(east, 'dismiss', {})).toMatchObject({ ok: true });
    expect(await say(west, 'publish', { level: 'IV', kind: 'response', contents })).toMatchObject({ ok: true });
    expect(await agreed()).toMatchObject({ contested: true, outcome: 'inForce', level: 'IV', kind: 'response' });
  });

  test('texts corrected differently are both shown; a further correction settles it', async () => {
    const { east, west, say, agreed, pass } = await oneWarning('texts');
    await say(east, 'correct', { contents: { ...contents, area: '西城' } });
    pass(minute);
    await say(west, 'correct', { contents: { ...contents, area: '南城' } });
    const warning = await agreed();
    expect(warning.contested).toBe(true);
    expect(new Set(warning.texts.map(({ contents: said }) => said?.area))).toEqual(new Set(['南城', '西城']));
    expect(await say(east, 'correct', { contents: { ...contents, area: '西城' } })).toMatchObject({ ok: true });
    expect(await agreed()).toMatchObject({ contested: false, texts: [], contents: { area: '西城' } });
  });

  test('both raise it to level I: each unit has one order, and no number is given twice', async () => {
    const { east, west, say, agreed, id, pass } = await oneWarning('orders');
    await say(east, ...change('I'));
    await say(west, ...change('I'));
    expect(await agreed()).toMatchObject({ contested: false, orders: { sent: 2 } });
    must(await west.station.call(warnings.keepUnit, { name: '运营商', contact: '钱', phone: '19000000010' }, west.token));
    const units = must(await west.station.call(warnings.units, {}, west.token)).map((unit) => unit.id);
    pass(minute);
    must(await west.station.call(warnings.issueOrders, { warning: id, units }, west.token));
    await agreed();
    const orders = must(await east.station.call(warnings.orders, { warning: id }, east.token));
    const numbers = orders.map(({ facts }) => facts?.number);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).toContain('B-2026-000003');
  });

  test('both desks notice what fell due, and ask about one holiday: it stands once', async () => {
    const { east, west, agreed, meet } = await oneWarning('noticed', 'III', Date.parse('2026-04-21T01:00:00Z'));
    for (const { clock, station } of [east, west]) {
      clock.pass(2 * hour);
      station.notice();
    }
    expect((await agreed()).timeline.map(({ verb }) => verb)).toEqual(['publish', 'overdue']);
    const ask = async ({ station, officer }: typeof east) => must(await station.call(warnings.prompts, {}, station.sessionFor(officer)));
    const [prompt] = await ask(east);
    expect(await ask(west)).toHaveLength(1);
    const answer = ({ station, officer }: typeof east, what: 'start' | 'notNeeded') =>
      station.call(warnings.answerPrompt, { id: prompt?.id ?? '', answer: what, reason: '另行安排' }, station.sessionFor(officer));
    must(await answer(east, 'start'));
    west.clock.pass(minute);
    must(await answer(west, 'notNeeded'));
    meet();
    expect(await ask(west)).toMatchObject([{ open: true, contested: true, answers: [{ answer: 'start' }, { answer: 'notNeeded' }] }]);
    must(await answer(west, 'start'));
    meet();
    expect(await ask(east)).toMatchObject([{ open: false, contested: false, answers: [{ answer: 'start' }] }]);
  });
});

test('random steps on skewed clocks, exchanged at random: equal tables, nothing lost, an open contradiction never hides', async () => {
  const verbs = ['changeLevel', 'lift', 'void', 'correct', 'settle', 'report', 'notice', 'exchange'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: -9, max: 9 }),
      fc.array(fc.record({ at: fc.boolean(), verb: fc.constantFrom(...verbs), pick: fc.nat(3) }), { minLength: 5, maxLength: 20 }),
      async (seed, skew, steps) => {
        const { east, west, meet, pass, say, agreed, record } = await oneWarning(`random ${seed}`);
        west.clock.pass(skew * minute);
        let done = 1;
        for (const { at, verb, pick } of steps) {
          pass(13_000 + pick * 7 * minute);
          const desk = at ? east : west;
          if (verb === 'exchange') meet();
          else if (verb === 'notice') desk.station.notice();
          else {
            const { sides } = await record(desk);
            const level = (['I', 'II', 'III', 'IV'] as const)[pick];
            const said = {
              contents: { ...contents, area: `第 ${pick} 区` },
              level,
              side: sides[0]?.entry ?? '019a0000-0000-7000-8000-000000000000',
            };
            const more = verb === 'report' ? { duty: 'leadingGroup', to: { name: '局领导庚' }, means: 'phone' } : {};
            const answer = (await say(desk, verb, { ...said, ...more })) as { ok: boolean };
            if (answer.ok) done++;
          }
        }
        const warning = await agreed();
        expect(warning.timeline.filter(({ author }) => author !== '')).toHaveLength(done);
        expect(warning.contested).toBe(warning.sides.length + warning.texts.length > 0);
        // While any desk's word that it is in force stands unsettled, every screen shows it, at the gravest level said.
        if (warning.sides.some(({ outcome }) => outcome === 'inForce')) expect(warningsInForce(contextOf(west))).toHaveLength(1);
        const before = dump(west.station);
        west.station.journal.rebuild();
        expect(dump(west.station)).toEqual(before);
        east.station.close();
        west.station.close();
      },
    ),
    { seed: 20_261_122, numRuns: 20 },
  );
}, 120_000);
