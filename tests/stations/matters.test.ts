import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import { HandoverItem } from '../../src/shared/handover/item';
import { matterKinds, missingParts } from '../../src/shared/matters/kinds';
import { isHighRisk, matterLevels } from '../../src/shared/matters/level';
import { matterUrgency } from '../../src/shared/matters/urgency';
import { day, hour, minute } from '../../src/shared/time';
import { handoverItems, matterFigures } from '../../src/station/matters';
import { contextOf } from '../support/apart-desks';
import { founded, memoryStation, must } from '../support/memory-station';

const { matters, dutyLog } = contracts;
const leader = { name: '周局' };

async function desk(seed: string, start?: number) {
  const test = await founded(memoryStation(`matters ${seed}`, ':memory:', start));
  const open = async (facts: Partial<InputOf<typeof matters.open>> = {}) =>
    must(await test.station.call(matters.open, { kind: 'instruction', title: '加强学府街巡查', from: leader, ...facts }, test.token));
  const one = async (id: string) => must(await test.station.call(matters.one, { id }, test.token));
  const list = async (filter: InputOf<typeof matters.list> = {}) => must(await test.station.call(matters.list, filter, test.token));
  const say = (verb: keyof typeof matters, input: object, token = test.token) => test.station.answer(`matters.${verb}`, input, token);
  return { ...test, open, one, list, say };
}

test('a phone instruction is logged, relayed, tracked to done: who relayed what to whom, when, by which means (domain.md 1)', async () => {
  const { open, one, say, clock, list } = await desk('course');
  const { id, number } = await open({ deadline: clock.now() + 4 * hour });
  expect(number).toBe('A-2026-000001');
  expect(await one(id)).toMatchObject({ state: 'open', holder: '', from: '周局', level: 'ordinary', contested: false });

  clock.pass(minute);
  const told = { to: { name: '东城分局值班室', phone: '19000000001' }, means: 'phone', what: '即刻派员' };
  expect(await say('relay', { id, ...told })).toMatchObject({ ok: true });
  const relayed = await one(id);
  expect(relayed).toMatchObject({ state: 'relayed', holder: '东城分局值班室', since: clock.now() });
  expect(relayed.timeline.at(-1)).toMatchObject({
    verb: 'relay',
    author: '值班员甲',
    letter: 'A',
    happenedAt: clock.now(),
    confirmedBy: '',
    text: '即刻派员',
    ...{ to: told.to, means: 'phone' },
  });

  clock.pass(minute);
  const relay = relayed.timeline.at(-1)?.entry as string;
  expect(await say('confirmReceipt', { id, relay, confirmedBy: '吴警官' })).toMatchObject({ ok: true });
  expect(await say('confirmReceipt', { id, relay, confirmedBy: '吴警官' })).toMatchObject({ refusal: { code: 'alreadyConfirmed' } });
  expect(await say('confirmReceipt', { id, relay: id, confirmedBy: '吴警官' })).toMatchObject({ refusal: { code: 'relayNotFound' } });

  clock.pass(hour);
  expect(await say('progress', { id, note: '已到达', next: '22:00 再报', deadline: clock.now() + 6 * hour })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ state: 'underway', next: '22:00 再报', deadline: clock.now() + 6 * hour });

  clock.pass(hour);
  expect(await say('finish', { id, result: '已落实' })).toMatchObject({ ok: true });
  expect(await one(id)).toMatchObject({ state: 'done', since: clock.now() });
  expect(await list()).toEqual([]);
  expect(await list({ ended: true })).toMatchObject([{ id, state: 'done' }]);
  for (const verb of ['finish', 'cancel', 'progress', 'relay'] as const) {
    const input = { id, result: '再次', reason: '再次', note: '再次', ...told };
    expect(await say(verb, input)).toMatchObject({ refusal: { code: 'notOpen', params: { number, state: 'done' } } });
  }
  expect(await say('reopen', { id, reason: '领导要求复查' })).toMatchObject({ ok: true });
  expect(await say('reopen', { id, reason: '领导要求复查' })).toMatchObject({ refusal: { code: 'stillOpen' } });
  expect(await one(id)).toMatchObject({ state: 'underway', since: clock.now() });
  expect(await say('cancel', { id, reason: '上级撤销' })).toMatchObject({ ok: true });
  expect((await one(id)).timeline.map(({ verb }) => verb)).toEqual([
    'open',
    'relay',
    'confirmReceipt',
    'progress',
    'finish',
    'reopen',
    'cancel',
  ]);
});

test('told for the record only, it stays with whoever has it', async () => {
  const { open, one, say } = await desk('holder');
  const { id } = await open({ holder: { name: '李四' } });
  await say('relay', { id, to: { name: '王五' }, means: 'fax', takesOver: false });
  expect((await one(id)).holder).toBe('李四');
  await say('relay', { id, to: { name: '赵六' }, means: 'inPerson', confirmedBy: '赵六' });
  expect((await one(id)).holder).toBe('赵六');
});

test('each kind says what it cannot do without (issue 3: who silenced, why, until when; what, from, for whom)', async () => {
  const all = { from: leader, holder: leader, text: '误报频发', deadline: 1 };
  for (const kind of matterKinds) expect(missingParts(kind, all)).toEqual([]);
  expect(missingParts('silencedAlarm', {})).toEqual(['from', 'text', 'deadline']);
  expect(missingParts('carriedItem', {})).toEqual(['from', 'holder']);
  expect(missingParts('promise', {})).toEqual(['from']);
  const { say, open, clock } = await desk('kinds');
  expect(await say('open', { kind: 'silencedAlarm', title: '3 号机房温度', text: '', from: leader })).toMatchObject({
    refusal: {
      code: 'invalidInput',
      issues: [
        { path: 'text', rule: 'required' },
        { path: 'deadline', rule: 'required' },
      ],
    },
  });
  const { id } = await open({ kind: 'silencedAlarm', text: '空调检修', deadline: clock.now() + hour });
  expect(await say('progress', { id, note: '延期', deadline: null })).toMatchObject({ refusal: { code: 'deadlineNeeded' } });
});

test('times that do not fit are refused, at their limits', async () => {
  const { say, open, clock } = await desk('times');
  const facts = { kind: 'notice', title: '通知', from: leader };
  expect(await say('open', { ...facts, receivedAt: clock.now() + 2 * minute + 1 })).toMatchObject({ refusal: { code: 'timeInFuture' } });
  expect(await say('open', { ...facts, deadline: clock.now() - 1 })).toMatchObject({ refusal: { code: 'deadlineBeforeReceipt' } });
  const { id } = await open({ deadline: clock.now() });
  const told = { id, to: leader, means: 'phone' };
  expect(await say('relay', { ...told, happenedAt: clock.now() - 1 })).toMatchObject({ refusal: { code: 'timeBeforeReceipt' } });
  expect(await say('relay', { ...told, happenedAt: clock.now() + 2 * minute + 1 })).toMatchObject({ refusal: { code: 'timeInFuture' } });
  expect(await say('progress', { id, note: '改期', deadline: clock.now() - 1 })).toMatchObject({
    refusal: { code: 'deadlineBeforeReceipt' },
  });
  expect(await say('open', { ...facts, logEntry: id })).toMatchObject({ refusal: { code: 'logEntryNotFound' } });
  expect(await say('finish', { id: '019a0000-0000-7000-8000-000000000000', result: '已办' })).toMatchObject({
    refusal: { code: 'notFound' },
  });
});

describe('how much a matter presses', () => {
  const deadline = 8 * hour;
  const at = (now: number, state: 'open' | 'done' = 'open') => matterUrgency({ state, receivedAt: 0, deadline }, now);
  test('amber at 75 % of the time to the deadline, red when overdue', () => {
    expect([at(6 * hour - 1), at(6 * hour), at(8 * hour), at(8 * hour + 1)]).toEqual(['calm', 'amber', 'amber', 'red']);
    expect(at(9 * hour, 'done')).toBe('calm');
    expect(matterUrgency({ state: 'open', receivedAt: 0 }, day)).toBe('calm');
  });
});

test('open ones first, the next deadline first, without one last; found by words, initials, number and kind', async () => {
  const { open, list, say, clock } = await desk('list');
  const titles = async (filter = {}) => (await list(filter)).map(({ title }) => title);
  await open({ title: '无期限' });
  await open({ title: '明日', deadline: clock.now() + day });
  await open({ title: '今日', deadline: clock.now() + hour, kind: 'promise', from: { name: '张某' } });
  const { id, number } = await open({ title: '已办' });
  await say('finish', { id, result: '办结' });
  expect(await titles()).toEqual(['今日', '明日', '无期限']);
  expect(await titles({ ended: true })).toEqual(['今日', '明日', '无期限', '已办']);
  expect(await titles({ kind: 'promise' })).toEqual(['今日']);
  expect(await titles({ text: '张某' })).toEqual(['今日']);
  expect(await titles({ text: 'wqx' })).toEqual(['无期限']);
  expect(await titles({ text: number, ended: true })).toEqual(['已办']);
});

test('a matter knows the log entry it came in with', async () => {
  const { station, token, open, one } = await desk('entry');
  const entry = must(await station.call(dutyLog.write, { kind: 'instruction', text: '周局来电：加强巡查' }, token));
  const { id } = await open({ logEntry: entry.id });
  await open();
  expect(must(await station.call(matters.ofLogEntry, { logEntry: entry.id }, token))).toMatchObject([{ id }]);
  expect(await one(id)).toMatchObject({ logNumber: entry.number });
});

test('every open matter is handed over, its kind one to one; level I and II are high risk', async () => {
  const test = await desk('handover');
  const { open, say, clock } = test;
  expect(matterLevels.filter(isHighRisk)).toEqual(['I', 'II']);
  for (const [i, kind] of matterKinds.entries())
    await open({ kind, title: kind, text: '详情', holder: leader, deadline: clock.now() + (i + 1) * hour, level: i === 0 ? 'II' : 'III' });
  const { id } = await open({ title: '已办' });
  await say('finish', { id, result: '办结' });
  const items = handoverItems(contextOf(test));
  expect(items.map(({ kind }) => kind)).toEqual([...matterKinds]);
  expect(items.map(({ highRisk }) => highRisk)).toEqual([true, false, false, false, false, false]);
  expect(items[0]).toMatchObject({ number: 'A-2026-000001', title: 'instruction\n详情', holder: '周局', nextCode: 'relay', state: 'open' });
  for (const item of items) {
    expect(HandoverItem.parse(item)).toEqual(item);
    expect(item.key).toBe(`matter:${item.subject}`);
  }
});

test('figures of a span: received, done, overdue; the first moment counts, the last does not', async () => {
  const test = await desk('figures');
  const { open, say, clock } = test;
  const from = clock.now();
  const { id } = await open();
  await open({ deadline: from + hour });
  clock.pass(hour);
  await say('finish', { id, result: '办结' });
  const figures = (since: number, until: number) => matterFigures(contextOf(test), since, until).map(({ value }) => value);
  expect(figures(from, from + hour)).toEqual([2, 0, 0]);
  expect(figures(from + 1, from + hour + 1)).toEqual([0, 1, 0]);
  clock.pass(1);
  expect(figures(from, from + day)).toEqual([2, 1, 1]);
  expect(figures(from, from + hour)).toEqual([2, 0, 0]);
});

test('an engineer reads, and may not write', async () => {
  const { station, sec, open } = await desk('roles');
  const { id } = await open();
  must(
    await station.call(contracts.accounts.create, { login: 'engineer', name: '高工', roles: ['engineer'], password: 'Linshi-2026' }, sec),
  );
  const first = must(await station.call(contracts.accounts.signIn, { login: 'engineer', password: 'Linshi-2026' })).token;
  must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
  const { token } = must(await station.call(contracts.accounts.signIn, { login: 'engineer', password: 'Linshi-2027' }));
  expect(await station.call(matters.one, { id }, token)).toMatchObject({ ok: true });
  expect(await station.call(matters.finish, { id, result: '办结' }, token)).toMatchObject({ refusal: { code: 'notAllowed' } });
});
