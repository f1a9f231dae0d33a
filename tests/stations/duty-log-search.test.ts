import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import type { LogEntry } from '../../src/shared/duty-log/entry';
import { logEntryCorrected, logEntryFollowedUp, logEntryWritten } from '../../src/shared/duty-log/events';
import { day, hour, minute } from '../../src/shared/time';
import { partsOf } from '../../src/station/duty-log/log-text';
import { initialsLine } from '../../src/station/search/initials';
import { normalised, runsOf } from '../../src/station/search/normalised';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';

const { dutyLog } = contracts;
const run = { seed: 20_261_122, endOnFailure: true };

async function desk(seed: string | number) {
  const test = await founded(memoryStation(seed));
  // The clock may pass the end of a session.
  const token = () => test.station.sessionFor(test.officer);
  const search = async (input: InputOf<typeof dutyLog.search>) => must(await test.station.call(dutyLog.search, input, token()));
  const write = async (input: Partial<InputOf<typeof dutyLog.write>> & { text: string }) =>
    must(await test.station.call(dutyLog.write, { kind: 'other', ...input }, token()));
  const count = async (input: InputOf<typeof dutyLog.count>) => must(await test.station.call(dutyLog.count, input, token()));
  return { ...test, token, search, count, write };
}

/** What LIKE would find: every part of the query as it stands in some text of the entry, or as its initials. */
function isIn(entry: LogEntry, query: string): boolean {
  const texts = partsOf(entry).map(({ text }) => normalised(text));
  return runsOf(query).every((part) =>
    texts.some((text) => text.includes(part) || (/^[a-z]{2,}$/.test(part) && initialsLine(text).includes(part))),
  );
}

// Few characters, so that pairs meet often: Chinese, Latin, digits, punctuation the index's own language uses, a wide form, one of two units.
const letters = fc.constantFrom(
  ...'值班离线东城区路口摄像机一二，。：“”（）、',
  ...'abdcqz019',
  ...'-_./:@#+"\'*^()=%&',
  'Ａ',
  '１',
  '𠮷',
  '\n',
  ' ',
);
const texts = fc.array(letters, { minLength: 1, maxLength: 40 }).map((units) => units.join(''));

test('every substring of one character and more is found, in just the entries that LIKE names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 3, maxLength: 14 }), fc.infiniteStream(fc.nat()), async (all, picks) => {
      const { station, search, count } = await searchedDesk;
      const { journal } = station;
      const from = journal.length;
      const written = all.filter((text) => text.trim() !== '');
      journal.transact(() =>
        journal.append(
          'station',
          written.map((text, i) =>
            logEntryWritten(journal.newId(), { ...plain, number: `Z-2026-${String(from + i).padStart(6, '0')}`, text }),
          ),
        ),
      );
      // Found while it waits to be indexed, and just so afterwards.
      if (picks.next().value % 2 === 0) station.tidy();
      const entries = journal.raw
        .prepare<[], string>('SELECT doc FROM log_entries')
        .pluck()
        .all()
        .map((doc) => JSON.parse(doc) as LogEntry);
      for (let turn = 0; turn < 6; turn++) {
        const [row, start, length] = [picks.next().value, picks.next().value, picks.next().value] as [number, number, number];
        const source = [...normalised(written[row % Math.max(1, written.length)] ?? '值')];
        const query = source
          .slice(start % source.length, (start % source.length) + 1 + (length % 6))
          .join('')
          .replaceAll('\n', ' ')
          .trim();
        if (query === '') continue;
        const expected = entries.filter((entry) => isIn(entry, query));
        const { rows } = await search({ text: query, literal: true, limit: 100 });
        expect([query, await count({ text: query, literal: true })]).toEqual([query, { count: expected.length, more: false }]);
        expect(rows.length).toBe(Math.min(100, expected.length));
        for (const found of rows) expect([query, found.marks.length + found.hits.length > 0]).toEqual([query, true]);
      }
    }),
    { ...run, numRuns: 25 },
  );
});
const searchedDesk = desk('substrings');
const plain = {
  author: '值班员乙',
  caller: null,
  devices: [],
  kind: 'other' as const,
  occurredAt: Date.UTC(2026, 10, 1),
  persons: [],
  places: [],
  attachments: [],
};

describe.each(['just written', 'indexed'])('what can be typed, %s', (state) => {
  const made = (async () => {
    const test = await desk(`typed ${state}`);
    const { write, clock } = test;
    clock.time = Date.UTC(2026, 10, 22, 4);
    const ids = {
      incident: (
        await write({
          kind: 'incident',
          text: '东城区和平路口摄像机离线，已派单',
          places: ['和平路口'],
          devices: [{ code: 'DC-02-015', name: '枪机' }],
          occurredAt: Date.UTC(2026, 10, 4, 16, 30),
        })
      ).id,
      call: (
        await write({
          kind: 'call',
          text: '询问进展',
          caller: { name: '欧阳某', phone: '19000005678' },
          occurredAt: Date.UTC(2026, 10, 5, 1),
        })
      ).id,
      patrol: (await write({ kind: 'patrol', text: '机房温度正常', persons: [{ name: '赵某' }] })).id,
    };
    if (state === 'indexed') test.station.tidy();
    const found = async (text: string, more: Partial<InputOf<typeof dutyLog.search>> = {}) =>
      (await test.search({ text, ...more })).rows.map(({ id }) => Object.entries(ids).find(([, other]) => other === id)?.[0]);
    return { ...test, found };
  })();

  test.each([
    ['东', ['incident']],
    ['摄像机', ['incident']],
    ['，', ['incident']],
    ['像机离线，已', ['incident']],
    ['dcq', ['incident']],
    ['hplk', ['incident']],
    ['sxjlx', ['incident']],
    ['SXJ', ['incident']],
    ['oy', ['call']],
    ['欧阳', ['call']],
    ['5678', ['call']],
    ['dc-02', ['incident']],
    ['ＤＣ-０２', ['incident']],
    ['值班员甲', ['patrol', 'call', 'incident']],
    ['zbyj', ['patrol', 'call', 'incident']],
    ['a-2026-000002', ['call']],
    ['离线 和平', ['incident']],
    ['离线 机房', []],
    ['来电', ['call']],
    ['ld', ['call']],
    ['patrol', ['patrol']],
    ['11-05', ['call', 'incident']],
    ['2026-11-05', ['call', 'incident']],
    ['11月5日', ['call', 'incident']],
    ['11月5日 离线', ['incident']],
    ['2026年11月22日', ['patrol']],
    ['11-06', []],
    ['摄机', []],
    ['%', []],
    ['"', []],
    ['" OR 东 *', []],
  ])('%s', async (text, expected) => {
    expect(await (await made).found(text)).toEqual(expected);
  });

  test('a date is text when it is asked for as text', async () => {
    const { found, search } = await made;
    expect(await found('11-05', { literal: true })).toEqual([]);
    expect((await search({ text: '11-05' })).days).toEqual(['2026-11-05']);
  });

  test('what to highlight stands in the row, and where else it was found', async () => {
    const { search } = await made;
    const { rows } = await search({ text: '和平 枪机 zby' });
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.marks.map(([from, to]) => row.text.slice(from, to))).toEqual(['和平']);
    expect(row?.hits.map(({ part, text, marks }) => [part, ...marks.map(([from, to]) => text.slice(from, to))])).toEqual([
      ['author', '值班员'],
      ['place', '和平'],
      ['device', '枪机'],
    ]);
  });

  test('kinds and dates of the filter narrow what was typed', async () => {
    const { found } = await made;
    expect(await found('值班员', { kinds: ['call', 'patrol'] })).toEqual(['patrol', 'call']);
    expect(await found('值班员', { until: Date.UTC(2026, 10, 5) })).toEqual(['incident']);
    expect(await found('值班员', { lateOnly: true })).toEqual(['call', 'incident']);
  });
});

test('more than a thousand are counted as 1000 and more, and paged to the last', async () => {
  const { station, search, count } = await desk('many');
  const { journal } = station;
  journal.transact(() =>
    journal.append(
      'station',
      Array.from({ length: 1_100 }, (_, i) =>
        logEntryWritten(journal.newId(), {
          ...plain,
          number: `Z-2026-${String(i).padStart(6, '0')}`,
          text: '机房正常',
          occurredAt: Date.UTC(2026, 9, 1) + Math.floor(i / 50) * minute,
        }),
      ),
    ),
  );
  const first = await search({ text: '正常', limit: 100 });
  expect(await count({ text: '正常' })).toEqual({ count: 1_000, more: true });
  expect(await count({ text: '正常', until: Date.UTC(2026, 9, 1) + minute })).toEqual({ count: 50, more: false });
  const seen = new Set(first.rows.map(({ id }) => id));
  for (let { next } = first; next !== undefined; ) {
    const page = await search({ text: '正常', limit: 100, before: next });
    for (const { id } of page.rows) seen.add(id);
    next = page.next;
  }
  expect(seen.size).toBe(1_100);
});

test('after a rebuild the tables are the same and so is every answer', async () => {
  const { station, clock, token, search, write } = await desk('rebuild');
  // Refused where an entry was voided before.
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) {
    clock.pass(hour);
    ids.push((await write({ text: `第${i}条 ${'东城区离线'.slice(i % 5)}`, occurredAt: clock.time - (i % 3) * day })).id);
    const id = ids[(i * 7) % ids.length] as string;
    if (i % 4 === 1)
      await station.call(
        dutyLog.correct,
        { id, changes: { text: `更正${i} 西城区恢复`, occurredAt: clock.time - i * hour }, reason: '记错' },
        token(),
      );
    if (i % 5 === 2) await station.call(dutyLog.followUp, { id, text: `续报${i} 已到场` }, token());
    if (i % 9 === 3) await station.call(dutyLog.void, { id, reason: '重复' }, token());
  }
  const queries = ['东城', '区', '西城区恢复', 'dcq', 'xcq', '续报', '重复', '记错', '11-03', '第1', 'A-2026', '更正 离线'];
  const answers = async () => {
    const all = [];
    for (const text of queries) all.push({ ...(await search({ text, limit: 100 })), ms: 0 });
    return all;
  };
  const [tables, before] = [dump(station), await answers()];
  station.journal.rebuild();
  expect(dump(station)).toEqual(tables);
  expect(await answers()).toEqual(before);
  expect(before.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(10);
  station.tidy();
  expect(await answers()).toEqual(before);
  // The index itself finds nothing wrong with what it was told to forget.
  station.journal.raw.exec("INSERT INTO log_search (log_search) VALUES ('integrity-check')");
});

test('what was rolled back is not found', async () => {
  const { station, count } = await desk('rolled back');
  const { journal } = station;
  expect(() =>
    journal.transact(() => {
      journal.append('station', [logEntryWritten(journal.newId(), { ...plain, number: 'Z-2026-000001', text: '不算数' })]);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(await count({ text: '不算数' })).toEqual({ count: 0, more: false });
});

test('what a search showed is shown as it is now after a correction, a roll-back and a rebuild', async () => {
  const { station, search, write, token } = await desk('shown again');
  const { id } = await write({ text: '东城区离线' });
  const shown = async (text: string) => (await search({ text })).rows.map((row) => [row.text, row.corrected, row.followUps]);
  expect(await shown('东城')).toEqual([['东城区离线', false, 0]]);
  must(await station.call(dutyLog.followUp, { id, text: '已到场', attachments: [] }, token()));
  expect(await shown('东城')).toEqual([['东城区离线', false, 1]]);
  must(await station.call(dutyLog.correct, { id, changes: { text: '东城区恢复' }, reason: '记错' }, token()));
  expect(await shown('东城')).toEqual([['东城区恢复', true, 1]]);
  const { journal } = station;
  expect(() =>
    journal.transact(() => {
      journal.append('station', [logEntryFollowedUp(id, { author: '值班员甲', text: '不算数', attachments: [] })]);
      journal.folding.flush();
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(await shown('东城')).toEqual([['东城区恢复', true, 1]]);
  journal.rebuild();
  expect(await shown('东城')).toEqual([['东城区恢复', true, 1]]);
});

test.each([1, 40])('what waits is known in the first commit after an opening too, of %s entries', async (entries) => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const first = await founded(memoryStation('waiting', folder));
  const write = async (text: string) => must(await first.station.call(dutyLog.write, { kind: 'call', text }, first.token)).id;
  const indexed = await write('东城区离线');
  first.station.tidy();
  const waiting = await write('西城区离线');
  first.station.close();
  const { station, clock } = memoryStation('waiting again', folder);
  onTestFinished(() => station.close());
  const { journal } = station;
  const moved = { author: '值班员甲', changes: { occurredAt: clock.time - day }, replaces: [], reason: '记错' };
  journal.transact(() =>
    journal.append('station', [
      ...[indexed, waiting].map((id) => logEntryCorrected(id, moved)),
      ...Array.from({ length: entries }, (_, i) =>
        logEntryWritten(journal.newId(), { ...plain, number: `Z-2026-${String(i).padStart(6, '0')}`, text: '南城区离线' }),
      ),
    ]),
  );
  const found = async (text: string) => must(await station.call(dutyLog.search, { text, limit: 100 }, first.token)).rows.length;
  for (const state of ['written', 'settled']) {
    expect([state, await found('东城'), await found('西城'), await found('南城'), await found('离线')]).toEqual([
      state,
      1,
      1,
      entries,
      entries + 2,
    ]);
    station.tidy();
    journal.raw.exec("INSERT INTO log_search (log_search) VALUES ('integrity-check')");
  }
  const rows = journal.raw.prepare<[string], number>('SELECT count(*) FROM log_search WHERE log_search MATCH ?').pluck();
  expect(rows.get('"=离线"')).toBe(entries + 2);
});

test('what waits to be indexed is found after the station was opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const first = await founded(memoryStation('waiting', folder));
  must(await first.station.call(dutyLog.write, { kind: 'call', text: '东城区离线' }, first.token));
  first.station.close();
  const { station } = memoryStation('waiting again', folder);
  onTestFinished(() => station.close());
  const found = async () => must(await station.call(dutyLog.search, { text: 'dcq' }, first.token)).rows.length;
  expect(await found()).toBe(1);
  station.tidy();
  expect(await found()).toBe(1);
});
