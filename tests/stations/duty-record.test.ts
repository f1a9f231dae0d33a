import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/shared/canonical';
import { contracts } from '../../src/shared/contracts';
import { hour, minute } from '../../src/shared/time';
import { dump } from '../support/dump';
import { exchange, trust } from '../support/exchange';
import { must } from '../support/memory-station';
import { at, shiftDesk } from '../support/shift-desk';

const { dutyRecord, dutyLog, attendance } = contracts;
const night = '2026-11-22/night';
const begin = at('2026-11-22', '20:00');
const end = at('2026-11-23', '08:00');

async function nightShift(seed: string) {
  const desk = await shiftDesk(seed, begin - 10 * minute);
  const { station, session } = desk;
  const chen = await desk.member('chen', '陈晓澜');
  const wang = await desk.member('wang', '王梓昂');
  const han = await desk.member('han', '韩志原', ['shiftLeader']);
  desk.roster(night, [chen.person, wang.person], han.person);
  for (const one of [chen, han]) must(await desk.checkIn(one));
  const of = async (key = night) => must(await station.call(dutyRecord.of, { shift: key }, session()));
  const urgencies = async () => Object.fromEntries((await of()).map(({ person, urgency }) => [person.name, urgency]));
  const one = async (id: string) => must(await station.call(dutyRecord.one, { id }, session()));
  return { ...desk, chen, wang, han, of, urgencies, one };
}

test('drafted live: shift, leader, colleagues, check-in, figures, the officer’s own important entries', async () => {
  const { station, chen, wang, han, goTo } = await nightShift('draft');
  goTo(begin + hour);
  const write = async (kind: 'incident' | 'call' | 'instruction', text: string, who = chen) =>
    must(await station.call(dutyLog.write, { kind, text }, who.session()));
  await write('incident', '人民路球机黑屏');
  await write('call', '来电咨询');
  await write('incident', '他人所记', wang);
  const voided = await write('instruction', '误记');
  must(await station.call(dutyLog.void, { id: voided.id, reason: '误报' }, chen.session()));
  goTo(begin + 2 * hour);
  const { draft, signed } = must(await station.call(dutyRecord.draft, {}, chen.session()));
  expect(signed).toBeUndefined();
  expect(draft).toMatchObject({
    shift: { key: night, name: '夜班', start: begin, end },
    officer: chen.person,
    post: 'officer',
    leader: han.person,
    colleagues: [],
    checkedInAt: begin - 10 * minute,
    minutesLate: 0,
    important: [{ number: 'A-2026-000001', kind: 'incident', text: '人民路球机黑屏' }],
  });
  expect(draft.figures).toContainEqual({ key: 'log.incident', value: 2 });
  await write('instruction', '领导指示');
  goTo(begin + 2 * hour + minute);
  expect(must(await station.call(dutyRecord.draft, { shift: night, account: chen.account }, han.session())).draft.important).toHaveLength(
    2,
  );
});

describe('signing', () => {
  test('freezes the exact content and its hash over canonical JSON; nothing changes it afterwards', async () => {
    const { station, chen, sign, goTo, one } = await nightShift('freeze');
    goTo(end);
    const { id, hash } = must(await sign(chen, night, { weather: '小雨转阴', problems: '三号工位话机杂音', remark: '无' }));
    const before = await one(id);
    expect(before.signed).toMatchObject({
      hash,
      sound: true,
      content: { summary: '当班情况正常', weather: '小雨转阴', officer: chen.person, reason: '', station: 'A', signedAt: end },
    });
    expect(createHash('sha256').update(canonicalJson(before.signed.content)).digest('hex')).toBe(hash);
    must(await station.call(dutyLog.write, { kind: 'incident', text: '补记', occurredAt: end - hour }, chen.session()));
    expect(await sign(chen, night, { summary: '改口' })).toMatchObject({ refusal: { code: 'alreadySigned' } });
    station.journal.rebuild();
    expect(await one(id)).toEqual(before);
    expect(must(await station.call(dutyRecord.mine, {}, chen.session()))).toEqual([before]);
  });

  test('only by who was on the shift, on the roster or by check-in; otherwise with a reason that is recorded', async () => {
    const { member, checkIn, wang, han, sign, goTo, of, one } = await nightShift('who');
    const zhao = await member('zhao', '赵启杭');
    const he = await member('he', '何立群', ['engineer']);
    goTo(begin + hour);
    must(await checkIn(he, { reason: '顶班' }));
    goTo(end);
    for (const who of [wang, han, he]) must(await sign(who, night));
    expect(await sign(zhao, night)).toMatchObject({ refusal: { code: 'notOnShift', params: { name: '赵启杭' } } });
    const { id } = must(await sign(zhao, night, { reason: '陈晓澜就医，代签' }));
    expect((await one(id)).signed.content.reason).toBe('陈晓澜就医，代签');
    expect((await of()).map(({ person, owed, signed }) => [person.name, owed, signed !== undefined])).toEqual([
      ['韩志原', false, true],
      ['陈晓澜', true, false],
      ['王梓昂', true, true],
      ['何立群', true, true],
      ['赵启杭', false, true],
    ]);
  });

  test('from 60 minutes before the end; earlier only with a reason; never before the beginning', async () => {
    const { chen, wang, sign, goTo } = await nightShift('when');
    expect(await sign(chen, night)).toMatchObject({ refusal: { code: 'notBegun' } });
    goTo(end - hour - 1);
    expect(await sign(chen, night)).toMatchObject({ refusal: { code: 'early', params: { from: end - hour } } });
    expect(await sign(chen, night, { reason: '身体不适，提前交班' })).toMatchObject({ ok: true });
    goTo(end - hour);
    expect(await sign(wang, night)).toMatchObject({ ok: true });
  });

  test('a wrong password counts towards the lock, an administrator signs nothing', async () => {
    const { chen, sign, goTo } = await nightShift('password');
    goTo(end);
    for (let i = 0; i < 5; i++) {
      expect(await sign({ signer: { login: 'chen', password: 'falsch' } }, night)).toMatchObject({ refusal: { code: 'wrongPassword' } });
    }
    expect(await sign(chen, night)).toMatchObject({ refusal: { code: 'accountLocked' } });
    expect(await sign({ signer: { login: 'audit', password: 'Shenji-2026' } }, night, { reason: '试' })).toMatchObject({
      refusal: { code: 'notADeskAccount' },
    });
  });
});

test('corrections stand beside it, dated and signed; by the officer or a leader', async () => {
  const { station, session, chen, wang, han, sign, goTo, one } = await nightShift('correct');
  goTo(end);
  const { id, hash } = must(await sign(chen, night));
  const original = (await one(id)).signed;
  goTo(end + hour);
  const correct = (who: typeof chen) =>
    station.call(dutyRecord.correct, { id, text: '来访应为 2 人次', reason: '漏计', signer: who.signer }, session());
  expect(await correct(wang)).toMatchObject({ refusal: { code: 'notYourRecord', params: { name: '陈晓澜' } } });
  expect(await correct({ ...chen, signer: { login: 'chen', password: 'falsch' } })).toMatchObject({ refusal: { code: 'wrongPassword' } });
  must(await correct(chen));
  must(await correct(han));
  const record = await one(id);
  expect(record.signed).toEqual(original);
  expect(record.corrections).toMatchObject([
    { sound: true, content: { of: hash, signer: chen.person, signedAt: end + hour, text: '来访应为 2 人次' } },
    { sound: true, content: { signer: han.person } },
  ]);
});

test('one changed byte in the table of a signed record is named; a rebuild brings back what was signed', async () => {
  const { station, chen, sign, goTo, one, of } = await nightShift('byte');
  goTo(end);
  const { id } = must(await sign(chen, night, { summary: '共接警三起' }));
  station.journal.raw.exec(`UPDATE duty_records SET doc = replace(doc, '共接警三起', '共接警二起')`);
  expect((await one(id)).signed).toMatchObject({ sound: false, content: { summary: '共接警二起' } });
  expect((await of()).find(({ person }) => person.name === '陈晓澜')?.signed).toMatchObject({ sound: false });
  station.journal.rebuild();
  expect((await one(id)).signed).toMatchObject({ sound: true, content: { summary: '共接警三起' } });
});

test('due: amber from the end, red 15 minutes later, gone once signed; nothing of who was noted absent, nothing of the leader', async () => {
  const { station, chen, sign, goTo, urgencies, session } = await nightShift('due');
  goTo(begin + 5 * minute);
  station.notice();
  goTo(end - 1);
  expect(await urgencies()).toEqual({ 韩志原: 'none', 陈晓澜: 'none', 王梓昂: 'none' });
  goTo(end);
  expect(await urgencies()).toEqual({ 韩志原: 'none', 陈晓澜: 'amber', 王梓昂: 'none' });
  goTo(end + 15 * minute);
  const due = must(await station.call(dutyRecord.due, {}, session()));
  expect(due).toMatchObject([{ person: chen.person, urgency: 'red', account: { login: 'chen' } }]);
  must(await sign(chen, night));
  expect(must(await station.call(dutyRecord.due, {}, session()))).toEqual([]);
});

test('two desks apart: what both signed is kept, the first stands and the record says so', async () => {
  const east = await nightShift('apart east');
  const west = await shiftDesk('apart west', begin, 'B');
  trust(east.station, west.station);
  exchange(east.station, west.station);
  east.goTo(end + minute);
  west.goTo(end);
  must(await east.sign(east.chen, night, { summary: '东席所写' }));
  const { id } = must(await west.sign(east.chen, night, { summary: '西席所写' }));
  exchange(east.station, west.station);
  expect(dump(west.station)).toEqual(dump(east.station));
  const record = await east.one(id);
  expect(record.signed.content).toMatchObject({ summary: '西席所写', station: 'B' });
  expect(record.alsoSigned).toMatchObject([{ sound: true, content: { summary: '东席所写', station: 'A' } }]);
  expect((await east.of()).find(({ person }) => person.name === '陈晓澜')?.signed).toMatchObject({ contested: true });
});

test('attendance is asked by everyone of the desk, by no administrator', async () => {
  const { station, sys } = await nightShift('roles');
  for (const procedure of [attendance.shift, dutyRecord.due]) {
    expect(await station.call(procedure, {}, sys)).toMatchObject({ refusal: { code: 'notAllowed' } });
  }
});
