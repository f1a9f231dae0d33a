import { beforeEach, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import { HandoverItem } from '../../src/shared/handover/item';
import type { Role } from '../../src/shared/roles';
import { day, hour, minute } from '../../src/shared/time';
import { levelWords } from '../../src/shared/warnings/plain-words';
import { shiftAt } from '../../src/station/roster';
import { warningAttention, warningFigures, warningItems, warningsInForce } from '../../src/station/warnings';
import { contextOf } from '../support/apart-desks';
import { founded, memoryStation, must } from '../support/memory-station';

const { warnings, accounts, journal, dutyLog } = contracts;
const contents = {
  origin: 'external',
  source: '市气象台 2026 年第 12 号',
  what: '未来 6 小时有暴雨',
  area: '全市',
  measures: '各单位在岗待命',
} as const;
const password = 'Zhiban-2027';

async function desk(start?: number) {
  const base = await founded(memoryStation('warnings', ':memory:', start));
  const { station, clock, sec } = base;
  const person = async (login: string, name: string, roles: Role[]) => {
    const id = must(await station.call(accounts.create, { login, name, roles, password: 'Zhiban-2026' }, sec)).id;
    const token = station.sessionFor(id);
    must(await station.call(accounts.changeOwnPassword, { current: 'Zhiban-2026', next: password }, token));
    return { id, token };
  };
  const people = {
    duty: await person('duty', '值班员乙', ['dutyOfficer']),
    leader: await person('leader', '带班领导戊', ['shiftLeader']),
    office: await person('office', '应急办己', ['office']),
    chief: await person('chief', '局领导庚', ['leadingGroup']),
  };
  const signed = (login: string) => ({ how: 'signed', signer: { login, password } }) as const;
  const phone = (who: keyof typeof people) => ({ how: 'phone', account: people[who].id }) as const;
  const publish = (facts: Partial<InputOf<typeof warnings.publish>> = {}, token = people.duty.token) =>
    station.call(warnings.publish, { level: 'II', kind: 'warning', contents, issuer: signed('office'), ...facts }, token);
  const one = async (id: string) => must(await station.call(warnings.one, { id }, station.sessionFor(people.duty.id)));
  const say = (verb: keyof typeof warnings, input: object, token = people.duty.token) => station.answer(`warnings.${verb}`, input, token);
  const banner = async (token?: string) => must(await station.call(warnings.banner, {}, token));
  const alarms = async (token = people.duty.token) => must(await station.call(warnings.alarms, {}, token)).alarms;
  const notice = (pass: number) => {
    clock.pass(pass);
    station.notice();
  };
  return { ...base, ...people, signed, phone, publish, one, say, banner, alarms, notice };
}
type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
beforeEach(async () => {
  at = await desk();
});

describe('who may', () => {
  test('the office publishes II to IV, the leading group every level; each stands in the duty log once', async () => {
    const second = must(await at.publish());
    expect(second.number).toBe('A-2026-000001');
    const first = must(await at.publish({ level: 'I', issuer: at.signed('chief') }));
    must(await at.publish({ level: 'IV', issuer: at.signed('chief') }));
    const record = await at.one(first.id);
    expect(record).toMatchObject({
      outcome: 'inForce',
      level: 'I',
      unconfirmed: false,
      issuer: { name: '局领导庚', role: 'leadingGroup', how: 'signed' },
    });
    expect((await at.banner(at.duty.token)).inForce.map(({ level }) => level)).toEqual(['I', 'II', 'IV']);
    const { rows } = must(await at.station.call(dutyLog.page, { limit: 10 }, at.duty.token)) as { rows: { text: string }[] };
    expect(rows.filter(({ text }) => text.includes(levelWords.II))).toHaveLength(1);
    expect(rows).toHaveLength(3);
  });

  test.each([
    ['a duty officer signs level I', 'I', (d: Desk) => d.signed('duty'), '值班员乙'],
    ['the office signs level I', 'I', (d: Desk) => d.signed('office'), '应急办己'],
    ['the office is named on the phone for level I', 'I', (d: Desk) => d.phone('office'), '应急办己'],
    ['a shift leader is named for level III', 'III', (d: Desk) => d.phone('leader'), '带班领导戊'],
  ] as const)('%s: refused, and the attempt is on the record', async (_, level, issuer, name) => {
    expect(await at.publish({ level, issuer: issuer(at) })).toMatchObject({
      refusal: { code: 'publisherNotAllowed', params: { name, level } },
    });
    expect((await at.banner(at.duty.token)).inForce).toEqual([]);
    const { rows } = must(await at.station.call(journal.entries, { limit: 5 }, at.audit));
    expect(rows.map((row) => row.name)).toContain('attempt.refused@1');
    const doc = at.station.journal.raw.prepare<[], string>('SELECT doc FROM attempts').pluck().get() ?? '';
    expect((JSON.parse(doc) as { facts: unknown }).facts).toMatchObject({
      name,
      author: '值班员乙',
      procedure: 'warnings.publish',
      refusal: 'publisherNotAllowed',
      level,
      what: contents.what,
    });
  });

  test('raising to I, lowering from I and lifting I are the leading group’s', async () => {
    const { id } = must(await at.publish());
    const change = (level: string, login: string) => at.say('changeLevel', { id, level, reason: '雨势变化', issuer: at.signed(login) });
    expect(await change('I', 'office')).toMatchObject({ refusal: { code: 'publisherNotAllowed' } });
    expect(await change('I', 'chief')).toMatchObject({ ok: true });
    expect(await at.say('lift', { id, reason: '雨停', issuer: at.signed('office') })).toMatchObject({
      refusal: { code: 'publisherNotAllowed' },
    });
    expect(await change('III', 'office')).toMatchObject({ refusal: { code: 'publisherNotAllowed' } });
    expect(await change('III', 'chief')).toMatchObject({ ok: true });
    expect(await change('III', 'office')).toMatchObject({ refusal: { code: 'levelUnchanged' } });
    expect(await at.say('lift', { id, reason: '雨停', issuer: at.signed('office') })).toMatchObject({ ok: true });
    const record = await at.one(id);
    expect(record).toMatchObject({ outcome: 'lifted', level: 'III' });
    expect(record.attempts.map(({ procedure, level, name }) => [procedure, level, name])).toEqual([
      ['warnings.changeLevel', 'I', '应急办己'],
      ['warnings.lift', 'I', '应急办己'],
      ['warnings.changeLevel', 'I', '应急办己'],
    ]);
    expect(await at.say('lift', { id, reason: '雨停', issuer: at.signed('office') })).toMatchObject({ refusal: { code: 'notInForce' } });
  });

  test('by phone it is in force at once, marked, and signed later by who may', async () => {
    const { id } = must(await at.publish({ level: 'I', issuer: at.phone('chief') }));
    const before = await at.one(id);
    expect(before).toMatchObject({
      unconfirmed: true,
      outcome: 'inForce',
      issuer: { how: 'phone', relayedBy: '值班员乙', name: '局领导庚' },
    });
    expect((await at.banner(at.duty.token)).inForce[0]).toMatchObject({ unconfirmed: true });
    const statement = before.unsigned[0]?.entry ?? '';
    const sign = (login: string) => at.say('confirm', { id, statement, signer: { login, password } });
    expect(await sign('office')).toMatchObject({ refusal: { code: 'publisherNotAllowed' } });
    expect(await at.say('confirm', { id, statement, signer: { login: 'chief', password: 'x' } })).toMatchObject({
      refusal: { code: 'wrongPassword' },
    });
    expect(await sign('chief')).toMatchObject({ ok: true });
    expect(await at.one(id)).toMatchObject({ unconfirmed: false });
    expect(await sign('chief')).toMatchObject({ refusal: { code: 'nothingToConfirm' } });
  });
});

test('a wrong publication is voided, a text corrected, both beside the original', async () => {
  const { id } = must(await at.publish());
  const better = { ...contents, area: '东城', from: null, until: null, scenario: '' };
  expect(await at.say('correct', { id, contents: better, reason: '范围有误', issuer: at.signed('office') })).toMatchObject({ ok: true });
  expect(await at.say('correct', { id, contents: better, reason: '再次', issuer: at.signed('office') })).toMatchObject({
    refusal: { code: 'nothingChanged' },
  });
  expect(await at.one(id)).toMatchObject({ contents: { area: '东城' }, contested: false });
  expect(await at.say('void', { id, reason: '误发布', issuer: at.phone('office') })).toMatchObject({ ok: true });
  const record = await at.one(id);
  expect(record.timeline.map(({ verb }) => verb)).toEqual(['publish', 'correct', 'void']);
  expect(record).toMatchObject({ outcome: 'voided', unconfirmed: true });
  expect(await at.say('void', { id, reason: '误', issuer: at.signed('office') })).toMatchObject({ refusal: { code: 'alreadyVoided' } });
});

test('before sign-in, on a locked desk and for an administrator nothing but level, kind and time is said', async () => {
  must(await at.publish());
  const bare = [{ level: 'II', kind: 'warning', since: at.clock.now(), scenario: '', unconfirmed: false }];
  expect(await at.banner()).toEqual({ named: false, inForce: bare });
  expect(await at.banner(at.sys)).toEqual({ named: false, inForce: bare });
  expect((await at.banner(at.duty.token)).inForce[0]).toMatchObject({ number: 'A-2026-000001', what: contents.what });
  must(await at.station.call(accounts.lock, {}, at.duty.token));
  expect(await at.banner(at.duty.token)).toEqual({ named: false, inForce: bare });
});

describe('the two clocks (domain.md 4)', () => {
  test('signs: five minutes to the office, then one hour to the leading group; told at 75 %, over, and until taken', async () => {
    const { id, dueAt } = must(await at.station.call(warnings.noteSign, { contents }, at.duty.token));
    expect(dueAt).toBe(at.clock.now() + 5 * minute);
    at.clock.pass(3 * minute);
    expect(await at.alarms()).toEqual([]);
    at.clock.pass(minute);
    expect(await at.alarms()).toMatchObject([{ about: 'office', level: 'amber', mine: true }]);
    at.notice(minute + 1);
    at.station.notice();
    expect(await at.alarms()).toMatchObject([{ about: 'office', level: 'red', mine: true }]);
    const [alarm] = await at.alarms();
    expect(await at.say('takeAlarms', { alarms: [{ of: 'warning', id, about: 'office', level: 'red' }] })).toMatchObject({
      value: { taken: 1 },
    });
    expect(await at.alarms()).toMatchObject([{ takenBy: '值班员乙', tellAgainAt: at.clock.now() + 30 * minute }]);
    expect(alarm?.told).toEqual(['dutyOfficer', 'shiftLeader']);
    const to = { name: '应急办己', phone: '19000000001' };
    must((await at.say('report', { id, duty: 'office', to, means: 'phone' })) as never);
    const record = await at.one(id);
    expect(record.clocks.map(({ duty, standing }) => `${duty} ${standing}`)).toEqual(['office late', 'leadingGroup running']);
    // The breach stands once, for good.
    expect(record.timeline.map(({ verb }) => verb)).toEqual(['sign', 'overdue', 'takeAlarm', 'report']);
    at.clock.pass(45 * minute);
    expect(await at.alarms(at.office.token)).toMatchObject([{ about: 'leadingGroup', level: 'amber', mine: true }]);
    must((await at.say('report', { id, duty: 'leadingGroup', to, means: 'inPerson', note: '已汇报' })) as never);
    expect(await at.alarms()).toEqual([]);
    expect(await at.say('dismiss', { id, reason: '研判不发布', issuer: at.signed('office') })).toMatchObject({ ok: true });
    expect(await at.say('dismiss', { id, reason: '研判不发布', issuer: at.signed('office') })).toMatchObject({
      refusal: { code: 'notASign' },
    });
    expect(await at.one(id)).toMatchObject({ outcome: 'dismissed' });
  });

  test('the office has an hour from its publication and from each raise; what the leading group decides it knows', async () => {
    const { id } = must(await at.publish({ level: 'III' }));
    const standing = async () => (await at.one(id)).clocks.map(({ standing: one }) => one);
    expect(await standing()).toEqual(['running']);
    at.clock.pass(hour);
    expect(await standing()).toEqual(['running']);
    at.notice(1);
    expect(await standing()).toEqual(['over']);
    must((await at.say('report', { id, duty: 'leadingGroup', to: { name: '局领导庚' }, means: 'phone' })) as never);
    at.clock.pass(minute);
    must((await at.say('changeLevel', { id, level: 'II', reason: '加重', issuer: at.signed('office') })) as never);
    expect(await standing()).toEqual(['late', 'running']);
    at.clock.pass(minute);
    must((await at.say('changeLevel', { id, level: 'I', reason: '加重', issuer: at.signed('chief') })) as never);
    expect(await standing()).toEqual(['late', 'met', 'met']);
  });

  test('the station was off: the breach is noticed once on return', async () => {
    const { id } = must(await at.publish());
    at.notice(3 * day);
    at.station.notice();
    expect((await at.one(id)).timeline.filter(({ verb }) => verb === 'overdue')).toHaveLength(1);
  });

  test('the expected end passing only reminds', async () => {
    const until = at.clock.now() + 2 * hour;
    const { id } = must(await at.publish({ level: 'I', issuer: at.signed('chief'), contents: { ...contents, until } }));
    at.notice(2 * hour + 1);
    expect(await at.alarms()).toMatchObject([{ about: 'ended', level: 'amber' }]);
    expect(await at.one(id)).toMatchObject({ outcome: 'inForce' });
    expect(warningsInForce(contextOf(at))).toMatchObject([{ level: 'I', kind: 'warning', scenario: '' }]);
  });
});

describe('task orders (任务通知书)', () => {
  const unit = (name: string) => ({ name, contact: '联系人', phone: '19000000009', duties: `${name}职责` });
  test('level I makes one for every unit; receipt, place, refusal and silence are tracked', async () => {
    const [, second] = await Promise.all(['供电公司', '维保单位', '运营商'].map((name) => at.say('keepUnit', unit(name), at.office.token)));
    expect(await at.say('keepUnit', unit('运营商'), at.office.token)).toMatchObject({ refusal: { code: 'unitNameTaken' } });
    expect(await at.say('keepUnit', unit('新单位'))).toMatchObject({ refusal: { code: 'notAllowed' } });
    const warning = must(await at.publish({ level: 'II' }));
    expect(warning.orders).toBe(0);
    expect(await at.say('changeLevel', { id: warning.id, level: 'I', reason: '加重', issuer: at.phone('chief') })).toMatchObject({
      value: { orders: 3 },
    });
    const orders = async () => must(await at.station.call(warnings.orders, { warning: warning.id }, at.duty.token));
    const [one, two, three] = await orders();
    expect((await orders()).map(({ facts }) => facts?.number)).toEqual(
      expect.arrayContaining(['A-2026-000001', 'A-2026-000002', 'A-2026-000003']),
    );
    expect(one?.facts).toMatchObject({
      unitName: '供电公司',
      tasks: '供电公司职责\n各单位在岗待命',
      answerMinutes: 30,
      issuedBy: '应急领导小组 局领导庚',
    });
    at.clock.pass(10 * minute);
    must((await at.say('receiveOrder', { id: one?.id, by: '赵六', means: 'phone' })) as never);
    must((await at.say('refuseOrder', { id: two?.id, by: '钱七', reason: '人员不足' })) as never);
    must((await at.say('leaveUnanswered', { id: three?.id, note: '两次无人接听' })) as never);
    expect((await at.alarms(at.office.token)).map(({ about }) => about)).toEqual(['refused']);
    at.notice(20 * minute + 1);
    at.station.notice();
    expect((await at.alarms()).filter(({ mine }) => mine).map(({ about, title }) => [about, title])).toEqual([
      ['silent', three?.facts?.unitName],
    ]);
    must((await at.say('setUpOrder', { id: one?.id, strength: 12 })) as never);
    must((await at.say('receiveOrder', { id: two?.id, by: '钱七', means: 'phone' })) as never);
    expect((await orders()).map(({ state, strength }) => [state, strength])).toEqual([
      ['setUp', 12],
      ['received', undefined],
      ['sent', undefined],
    ]);
    expect((await orders())[2]?.timeline.map(({ verb }) => verb)).toEqual(['issue', 'unanswered', 'silence']);
    must((await at.say('withdrawOrder', { id: three?.id, reason: '单位有误' })) as never);
    expect(await at.say('receiveOrder', { id: three?.id, by: '赵', means: 'fax' })).toMatchObject({ refusal: { code: 'orderWithdrawn' } });
    const anew = { warning: warning.id, units: [three?.facts?.unit, (second as { value: { id: string } }).value.id], answerMinutes: 15 };
    expect(await at.say('issueOrders', anew)).toMatchObject({ value: { issued: 1 } });
    expect((await at.one(warning.id)).orders).toEqual({ sent: 3, received: 2, setUp: 1, silent: 0 });
  });

  test('a retired unit gets none; an order lies before what the unit did', async () => {
    const kept = must((await at.say('keepUnit', unit('供电公司'), at.office.token)) as { ok: true; value: { id: string } });
    must((await at.say('retireUnit', { id: kept.id, reason: '不再参与' }, at.office.token)) as never);
    const { id, orders } = must(await at.publish({ level: 'I', issuer: at.signed('chief') }));
    expect(orders).toBe(0);
    expect(await at.say('issueOrders', { warning: id, units: [kept.id] })).toMatchObject({ refusal: { code: 'unitNotFound' } });
  });
});

test('handed over with its orders, under special attention and in the figures', async () => {
  must((await at.say('keepUnit', { name: '供电公司', contact: '孙', phone: '19000000009' }, at.office.token)) as never);
  const { id } = must(await at.publish({ level: 'I', issuer: at.phone('chief') }));
  const context = contextOf(at);
  const shift = shiftAt(context, context.now);
  const items = warningItems(context, shift);
  for (const item of items) expect(HandoverItem.parse(item)).toEqual(item);
  expect(items).toMatchObject([
    { kind: 'warning', subject: id, state: 'warningUnsigned', nextCode: 'sign', highRisk: true },
    { kind: 'taskOrder', subject: id, state: 'orderSent', holder: '孙 19000000009' },
  ]);
  expect(warningAttention(context)).toEqual([`${levelWords.I}预警生效中（A-2026-000001）：未来 6 小时有暴雨，未解除`]);
  expect(warningFigures(context, shift.start, shift.end)).toEqual([
    { key: 'warningsPublished', value: 1 },
    { key: 'warningsLifted', value: 0 },
    { key: 'warningsInForce', value: 1 },
  ]);
  const view = must(await at.station.call(contracts.handover.one, {}, at.duty.token));
  expect(view.content.attention).toContain('未解除');
});

describe('prompts ahead of statutory holidays', () => {
  test.each([
    ['ten days before', '2026-04-21T01:00:00Z', true],
    ['eleven days before', '2026-04-20T01:00:00Z', false],
    ['on the last day, after the station was off', '2026-05-05T01:00:00Z', true],
  ])('%s', async (_, now, asked) => {
    const one = await desk(Date.parse(now));
    one.station.notice();
    one.station.notice();
    const prompts = must(await one.station.call(warnings.prompts, {}, one.leader.token));
    expect(prompts.map(({ name, firstDay, lastDay, open }) => [name, firstDay, lastDay, open])).toEqual(
      asked ? [['劳动节', '2026-05-01', '2026-05-05', true]] : [],
    );
  });

  test('shown and handed over until somebody answers; not needed takes a reason', async () => {
    const one = await desk(Date.parse('2026-04-21T01:00:00Z'));
    one.station.notice();
    const [prompt] = must(await one.station.call(warnings.prompts, {}, one.leader.token));
    const id = prompt?.id ?? '';
    expect(warningItems(contextOf(one))).toMatchObject([
      { kind: 'holidayPrompt', state: 'unanswered', title: expect.stringContaining('是否开始准备') },
    ]);
    expect(await one.say('answerPrompt', { id, answer: 'start' })).toMatchObject({ refusal: { code: 'notAllowed' } });
    expect(await one.say('answerPrompt', { id, answer: 'notNeeded' }, one.leader.token)).toMatchObject({
      refusal: { code: 'invalidInput' },
    });
    expect(await one.say('answerPrompt', { id, answer: 'start' }, one.leader.token)).toMatchObject({ ok: true });
    expect(await one.say('answerPrompt', { id, answer: 'start' }, one.office.token)).toMatchObject({
      refusal: { code: 'alreadyAnswered' },
    });
    expect(warningItems(contextOf(one))).toEqual([]);
  });
});
