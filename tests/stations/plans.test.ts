import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { longestDraft } from '../../src/shared/format-problems';
import { planFromText, planProblems } from '../../src/shared/plans/problems';
import type { PlanTemplate } from '../../src/shared/plans/template';
import type { Role } from '../../src/shared/roles';
import { day } from '../../src/shared/time';
import { apartDesks } from '../support/apart-desks';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';
import { smallPlan } from '../support/small-plan';

const { plans, accounts } = contracts;
type Desk = Awaited<ReturnType<typeof founded>>;

const reason = '复盘后修订';
const password = 'Zhiban-2027';
/** A session of somebody new at the desk. */
async function officerOf({ station, sec }: Desk, login: string, name: string, roles: Role[]): Promise<string> {
  const { id } = must(await station.call(accounts.create, { login, name, roles, password: 'Linshi-2026' }, sec));
  const session = station.sessionFor(id);
  must(await station.call(accounts.changeOwnPassword, { current: 'Linshi-2026', next: password }, session));
  return session;
}
const refusalOf = (answer: { ok: boolean }) => (answer as { refusal?: { code: string } }).refusal?.code;
const cardOf = async ({ station, token }: Desk, code: string) =>
  must(await station.call(plans.list, {}, token)).find((card) => card.code === code);
const states = async (desk: Desk, code: string) => (await cardOf(desk, code))?.versions.map(({ state }) => state);

describe('one desk', () => {
  let desk: Desk;
  let leader: string;
  let chief: string;
  beforeAll(async () => {
    desk = await founded(memoryStation('plans'));
    leader = await officerOf(desk, 'zuzhang', '应急组长', ['groupLeader']);
    chief = await officerOf(desk, 'lingdao', '领导小组', ['leadingGroup']);
  });
  afterAll(() => desk.station.close());
  const submit = (template: PlanTemplate, basedOn?: string, session = leader) =>
    desk.station.call(plans.submit, { template, basedOn, reason }, session);
  const code = 'smallPlan';

  test('group leaders write, a duty officer does not; it waits until somebody decides', async () => {
    expect(
      refusalOf(await submit(smallPlan(), undefined, await officerOf(desk, 'yuanyi', '值班员乙', ['dutyOfficer', 'shiftLeader']))),
    ).toBe('notAllowed');
    const { version, number } = must(await submit(smallPlan()));
    expect(number).toBe(1);
    expect(await cardOf(desk, code)).toMatchObject({ newest: version, waiting: 1, steps: 6, levels: [1, 2] });
    expect((await cardOf(desk, code))?.inForce).toBeUndefined();
    expect(await states(desk, code)).toEqual(['waiting']);
    const whole = must(await desk.station.call(plans.one, { code }, leader));
    expect(whole).toMatchObject({ version, plan: smallPlan(), own: true, decisions: [] });
    expect(must(await desk.station.call(plans.one, { code }, chief)).own).toBe(false);
  });

  test('nobody decides on their own version, nor without the right to; somebody else at the desk may, by login and password', async () => {
    const version = (await cardOf(desk, code))?.newest as string;
    const approve = (session: string, signer?: { login: string; password: string }) =>
      desk.station.call(plans.approve, { code, version, ...(signer ? { signer } : {}) }, session);
    expect(refusalOf(await approve(leader))).toBe('notADecider');
    expect(refusalOf(await approve(leader, { login: 'lingdao', password: 'falsch' }))).toBe('wrongPassword');
    expect(refusalOf(await desk.station.call(plans.publish, { code, version, reason }, chief))).toBe('notApproved');
    must(await approve(leader, { login: 'lingdao', password }));
    expect(await states(desk, code)).toEqual(['approved']);
    expect(refusalOf(await approve(chief))).toBe('notWaiting');
    const said = must(await desk.station.call(plans.one, { code, version }, desk.token)).decisions;
    expect(said).toMatchObject([{ what: 'approved', author: '领导小组' }]);
    // The office writes plans too, and then may not approve them.
    const own = must(await submit(smallPlan({ code: 'ofOffice' }), undefined, desk.token)).version;
    const asked = { code: 'ofOffice', version: own };
    expect(refusalOf(await desk.station.call(plans.approve, asked, desk.token))).toBe('ownVersion');
    expect(refusalOf(await desk.station.call(plans.sendBack, { ...asked, reason }, desk.token))).toBe('ownVersion');
    expect(refusalOf(await desk.station.call(plans.approve, { ...asked, version: version }, chief))).toBe('notFound');
  });

  test('published it is in force, due for review within the months it says itself', async () => {
    const version = (await cardOf(desk, code))?.newest as string;
    const publish = (reviewDue?: string) => desk.station.call(plans.publish, { code, version, reason, reviewDue }, chief);
    expect(refusalOf(await desk.station.call(plans.publish, { code, version, reason }, leader))).toBe('notAllowed');
    expect(refusalOf(await publish('2026-11-02'))).toBe('reviewDuePast');
    expect(refusalOf(await publish('2027-11-03'))).toBe('reviewDueTooLate');
    expect(must(await publish())).toEqual({ reviewDue: '2027-11-02' });
    expect(await cardOf(desk, code)).toMatchObject({ inForce: version, reviewDue: '2027-11-02', waiting: 0 });
    expect(refusalOf(await publish())).toBe('alreadyInForce');
  });

  test('an edit is a new version, and only of the newest; the one in force stays as it is until the new one is published', async () => {
    const first = (await cardOf(desk, code))?.newest as string;
    expect(refusalOf(await submit(smallPlan(), first))).toBe('nothingChanged');
    const second = must(await submit(smallPlan({ reviewEveryMonths: 6 }), first));
    expect(second.number).toBe(2);
    expect(await desk.station.call(plans.submit, { template: smallPlan(), basedOn: first, reason }, leader)).toMatchObject({
      refusal: { code: 'notNewest', params: { number: 2, author: '应急组长' } },
    });
    expect(refusalOf(await submit(smallPlan()))).toBe('codeTaken');
    expect(await cardOf(desk, code)).toMatchObject({ inForce: first, newest: second.version });
    must(await desk.station.call(plans.sendBack, { code, version: second.version, reason: '缺少夜间步骤' }, chief));
    expect(await states(desk, code)).toEqual(['inForce', 'sentBack']);
    expect(refusalOf(await desk.station.call(plans.publish, { code, version: second.version, reason }, chief))).toBe('notApproved');
    const third = must(await submit(smallPlan({ reviewEveryMonths: 3 }), second.version)).version;
    must(await desk.station.call(plans.approve, { code, version: third, note: '同意' }, chief));
    expect(must(await desk.station.call(plans.publish, { code, version: third, reason }, chief)).reviewDue).toBe('2027-02-02');
    expect(await states(desk, code)).toEqual(['former', 'sentBack', 'inForce']);
    expect(must(await desk.station.call(plans.one, { code, version: first }, leader)).plan).toEqual(smallPlan());
  });

  test('two versions step by step', async () => {
    const versions = (await cardOf(desk, code))?.versions ?? [];
    const [before, , after] = versions.map(({ version }) => version);
    const compared = must(await desk.station.call(plans.compare, { code, before: before ?? '', after: after ?? '' }, desk.token));
    expect(compared).toEqual({ steps: [], rest: [{ path: ['reviewEveryMonths'], before: 12, after: 3 }] });
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect(refusalOf(await desk.station.call(plans.compare, { code, before: nobody, after: nobody }, desk.token))).toBe('notFound');
  });

  test('looked through, it is due later; withdrawn, no run starts from it, and what was in force can be published again', async () => {
    const review = (reviewDue?: string) => desk.station.call(plans.review, { code, note: '逐条核对无误', reviewDue }, leader);
    expect(refusalOf(await review('2026-11-01'))).toBe('reviewDuePast');
    expect(refusalOf(await review('2027-02-03'))).toBe('reviewDueTooLate');
    expect(must(await review('2027-01-15'))).toEqual({ reviewDue: '2027-01-15' });
    expect((await cardOf(desk, code))?.reviewDue).toBe('2027-01-15');
    expect(refusalOf(await desk.station.call(plans.withdraw, { code, reason }, leader))).toBe('notAllowed');
    must(await desk.station.call(plans.withdraw, { code, reason: '并入新预案' }, chief));
    const card = await cardOf(desk, code);
    expect(card).toMatchObject({ withdrawn: { author: '领导小组', reason: '并入新预案' } });
    expect([card?.inForce, card?.reviewDue]).toEqual([undefined, undefined]);
    expect(refusalOf(await desk.station.call(plans.withdraw, { code, reason }, chief))).toBe('notInForce');
    expect(refusalOf(await desk.station.call(plans.review, { code, note: reason }, chief))).toBe('notInForce');
    expect(await states(desk, code)).toEqual(['former', 'sentBack', 'former']);
    must(await desk.station.call(plans.publish, { code, version: card?.versions[0]?.version ?? '', reason }, chief));
    expect(await states(desk, code)).toEqual(['inForce', 'sentBack', 'former']);
  });

  test('a version goes out as a file and comes in again; a broken file names every place in words, and nothing of it is taken', async () => {
    const version = (await cardOf(desk, code))?.versions[0]?.version as string;
    const file = must(await desk.station.call(plans.exportFile, { code, version }, desk.token));
    expect(file.name).toBe('smallPlan-1.json');
    const text = Buffer.from(file.content, 'base64').toString();
    const read = async (wanted: string) => must(await desk.station.call(plans.importFile, { text: wanted }, leader));
    expect(await read(text)).toEqual({ plan: smallPlan(), problems: [], newest: (await cardOf(desk, code))?.newest });
    expect((await read(`\uFEFF${JSON.stringify(smallPlan({ code: 'another' }))}`)).newest).toBeUndefined();
    const broken = await read(JSON.stringify({ ...smallPlan({ commander: 'nobody' }), levels: [], extra: 1 }));
    expect(broken.plan).toBeUndefined();
    expect(broken.problems.map(({ path, rule }) => `${path} ${rule}`)).toContain('levels too_small');
    const pointers = await read(JSON.stringify(smallPlan({ commander: 'nobody' })));
    expect(pointers).toMatchObject({ problems: [{ path: 'commander', rule: 'pointsNowhere', words: { zh: expect.any(String) } }] });
    expect((await read('{"format":1')).problems.map(({ rule }) => rule)).toEqual(['notJson']);
    const draft = must(await desk.station.call(plans.check, { plan: smallPlan({ commander: '1' }) }, leader));
    expect(draft[0]).toMatchObject({ path: 'commander', rule: 'planCode', words: { zh: expect.stringContaining('字母') } });
    expect(
      refusalOf((await desk.station.answer('plans.importFile', { text: ' '.repeat(longestDraft + 1) }, leader)) as { ok: boolean }),
    ).toBe('invalidInput');
  });
});

test('a review date that has passed goes on record once, and is seen by everybody', async () => {
  const desk = await founded(memoryStation('plans due'));
  const { station, clock } = desk;
  const leader = await officerOf(desk, 'zuzhang', '应急组长', ['groupLeader']);
  const { version } = must(await station.call(plans.submit, { template: smallPlan({ reviewEveryMonths: 1 }), reason }, leader));
  must(await station.call(plans.approve, { code: 'smallPlan', version }, desk.token));
  must(await station.call(plans.publish, { code: 'smallPlan', version, reason }, desk.token));
  const told = () =>
    station.journal.raw
      .prepare<[], number>(
        "SELECT count(*) FROM entries JOIN event_names ON event_names.n = entries.name WHERE event_names.name = 'plan.reviewFellDue@1'",
      )
      .pluck()
      .get();
  clock.pass(29 * day);
  station.notice();
  expect(told()).toBe(0);
  clock.pass(3 * day);
  station.notice();
  station.notice();
  expect(told()).toBe(1);
  const session = station.sessionFor(desk.officer);
  must(await station.call(plans.review, { code: 'smallPlan', note: reason }, session));
  station.notice();
  expect(told()).toBe(1);
  clock.pass(40 * day);
  station.notice();
  expect(told()).toBe(2);
  station.close();
});

describe('two desks apart', () => {
  test('both submit from one base: both stand and are marked; approved here and sent back there is shown, and does not go in force', async () => {
    const { east, west, meet, pass } = await apartDesks('plans apart');
    const submit = async ({ station, token }: Desk, months: number, basedOn?: string) =>
      must(await station.call(plans.submit, { template: smallPlan({ reviewEveryMonths: months }), basedOn, reason }, token)).version;
    const base = await submit(east, 12);
    meet();
    const first = await submit(east, 10, base);
    pass(1_000);
    const second = await submit(west, 11, base);
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    for (const desk of [east, west]) {
      const card = await cardOf(desk, 'smallPlan');
      expect(card?.versions.map(({ version }) => version)).toEqual([base, first, second]);
      expect(card).toMatchObject({ madeApart: true, newest: second, waiting: 3 });
    }
    const chief = await officerOf(east, 'lingdao', '领导小组', ['leadingGroup']);
    const version = second;
    must(await east.station.call(plans.approve, { code: 'smallPlan', version }, chief));
    pass(1_000);
    const other = await officerOf(west, 'bangongshi', '应急办公室', ['office']);
    must(await west.station.call(plans.sendBack, { code: 'smallPlan', version, reason }, other));
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    expect((await cardOf(west, 'smallPlan'))?.versions.at(-1)).toMatchObject({ state: 'sentBack', contested: true });
    expect(refusalOf(await east.station.call(plans.publish, { code: 'smallPlan', version, reason }, chief))).toBe('notApproved');
    for (const { station } of [east, west]) station.close();
  });
});

describe('junk as a file', () => {
  const runs = { seed: 20_261_122, numRuns: 300, endOnFailure: true };
  const text = JSON.stringify(smallPlan());
  const clean = (said: string) => {
    const read = planFromText(said);
    // A plan whole or problems, never both and never neither.
    expect(read.plan === undefined).toBe(read.problems.length > 0);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  };

  test('any JSON, any text, any cut of a real file', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 8 }), clean), runs);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), clean), runs);
    fc.assert(
      fc.property(fc.nat(text.length), (at) => clean(text.slice(0, at))),
      runs,
    );
  });

  test('a real file with one place changed to something else', () => {
    const places: (string | number)[][] = [];
    const walk = (here: unknown, path: (string | number)[]) => {
      places.push(path);
      if (Array.isArray(here)) for (const [i, one] of here.entries()) walk(one, [...path, i]);
      else if (typeof here === 'object' && here !== null) for (const [key, one] of Object.entries(here)) walk(one, [...path, key]);
    };
    walk(smallPlan(), []);
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', null, -1, 1e308, 'A+0min', 'T-1d 24:00', '9'.repeat(5_000), '\u0000', '\ud800', [], {}, 'x\ny'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (path, value) => {
        const plan = structuredClone(smallPlan()) as unknown;
        if (path.length === 0) return clean(JSON.stringify(value));
        const last = path.at(-1) as string;
        let here = plan as Record<string | number, unknown>;
        for (const step of path.slice(0, -1)) here = here[step] as Record<string, unknown>;
        here[last] = value;
        clean(JSON.stringify(plan));
      }),
      runs,
    );
  });

  test('names that reach behind an object are refused wherever they stand', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const said of [
        `{"${key}":{"polluted":1},${text.slice(1)}`,
        text.replace('"kind":"end"', `"kind":"end","${key}":{"polluted":1}`),
        text.replace('"zh":"传输中断预案"', `"zh":"传输中断预案","${key}":1`),
      ]) {
        expect(planFromText(said).problems).toMatchObject([{ rule: 'strangeKey', path: key }]);
      }
    }
  });

  test('as deep and as long as it gets', () => {
    expect(planFromText('['.repeat(200_000) + ']'.repeat(200_000)).problems).not.toEqual([]);
    expect(planFromText(`{"a":`.repeat(60_000)).problems).not.toEqual([]);
    expect(planFromText(' '.repeat(longestDraft + 1)).problems).toMatchObject([{ rule: 'tooLong' }]);
    const many = { ...smallPlan(), triggers: Array.from({ length: 20_000 }, () => 1) };
    expect(planProblems(many).length).toBeLessThanOrEqual(200);
  });
});
