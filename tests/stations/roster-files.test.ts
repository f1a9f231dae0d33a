import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { brokenByImport } from '../../src/shared/roster-files/broken-by-import';
import { decidedRoster } from '../../src/shared/roster-files/decided';
import type { RosterIssue, RosterPreviewed, RosterReading } from '../../src/shared/roster-files/reading';
import { shiftByKey, shiftsOn } from '../../src/station/roster';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';

const { people, rosterFiles } = contracts;
const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../fixtures', name)).toString('base64');
const file = { name: 'roster.xlsx', content: fixture('roster.xlsx') };

/** A station with the unit's people in its register. */
async function desk(seed: string) {
  const made = await founded(memoryStation(seed, ':memory:', Date.UTC(2026, 10, 22)));
  const list = { name: 'people.xlsx', content: fixture('people.xlsx') };
  const { rows } = must(await made.station.call(people.previewImport, list, made.token));
  const leaveOut = rows.filter(({ outcome }) => outcome === 'error' || outcome === 'duplicate').map(({ key }) => key);
  must(await made.station.call(people.import, { ...list, leaveOut }, made.token));
  for (const { person, outcome } of rows) {
    if (outcome === 'error')
      must(await made.station.call(people.register, { name: person.name, post: person.post, group: person.group }, made.token));
  }
  const book = { db: made.station.journal.db, zone: 'Asia/Shanghai' };
  const shift = (key: string) => {
    const found = shiftByKey(book, key);
    return found && { leader: found.leader?.name, officers: found.officers.map(({ name }) => name), open: found.open };
  };
  return { ...made, book, shift };
}

const issueOf = (reading: RosterReading, kind: RosterIssue['kind']) => reading.issues.filter((issue) => issue.kind === kind);
const nameOf = (issue: RosterIssue | undefined, key: string | null | undefined) =>
  issue?.options.find((option) => option.key === key)?.person?.name;

describe('the roster as the unit keeps it', () => {
  let at: Awaited<ReturnType<typeof desk>>;
  let reading: RosterPreviewed;
  beforeAll(async () => {
    at = await desk('real');
    reading = must(await at.station.call(rosterFiles.preview, file, at.token));
  });

  test('every date is read, from text and from bare day numbers, and fits its day of the week', () => {
    expect(reading).toMatchObject({ sheet: '12月', year: 2026, yearFrom: 'title', unusedColumns: [] });
    expect(reading.rows.map(({ date }) => date)).toEqual(Array.from({ length: 31 }, (_, i) => `2026-12-${String(i + 1).padStart(2, '0')}`));
    expect(reading.shifts.map(({ key, column }) => [key, column])).toEqual([
      ['day', 'D'],
      ['night', 'E'],
    ]);
    expect(reading.skipped).toHaveLength(1);
    expect(issueOf(reading, 'weekdayDiffers')).toEqual([]);
  });

  test('names parted by five kinds of separator, short names padded with a wide blank', () => {
    const names = (row: number, column: string) =>
      reading.rows
        .find((one) => one.row === row)
        ?.cells.find(({ cell }) => cell === `${column}${row}`)
        ?.names.map(({ person }) => person?.name);
    expect(names(3, 'D')).toEqual(['马超', '黄静']);
    expect(names(4, 'D')).toEqual(['宋晓东', '李静']);
    expect(names(4, 'E')).toEqual(['郑霞', '林新宇']);
    expect(names(5, 'D')).toEqual(['唐志强', '杨艳']);
    expect(names(6, 'D')).toEqual(['林涛', '黄敏']);
    expect(names(7, 'D')).toEqual(['吴磊', '何卫平']);
    expect(names(32, 'D')).toEqual(['郑霞', '林新宇', '韩霞', '孙艳']);
    expect(names(14, 'D')).toEqual(['林涛', '黄敏']);
  });

  test('a merged leader stands for every date beside it', () => {
    const leaders = reading.rows.map(({ cells }) => cells.find(({ post }) => post === 'leader')?.names[0]?.person?.name);
    expect(leaders.slice(0, 13)).toEqual(Array(13).fill('罗少军'));
    expect(leaders.slice(13)).toEqual([...Array(7).fill('韩刚'), ...Array(7).fill('周少军'), ...Array(4).fill('林大伟')]);
  });

  test('just the four things that are not plain are asked about, each with what to do', () => {
    expect(reading.issues.map(({ kind, cells }) => [kind, ...cells])).toEqual([
      ['standIn', 'D9'],
      ['unknownName', 'E15'],
      ['abbreviation', 'D24'],
      ['openPost', 'F30'],
    ]);
    const [unknown] = issueOf(reading, 'unknownName');
    expect(unknown).toMatchObject({ text: '欧阳震华', proposed: null, anyPerson: true });
    const [short] = issueOf(reading, 'abbreviation');
    expect(nameOf(short, short?.proposed)).toBe('郑霞');
    const [standIn] = issueOf(reading, 'standIn');
    expect([nameOf(standIn, 'standIn'), nameOf(standIn, 'original')]).toEqual(['于磊', '孙艳']);
    expect(issueOf(reading, 'openPost')[0]).toMatchObject({ proposed: 'open day 1' });
  });

  test('the preview writes nothing', async () => {
    const before = dump(at.station);
    must(await at.station.call(rosterFiles.preview, file, at.token));
    expect(dump(at.station)).toEqual(before);
  });

  test('nothing comes in while one thing is undecided, or without a reason', async () => {
    const before = dump(at.station);
    const answer = await at.station.call(rosterFiles.import, { ...file, reason: '12月排班' }, at.token);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'issuesUndecided', params: { count: 1, cell: 'E15' } } });
    const decisions = [{ issue: issueOf(reading, 'unknownName')[0]?.key ?? '', option: 'asWritten' }];
    const { changes } = decidedRoster(reading, decisions, () => undefined);
    const broken = brokenByImport(reading.held, changes);
    expect(broken.map(({ rule }) => rule)).toContain('unknownPerson');
    // What the preview shows by day is what the station asks a reason for.
    expect(await at.station.call(rosterFiles.import, { ...file, decisions }, at.token)).toMatchObject({
      refusal: { code: 'reasonNeeded', params: { count: broken.length, date: broken[0]?.date } },
    });
    expect(await at.station.call(rosterFiles.import, { ...file, decisions, reason: 'x', plan: 'other' }, at.token)).toMatchObject({
      refusal: { code: 'rosterChanged' },
    });
    expect(await at.station.call(rosterFiles.import, { ...file, decisions, reason: 'x' }, at.sec)).toMatchObject({
      refusal: { code: 'notAllowed' },
    });
    expect(dump(at.station)).toEqual(before);
  });

  test('what was previewed is what is written; brought in again it changes nothing', async () => {
    const decisions = [{ issue: issueOf(reading, 'unknownName')[0]?.key ?? '', option: 'asWritten' }];
    const wanted = decidedRoster(reading, decisions, () => undefined);
    const input = { ...file, decisions, plan: reading.plan, reason: '12月排班' };
    expect(must(await at.station.call(rosterFiles.import, input, at.token))).toEqual({ changed: 62, unchanged: 0 });
    for (const { key, officers, leader, open } of wanted.assignments) {
      expect(at.shift(key)).toEqual({ leader: leader?.name, officers: officers.map(({ name }) => name), open });
    }
    expect(at.shift('2026-12-07/day')).toEqual({ leader: '罗少军', officers: ['徐俊杰', '于磊'], open: 0 });
    expect(at.shift('2026-12-13/night')).toEqual({ leader: '罗少军', officers: ['马超', '欧阳震华'], open: 0 });
    expect(at.shift('2026-12-22/day')).toEqual({ leader: '周少军', officers: ['郑霞', '林新宇'], open: 0 });
    expect(at.shift('2026-12-28/day')).toEqual({ leader: '林大伟', officers: ['林涛'], open: 1 });
    expect(at.shift('2026-12-28/night')).toMatchObject({ officers: ['韩霞', '孙艳'], open: 0 });
    const before = dump(at.station);
    const again = must(await at.station.call(rosterFiles.preview, file, at.token));
    // The name outside the register stands there now: who it is is settled.
    expect(again.issues.map(({ kind }) => kind)).toEqual(['standIn', 'abbreviation', 'openPost']);
    expect(must(await at.station.call(rosterFiles.import, { ...file, plan: again.plan }, at.token))).toEqual({ changed: 0, unchanged: 62 });
    expect(dump(at.station)).toEqual(before);
  });

  test('the reason keeps for whom somebody stands in', () => {
    const docs = at.station.journal.raw
      .prepare<[], string>(`SELECT doc FROM shifts WHERE date = '2026-12-07' ORDER BY starts`)
      .pluck()
      .all();
    expect(docs.map((doc) => JSON.parse(doc).roster.reason)).toEqual(['12月排班；于磊替孙艳', '12月排班']);
  });

  test('somebody else of the register may be named for an unknown name, and a post left open instead', async () => {
    const other = await desk('decide');
    const first = must(await other.station.call(rosterFiles.preview, file, other.token));
    const [unknown] = issueOf(first, 'unknownName');
    const [found] = must(await other.station.call(people.find, { text: '韩伟' }, other.token));
    const decide = (option: string) =>
      decidedRoster(first, [{ issue: unknown?.key ?? '', option }], (id) => (id === found?.id ? { id, name: '韩伟' } : undefined));
    const night = (option: string) => decide(option).assignments.find(({ key }) => key === '2026-12-13/night');
    expect(night(`person ${found?.id}`)?.officers.map(({ name }) => name)).toEqual(['马超', '韩伟']);
    expect(night('leaveOpen')).toMatchObject({ open: 1 });
    expect(night('leaveOut')).toMatchObject({ open: 0, officers: [{ name: '马超' }] });
    expect(decide('person nobody').undecided).toHaveLength(1);
    other.station.close();
  });

  test('the exported file is the same roster: the unit’s matrix, read back without a question', async () => {
    const { name, content } = must(await at.station.call(rosterFiles.spreadsheet, { first: '2026-12-01', last: '2026-12-31' }, at.token));
    expect(name).toBe('某市公安局指挥中心2026年12月值班表.xlsx');
    const back = must(await at.station.call(rosterFiles.preview, { name, content }, at.token));
    expect(back.issues).toEqual([]);
    expect(back.title).toBe('某市公安局指挥中心2026年12月值班表');
    const decided = decidedRoster(back, [], () => undefined);
    expect(decided.changes).toEqual([]);
    expect(decided.assignments).toHaveLength(62);
    expect(shiftsOn(at.book, '2026-12-01', '2026-12-31')).toHaveLength(62);
  });

  test('rule: an abbreviation is proposed only where the file shows whom it means; who has left is asked about', async () => {
    const other = await desk('left');
    const [zheng] = must(await other.station.call(people.find, { text: '郑霞' }, other.token));
    must(await other.station.call(people.leave, { id: zheng?.id ?? '', date: '2026-11-20', reason: '调离' }, other.token));
    const first = must(await other.station.call(rosterFiles.preview, file, other.token));
    const [short] = issueOf(first, 'abbreviation');
    expect(short?.proposed).toBeNull();
    expect(short?.options.flatMap(({ person }) => person?.name ?? [])).toEqual(['郑敏']);
    expect(issueOf(first, 'hasLeft')).toMatchObject([{ text: '郑霞', proposed: null }]);
    other.station.close();
  });

  test('what is no roster is refused in words', async () => {
    const call = (content: string) => at.station.call(rosterFiles.preview, { name: 'x.xlsx', content }, at.token);
    expect(await call(fixture('people.xlsx'))).toMatchObject({ refusal: { code: 'noRosterFound' } });
    expect(await call(Buffer.from('no spreadsheet').toString('base64'))).toMatchObject({ refusal: { code: 'notASpreadsheet' } });
  });
});
