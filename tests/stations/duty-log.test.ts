import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import { logEntryWritten } from '../../src/shared/duty-log/events';
import { roles } from '../../src/shared/roles';
import { day, hour, minute, second } from '../../src/shared/time';
import { accountCreated } from '../../src/shared/accounts/events';
import { dump } from '../support/dump';
import { exchange, trust } from '../support/exchange';
import { founded, memoryStation, must } from '../support/memory-station';

const { dutyLog } = contracts;
type Written = InputOf<typeof dutyLog.write>;

async function desk(seed: string | number, letter = 'A', folder?: string) {
  const test = await founded(memoryStation(seed, folder), letter);
  const write = async (input: Partial<Written> & { text: string }) =>
    must(await test.station.call(dutyLog.write, { kind: 'call', ...input }, test.token));
  const one = async (id: string) => must(await test.station.call(dutyLog.one, { id }, test.token));
  const page = async (input: InputOf<typeof dutyLog.page> = {}) => must(await test.station.call(dutyLog.page, input, test.token));
  const search = async (input: InputOf<typeof dutyLog.search>) => must(await test.station.call(dutyLog.search, input, test.token));
  return { ...test, write, one, page, search };
}

describe('writing', () => {
  test('an entry has its number, its event time and its entry time, and the officer by name', async () => {
    const { clock, write, one, officer } = await desk('write');
    const { id, number, late } = await write({
      kind: 'incident',
      text: '东城区和平路口摄像机离线',
      caller: { name: '李某', phone: '19000001234' },
      places: ['和平路口'],
      devices: [{ code: 'DC-02-015', name: '和平路口枪机' }],
      persons: [{ name: '王某' }],
    });
    expect({ number, late }).toEqual({ number: 'A-2026-000001', late: false });
    expect(await one(id)).toMatchObject({
      late: false,
      current: { kind: 'incident', occurredAt: clock.time, caller: { name: '李某', phone: '19000001234' } },
      original: { number, at: clock.time, author: '值班员甲', officer },
      corrections: [],
      followUps: [],
      voidings: [],
      contested: [],
    });
    expect((await write({ text: '第二条' })).number).toBe('A-2026-000002');
  });

  test('more than 15 minutes after the event is late; more than 2 minutes ahead is refused', async () => {
    const { station, clock, token, write, page } = await desk('late');
    const early = await write({ text: '刚才', occurredAt: clock.time - 15 * minute });
    const late = await write({ text: '昨夜', occurredAt: clock.time - 15 * minute - 1 });
    expect([early.late, late.late]).toEqual([false, true]);
    expect((await page({ lateOnly: true })).rows.map(({ text }) => text)).toEqual(['昨夜']);
    await write({ text: '钟快', occurredAt: clock.time + 2 * minute });
    const ahead = await station.call(dutyLog.write, { kind: 'call', text: '明天', occurredAt: clock.time + 2 * minute + 1 }, token);
    expect(ahead).toMatchObject({ ok: false, refusal: { code: 'occurredInFuture' } });
  });

  test('an entry cannot name a file that is not here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duty-log-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { station, token, write, one } = await desk('files', 'A', folder);
    onTestFinished(() => station.close());
    const missing = { hash: 'ab'.repeat(32), name: '现场.png', type: 'image/png', size: 3 };
    expect(await station.call(dutyLog.write, { kind: 'call', text: '附图', attachments: [missing] }, token)).toMatchObject({
      ok: false,
      refusal: { code: 'attachmentMissing', params: { name: '现场.png' } },
    });
    const content = Buffer.from('照片').toString('base64');
    const file = must(await station.call(contracts.attachments.add, { name: '现场.png', type: 'image/png', content }, token));
    const { id } = await write({ text: '附图', attachments: [file] });
    must(await station.call(dutyLog.followUp, { id, text: '再附', attachments: [file] }, token));
    expect(await one(id)).toMatchObject({ original: { attachments: [file] }, followUps: [{ attachments: [file], text: '再附' }] });
  });

  test('desk roles that keep the log write, every desk role reads, administrators do neither', async () => {
    const { station } = await desk('roles');
    const write = { kind: 'call', text: '来电' } as const;
    for (const role of roles) {
      const id = station.journal.newId();
      const password = { scheme: 'scrypt', cost: 1, salt: '', hash: '' } as const;
      station.journal.transact(() =>
        station.journal.append('station', [
          accountCreated(id, { login: role.toLowerCase(), name: role, roles: [role], password, temporary: false }),
        ]),
      );
      const token = station.sessionFor(id);
      const administrator = role.endsWith('Admin');
      expect([role, (await station.call(dutyLog.write, write, token)).ok]).toEqual([
        role,
        !administrator && role !== 'engineer' && role !== 'storekeeper',
      ]);
      expect([role, (await station.call(dutyLog.page, {}, token)).ok]).toEqual([role, !administrator]);
      expect([role, (await station.call(dutyLog.search, { text: '来电' }, token)).ok]).toEqual([role, !administrator]);
    }
  });
});

describe('what is added later', () => {
  test('a correction stands beside the original; what it now says is found, and so is what it once said', async () => {
    const { station, clock, token, write, one, page, search } = await desk('correct');
    const { id } = await write({ text: '东城区离线', kind: 'incident' });
    const wroteAt = clock.time;
    clock.pass(hour);
    must(
      await station.call(
        dutyLog.correct,
        { id, changes: { text: '西城区离线', kind: 'incident', occurredAt: wroteAt - 6 * hour }, reason: '地名记错' },
        token,
      ),
    );
    expect(await one(id)).toMatchObject({
      late: true,
      current: { text: '西城区离线', occurredAt: wroteAt - 6 * hour },
      original: { text: '东城区离线', occurredAt: wroteAt },
      corrections: [
        { author: '值班员甲', at: clock.time, reason: '地名记错', changes: { text: '西城区离线', occurredAt: wroteAt - 6 * hour } },
      ],
      contested: [],
    });
    // What says the same is no correction.
    expect((await one(id)).corrections[0]?.changes).not.toHaveProperty('kind');
    expect((await page()).rows).toMatchObject([{ corrected: true, contested: false, text: '西城区离线', late: true }]);
    for (const text of ['西城', '东城', '地名记错', 'dcq']) expect((await search({ text })).rows.map((row) => row.id)).toEqual([id]);
    expect((await search({ text: '东城' })).rows[0]?.hits).toMatchObject([{ part: 'earlier', text: '东城区离线' }]);
    expect(await station.call(dutyLog.correct, { id, changes: { text: '西城区离线' }, reason: '无' }, token)).toMatchObject({
      ok: false,
      refusal: { code: 'nothingChanged' },
    });
  });

  test('the caller can be taken back', async () => {
    const { station, token, write, one } = await desk('caller');
    const { id } = await write({ text: '来电', caller: { name: '李某' } });
    must(await station.call(dutyLog.correct, { id, changes: { caller: null }, reason: '误填' }, token));
    expect((await one(id)).current.caller).toBeNull();
    expect((await one(id)).original.caller).toEqual({ name: '李某' });
  });

  test('a voided entry stays, marked, and takes nothing more', async () => {
    const { station, token, write, one, page, search } = await desk('void');
    const { id, number } = await write({ text: '误录一条' });
    must(await station.call(dutyLog.void, { id, reason: '重复录入' }, token));
    expect((await page()).rows).toMatchObject([{ id, voided: true, text: '误录一条' }]);
    expect(await one(id)).toMatchObject({ voidings: [{ reason: '重复录入', author: '值班员甲' }] });
    expect((await search({ text: '重复录入' })).rows).toMatchObject([{ id, hits: [{ part: 'voiding', text: '重复录入' }] }]);
    const refused = { ok: false, refusal: { code: 'entryVoided', params: { number } } };
    expect(await station.call(dutyLog.void, { id, reason: '再次' }, token)).toMatchObject(refused);
    expect(await station.call(dutyLog.followUp, { id, text: '再次' }, token)).toMatchObject(refused);
    expect(await station.call(dutyLog.correct, { id, changes: { text: '再次' }, reason: '再次' }, token)).toMatchObject(refused);
  });

  test('no such entry', async () => {
    const { station, token } = await desk('missing');
    const id = '019a0000-0000-7000-8000-000000000001';
    const refused = { ok: false, refusal: { code: 'notFound' } };
    expect(await station.call(dutyLog.one, { id }, token)).toMatchObject(refused);
    expect(await station.call(dutyLog.followUp, { id, text: '一' }, token)).toMatchObject(refused);
    expect(await station.call(dutyLog.correct, { id, changes: {}, reason: '一' }, token)).toMatchObject(refused);
    expect(await station.call(dutyLog.void, { id, reason: '一' }, token)).toMatchObject(refused);
  });
});

describe('two desks', () => {
  test('both correct one field apart: both corrections are kept, shown as contested, and settled by a third', async () => {
    const [east, west] = [await desk('east', 'A'), await desk('west', 'B')];
    trust(east.station, west.station);
    const { id } = await east.write({ text: '甲处离线' });
    exchange(east.station, west.station);
    must(await east.station.call(dutyLog.correct, { id, changes: { text: '乙处离线' }, reason: '东席更正' }, east.token));
    west.clock.pass(minute);
    must(await west.station.call(dutyLog.correct, { id, changes: { text: '丙处离线' }, reason: '西席更正' }, west.token));
    exchange(east.station, west.station);
    for (const { one, page, search } of [east, west]) {
      const entry = await one(id);
      expect(entry).toMatchObject({ contested: ['text'], current: { text: '丙处离线' }, original: { text: '甲处离线' } });
      expect(entry.corrections.map(({ changes }) => changes.text)).toEqual(['乙处离线', '丙处离线']);
      expect((await page()).rows).toMatchObject([{ contested: true }]);
      for (const text of ['甲处', '乙处', '丙处']) expect((await search({ text })).rows).toHaveLength(1);
    }
    // Saying what stands already is an answer where desks disagree.
    west.clock.pass(minute);
    must(await west.station.call(dutyLog.correct, { id, changes: { text: '丙处离线' }, reason: '已核实' }, west.token));
    exchange(east.station, west.station);
    expect(await east.one(id)).toMatchObject({ contested: [], current: { text: '丙处离线' } });
    expect(dump(east.station)).toEqual(dump(west.station));
  });

  test('what arrives before its beginning is not shown, and complete once that is there', async () => {
    const [east, west] = [await desk('first', 'A'), await desk('second', 'B')];
    trust(east.station, west.station);
    const { id } = await east.write({ text: '甲' });
    // The east desk's clock is ahead, so the west's follow-up sorts before what it follows.
    east.clock.pass(-9 * minute);
    must(await east.station.call(dutyLog.followUp, { id, text: '续报一' }, east.token));
    exchange(east.station, west.station);
    expect(await west.one(id)).toMatchObject({ followUps: [{ text: '续报一' }] });
    expect(await west.page()).toMatchObject({ rows: [{ id, followUps: 1 }] });
    expect(dump(east.station)).toEqual(dump(west.station));
  });

  test('each desk counts under its own letter', async () => {
    const [east, west] = [await desk('letters', 'A'), await desk('more letters', 'B')];
    trust(east.station, west.station);
    await west.write({ text: '西' });
    await west.write({ text: '西' });
    exchange(east.station, west.station);
    expect((await east.write({ text: '东' })).number).toBe('A-2026-000001');
    expect((await west.write({ text: '西' })).number).toBe('B-2026-000003');
  });
});

describe('the pages', () => {
  test('thousands of one and the same moment all have a place, in their own second', async () => {
    const { station, clock, page } = await desk('one moment');
    const { journal } = station;
    const fields = { author: '值班员乙', caller: null, devices: [], kind: 'other' as const, persons: [], places: [], attachments: [] };
    const count = 4_000;
    journal.transact(() =>
      journal.append(
        'station',
        Array.from({ length: count }, (_, i) =>
          logEntryWritten(journal.newId(), {
            ...fields,
            number: `Z-2026-${String(i).padStart(6, '0')}`,
            occurredAt: clock.time,
            text: '同时',
          }),
        ),
      ),
    );
    const places = journal.raw.prepare<[], number>('SELECT position FROM log_entries').pluck().all();
    expect(new Set(places).size).toBe(count);
    expect(new Set(places.map((place) => Math.floor(place / 2 ** 21)))).toEqual(new Set([Math.floor(clock.time / second)]));
    expect((await page({ from: clock.time, until: clock.time + 1, limit: 200 })).rows).toHaveLength(200);
  });

  test('newest first by event time, stable while entries arrive, no gap and no repeat', async () => {
    const { clock, write, page } = await desk('pages');
    const start = clock.time;
    // Several in one second: their order is theirs, but it stays.
    for (let i = 0; i < 130; i++)
      await write({ text: `第${i}条`, occurredAt: start - Math.floor(i / 4) * second - ((i * 37) % 11) * minute });
    const seen: string[] = [];
    let before: number | undefined;
    for (let turn = 0; turn < 20; turn++) {
      const { rows, next } = await page({ limit: 17, ...(before === undefined ? {} : { before }) });
      seen.push(...rows.map(({ id }) => id));
      const times = rows.map(({ occurredAt }) => Math.floor(occurredAt / second));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      clock.pass(second);
      await write({ text: '插入' });
      if (next === undefined) break;
      before = next;
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  });

  test('by kind, person, span of time, and several of them', async () => {
    const { clock, write, page, search } = await desk('filters');
    const person = '019a0000-0000-7000-8000-0000000000aa';
    const noon = clock.time;
    const first = await write({ text: '一', kind: 'visitor', occurredAt: noon - 2 * day, persons: [{ id: person, name: '王某' }] });
    const second = await write({ text: '二', kind: 'call', occurredAt: noon - day, caller: { id: person, name: '王某' } });
    const third = await write({ text: '三', kind: 'patrol', occurredAt: noon });
    const ids = async (input: InputOf<typeof dutyLog.page>) => {
      const { rows } = await page(input);
      expect((await search({ text: '', ...input })).rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      return rows.map(({ id }) => id);
    };
    expect(await ids({})).toEqual([third.id, second.id, first.id]);
    expect(await ids({ kinds: ['visitor', 'patrol'] })).toEqual([third.id, first.id]);
    expect(await ids({ person })).toEqual([second.id, first.id]);
    expect(await ids({ person, kinds: ['call'] })).toEqual([second.id]);
    expect(await ids({ from: noon - day })).toEqual([third.id, second.id]);
    expect(await ids({ until: noon - day })).toEqual([first.id]);
    expect(await ids({ from: noon - day, until: noon, lateOnly: true })).toEqual([second.id]);
    expect(await ids({ person, kinds: ['patrol'] })).toEqual([]);
  });
});

test('a draft survives a killed station, and belongs to its officer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const first = await desk('draft', 'A', folder);
  const content = JSON.stringify({ text: '接到来电，未写完' });
  must(await first.station.call(contracts.drafts.save, { key: 'dutyLog.new', content }, first.token));
  // Nothing of a proper end happens but letting go of the files.
  first.station.close();
  const { station } = memoryStation('draft again', folder);
  onTestFinished(() => station.close());
  expect(must(await station.call(contracts.drafts.load, { key: 'dutyLog.new' }, first.token))).toMatchObject({ content });
  expect(must(await station.call(contracts.drafts.load, { key: 'dutyLog.new' }, first.sec))).toBeNull();
});
