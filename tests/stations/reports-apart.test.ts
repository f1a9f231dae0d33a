import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { reportClockOf } from '../../src/shared/reports/clock';
import { minute } from '../../src/shared/time';
import { apartDesks } from '../support/apart-desks';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';

const { reports, dutyLog } = contracts;
const contents = { time: 1, place: '人民路', source: '110', nature: '相撞', scope: '拥堵', trend: '缓解', measures: '已派警' };
const shiftLeader = { to: { name: '钱带班' }, role: 'shiftLeader', means: 'phone' } as const;
const office = { to: { name: '孙主任' }, role: 'office', means: 'phone' } as const;

async function oneEntry(seed: string) {
  const desks = await apartDesks(`reports ${seed}`);
  const { east, west, meet, pass } = desks;
  const entry = must(await east.station.call(dutyLog.write, { kind: 'incident', text: '多车相撞' }, east.token));
  meet();
  pass(1_000);
  const mark = async (at: typeof east) => must(await at.station.call(reports.start, { logEntry: entry.id }, at.token));
  const say = (at: typeof east, verb: keyof typeof reports, input: object) => at.station.answer(`reports.${verb}`, input, at.token);
  const agreed = async (id: string) => {
    meet();
    expect(dump(west.station)).toEqual(dump(east.station));
    return must(await west.station.call(reports.one, { id }, west.token));
  };
  return { ...desks, entry, mark, say, agreed };
}

test('both desks mark the same entry: one report, both numbers kept, neither given again', async () => {
  const { east, west, mark, agreed, pass } = await oneEntry('both');
  const [inEast, inWest] = [await mark(east), await mark(west)];
  expect(inWest.id).toBe(inEast.id);
  const report = await agreed(inEast.id);
  expect(report).toMatchObject({ state: 'started', contested: false });
  expect(report.numbers.toSorted()).toEqual(['A-2026-000001', 'B-2026-000001']);
  pass(minute);
  for (const at of [east, west]) {
    const further = must(await at.station.call(dutyLog.write, { kind: 'call', text: '又一起' }, at.token));
    const { number } = must(await at.station.call(reports.start, { logEntry: further.id }, at.token));
    expect(number.slice(1)).toBe('-2026-000002');
  }
});

test('one desk tells the shift leader, the other the office: together they were in time', async () => {
  const { east, west, mark, say, agreed, pass, meet } = await oneEntry('told');
  const { id } = await mark(east);
  meet();
  pass(minute);
  await say(east, 'tell', { id, told: shiftLeader });
  await say(west, 'send', { id, contents, told: [office] });
  const report = await agreed(id);
  expect(reportClockOf(report, west.clock.now())).toMatchObject({ verdict: 'onTime' });
});

test('both notice the missing report apart: it is on record once', async () => {
  const { east, west, mark, agreed, pass, meet } = await oneEntry('missed');
  const { id } = await mark(east);
  meet();
  pass(6 * minute);
  east.station.notice();
  pass(minute);
  west.station.notice();
  const report = await agreed(id);
  expect(report.timeline.map(({ verb }) => verb)).toEqual(['start', 'missed']);
  west.station.notice();
  expect((await agreed(id)).timeline).toHaveLength(2);
});

test('one noted it missing while the other had reported: both stay, and it was in time', async () => {
  const { east, west, mark, say, agreed, pass, meet } = await oneEntry('missed and made');
  const { id } = await mark(east);
  meet();
  pass(minute);
  await say(east, 'send', { id, contents, told: [shiftLeader, office] });
  pass(6 * minute);
  west.station.notice();
  const report = await agreed(id);
  expect(reportClockOf(report, west.clock.now()).verdict).toBe('onTime');
  expect(report.missedNotedAt).toBeDefined();
});

test('final here, taken back there: contested, open until one who knows both decides', async () => {
  for (const decision of ['finish', 'withdraw'] as const) {
    const { east, west, mark, say, agreed, meet } = await oneEntry(`contested ${decision}`);
    const { id } = await mark(east);
    meet();
    await say(east, 'finish', { id, contents, told: [shiftLeader, office] });
    await say(west, 'withdraw', { id, reason: '误标' });
    const report = await agreed(id);
    expect(report).toMatchObject({ contested: true, state: 'sent' });
    expect(report.sides.map(({ letter }) => letter).toSorted()).toEqual(['A', 'B']);
    expect(must(await east.station.call(reports.open, {}, east.token))).toHaveLength(1);
    expect(await say(west, decision, { id, contents, reason: '经核实为误标' })).toMatchObject({ ok: true });
    expect(await agreed(id)).toMatchObject({ contested: false, state: decision === 'finish' ? 'final' : 'withdrawn' });
  }
});

test('both send the final report apart: both are kept, nothing is contested, the first ended it', async () => {
  const { east, west, mark, say, agreed, meet, pass } = await oneEntry('both final');
  const { id } = await mark(east);
  meet();
  await say(east, 'finish', { id, contents });
  const endedAt = east.clock.now();
  pass(minute);
  await say(west, 'finish', { id, contents: { ...contents, trend: '结束' } });
  const report = await agreed(id);
  expect(report).toMatchObject({ state: 'final', contested: false, endedAt });
  expect(report.timeline.filter(({ stage }) => stage === 'final')).toHaveLength(2);
});
