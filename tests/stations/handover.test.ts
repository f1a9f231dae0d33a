import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { HandoverView } from '../../src/shared/handover/contract';
import { hour, minute } from '../../src/shared/time';
import { at, type Member, type RosteredStation, rosteredStation } from '../support/rostered-desk';
import { must } from '../support/memory-station';

const { handover, dutyLog, faults, matters, roster } = contracts;

async function nightOfThe22nd(seed: string) {
  const desk = await rosteredStation(seed);
  const { station, watch, clock } = desk;
  const shift = '2026-11-22/night';
  const roster = must(await station.call(handover.one, { shift }, watch.first[0]?.token));
  const find = (name: string) =>
    Object.values(watch)
      .flat()
      .find((one) => one.name === name) as Member;
  const outgoing = roster.shift.officers.map(({ name }) => find(name));
  const incoming = roster.next.officers.map(({ name }) => find(name));
  const leader = find(roster.shift.leader?.name ?? '');
  clock.time = at('2026-11-22', '22:00');
  return { ...desk, shift, outgoing, incoming, leader };
}

type Night = Awaited<ReturnType<typeof nightOfThe22nd>>;

async function incident(night: Night, text: string) {
  return must(await night.station.call(dutyLog.write, { kind: 'incident', text }, night.outgoing[0]?.token));
}

async function fault(night: Night, symptom: string, grade: 'A' | 'B' | 'C' = 'B') {
  const report = { symptom, place: '人民路口', subsystem: 'frontEnd' as const, class: grade };
  return must(await night.station.call(faults.report, report, night.outgoing[0]?.token));
}

const view = async (night: Pick<RosteredStation, 'station'> & { shift: string; outgoing: Member[] }): Promise<HandoverView> =>
  must(await night.station.call(handover.one, { shift: night.shift }, night.outgoing[0]?.token));

async function sign(night: Night, more: object = {}) {
  const { seen } = await view(night);
  return night.station.call(
    handover.signOutgoing,
    { shift: night.shift, seen, signer: night.outgoing[0]?.signer as never, ...more },
    night.outgoing[0]?.token,
  );
}

async function answerAll(night: Night, version: string, kind: 'known' | 'question' = 'known') {
  const { content } = await view(night);
  const answers = content.items.map(({ key }) => ({
    item: key,
    answer: kind,
    text: kind === 'known' ? '' : '何时修复',
    restated: '已掌握情况，继续督促维修',
  }));
  return night.station.call(handover.answer, { shift: night.shift, version, answers }, night.incoming[0]?.token);
}

/** Signed by all three. */
async function handedOver(seed: string) {
  const night = await nightOfThe22nd(seed);
  await incident(night, '南门卡口发生追尾，交警已到场');
  await fault(night, '存储主机离线，录像中断', 'A');
  night.clock.time = at('2026-11-23', '07:50');
  const { version } = must(await sign(night));
  must(await answerAll(night, version));
  must(
    await night.station.call(
      handover.signIncoming,
      { shift: night.shift, version, signer: night.incoming[0]?.signer as never },
      night.incoming[0]?.token,
    ),
  );
  must(
    await night.station.call(handover.signLeader, { shift: night.shift, version, signer: night.leader.signer }, night.incoming[0]?.token),
  );
  return { night, version };
}

test('a night with 3 incidents, 7 open faults and a running matter has its items drafted at T−60, and not before', async () => {
  const night = await nightOfThe22nd('eleven');
  for (const text of ['南门卡口追尾', '东广场人员聚集', '西站配电箱冒烟']) await incident(night, text);
  for (let i = 0; i < 7; i++) await fault(night, `第${i + 1}路画面黑屏`, i === 0 ? 'A' : 'B');
  const matter = { kind: 'instruction' as const, title: '市局指示：核查全部卡口录像', from: { name: '市局指挥室' } };
  must(await night.station.call(matters.open, matter, night.outgoing[0]?.token));
  night.clock.time = at('2026-11-23', '06:59');
  expect(must(await night.station.call(handover.due, {}, night.outgoing[0]?.token))).toBeNull();
  expect((await sign(night)).ok ? '' : 'refused').toBe('refused');
  night.clock.time = at('2026-11-23', '07:00');
  expect(must(await night.station.call(handover.due, {}, night.outgoing[0]?.token))).toMatchObject({ key: night.shift, phase: 'draft' });
  const { content, phase } = await view(night);
  expect(phase).toBe('draft');
  expect(content.items).toHaveLength(11);
  expect(content.items[0]).toMatchObject({ kind: 'fault', highRisk: true, nextCode: 'accept', shiftsOld: 0 });
  expect(content.figures).toContainEqual({ key: 'log.incident', value: 3 });
});

test('one open question keeps signing closed; answered, three passwords lock it', async () => {
  const night = await nightOfThe22nd('question');
  await fault(night, '画面黑屏');
  await incident(night, '东广场人员聚集');
  night.clock.time = at('2026-11-23', '07:30');
  const { version } = must(await sign(night));
  const { station, shift, incoming, outgoing, leader } = night;
  const { content } = await view(night);
  const [first, second] = content.items.map(({ key }) => key);
  const answer = (item: string | undefined, kind: 'known' | 'question', text = '') =>
    station.call(
      handover.answer,
      { shift, version, answers: [{ item: item ?? '', answer: kind, text, restated: '' }] },
      incoming[0]?.token,
    );
  const takeOver = () => station.call(handover.signIncoming, { shift, version, signer: incoming[0]?.signer as never }, incoming[0]?.token);
  must(await answer(first, 'known'));
  expect(await takeOver()).toMatchObject({ refusal: { code: 'itemsUnanswered', params: { count: 1 } } });
  expect(await answer(second, 'question')).toMatchObject({ refusal: { code: 'textNeeded' } });
  must(await answer(second, 'question', '是否已报分局'));
  expect(await takeOver()).toMatchObject({ refusal: { code: 'itemsUnanswered', params: { count: 1 } } });
  must(await station.call(handover.reply, { shift, version, item: second ?? '', text: '已报，电话确认' }, outgoing[0]?.token));
  expect((await view(night)).unanswered).toEqual([second]);
  must(await answer(second, 'known'));
  must(await takeOver());
  expect((await view(night)).phase).toBe('takenOver');
  must(await station.call(handover.signLeader, { shift, version, signer: leader.signer }, incoming[0]?.token));
  const signed = await view(night);
  expect(signed).toMatchObject({ phase: 'complete', version: { intact: true, minutesLate: 0, outgoing: { standing: 'rostered' } } });
  expect(signed.version?.answers.find(({ item }) => item === second)?.talk.map(({ kind }) => kind)).toEqual(['question', 'reply', 'known']);
});

test('a high-risk item is taken only in the incoming officer’s own words, kept beside the original', async () => {
  const night = await nightOfThe22nd('restate');
  await fault(night, '存储主机离线，录像中断', 'A');
  night.clock.time = at('2026-11-23', '07:30');
  const { version } = must(await sign(night));
  const { content } = await view(night);
  const item = content.items[0];
  const restate = (restated: string) =>
    night.station.call(
      handover.answer,
      { shift: night.shift, version, answers: [{ item: item?.key ?? '', answer: 'known', text: '', restated }] },
      night.incoming[0]?.token,
    );
  expect(await restate('')).toMatchObject({ refusal: { code: 'restateNeeded' } });
  expect(await restate('知道了')).toMatchObject({ refusal: { code: 'restateTooShort' } });
  expect(await restate(` ${item?.title}。`)).toMatchObject({ refusal: { code: 'restateCopied' } });
  must(await restate('存储掉了，厂家九点到，盯着录像恢复'));
  expect((await view(night)).version?.answers[0]?.restated).toBe('存储掉了，厂家九点到，盯着录像恢复');
});

test('a count that differs must be explained before the outgoing officer can sign', async () => {
  const night = await nightOfThe22nd('counts');
  const { station, shift, outgoing, leader } = night;
  must(await station.call(handover.keepCountList, { lines: [{ name: '对讲机', unit: '部', expected: 8 }] }, leader.token));
  night.clock.time = at('2026-11-23', '07:30');
  expect(await sign(night)).toMatchObject({ refusal: { code: 'countsUnsettled', params: { name: '对讲机' } } });
  const count = (found: number, explanation = '') =>
    station.call(handover.count, { shift, counts: [{ name: '对讲机', unit: '部', expected: 8, found, explanation }] }, outgoing[0]?.token);
  must(await count(7));
  expect(await sign(night)).toMatchObject({ refusal: { code: 'countsUnsettled' } });
  must(await count(7, '一部送修'));
  must(await sign(night));
  expect(await count(8)).toMatchObject({ refusal: { code: 'alreadyFrozen' } });
});

test('nobody signs a draft they have not seen', async () => {
  const night = await nightOfThe22nd('seen');
  night.clock.time = at('2026-11-23', '07:30');
  const { seen } = await view(night);
  await fault(night, '画面黑屏');
  const stale = { shift: night.shift, seen, signer: night.outgoing[0]?.signer as never };
  expect(await night.station.call(handover.signOutgoing, stale, night.outgoing[0]?.token)).toMatchObject({
    refusal: { code: 'draftChanged' },
  });
});

test('who is not rostered signs only with a recorded reason (代签、代接), and no one signs twice', async () => {
  const night = await nightOfThe22nd('instead');
  const { station, shift, incoming, outgoing } = night;
  night.clock.time = at('2026-11-23', '07:30');
  const stranger = night.watch.third[0] as Member;
  expect(await sign(night, { signer: stranger.signer })).toMatchObject({
    refusal: { code: 'notRostered', params: { name: stranger.name } },
  });
  const { version } = must(await sign(night, { signer: stranger.signer, reason: '原值班员突发疾病送医' }));
  expect((await view(night)).version?.outgoing).toMatchObject({ name: stranger.name, standing: 'instead', reason: '原值班员突发疾病送医' });
  const again = { shift, version, signer: stranger.signer, reason: '同上' };
  expect(await station.call(handover.signIncoming, again, stranger.token)).toMatchObject({ refusal: { code: 'sameSigner' } });
  must(await station.call(handover.signIncoming, { shift, version, signer: incoming[0]?.signer as never }, outgoing[0]?.token));
  const noLeader = { shift, version, signer: incoming[1]?.signer as never };
  expect(await station.call(handover.signLeader, noLeader, outgoing[0]?.token)).toMatchObject({ refusal: { code: 'notALeader' } });
});

test('a wrong password signs nothing and counts towards the lock', async () => {
  const night = await nightOfThe22nd('wrong');
  night.clock.time = at('2026-11-23', '07:30');
  const login = night.outgoing[0]?.login ?? '';
  for (let i = 0; i < 5; i++)
    expect(await sign(night, { signer: { login, password: 'falsch' } })).toMatchObject({ refusal: { code: 'wrongPassword' } });
  expect(await sign(night)).toMatchObject({ refusal: { code: 'accountLocked' } });
  expect((await view(night)).phase).toBe('draft');
});

test('taken back before anybody took over, it is drafted anew; afterwards it stays', async () => {
  const night = await nightOfThe22nd('back');
  const { station, shift, outgoing, incoming } = night;
  night.clock.time = at('2026-11-23', '07:30');
  must(await sign(night));
  const back = (by: Member | undefined) =>
    station.call(handover.takeBack, { shift, reason: '漏列一项', signer: by?.signer as never }, by?.token);
  expect(await back(outgoing[1])).toMatchObject({ refusal: { code: 'notTheSigner' } });
  must(await back(outgoing[0]));
  expect((await view(night)).phase).toBe('draft');
  await fault(night, '漏列的一项');
  const { version } = must(await sign(night));
  must(await answerAll(night, version));
  must(await station.call(handover.signIncoming, { shift, version, signer: incoming[0]?.signer as never }, incoming[0]?.token));
  expect(await back(outgoing[0])).toMatchObject({ refusal: { code: 'alreadyTakenOver' } });
  expect((await view(night)).others).toHaveLength(1);
});

test('what was signed is frozen; a correction stands beside it, dated and signed', async () => {
  const { night, version } = await handedOver('frozen');
  const before = await view(night);
  await fault(night, '交接之后才报的故障');
  must(await night.station.call(dutyLog.write, { kind: 'incident', text: '之后的事' }, night.incoming[0]?.token));
  night.clock.time = at('2026-11-23', '09:10');
  const item = before.content.items[0]?.key ?? '';
  const correction = { shift: night.shift, version, item, text: '实为存储交换机断电', signer: night.outgoing[0]?.signer as never };
  must(await night.station.call(handover.correct, correction, night.incoming[0]?.token));
  const after = await view(night);
  expect(after.content).toEqual(before.content);
  expect(after.version?.hash).toBe(before.version?.hash);
  expect(after.version?.corrections).toMatchObject([
    { item, text: '实为存储交换机断电', name: night.outgoing[0]?.name, at: at('2026-11-23', '09:10') },
  ]);
});

test('one byte changed in the table of a signed handover: the screen and verify name it', async () => {
  const { night } = await handedOver('byte in table');
  const { raw } = night.station.journal;
  raw.exec(`UPDATE handovers SET doc = replace(doc, '录像中断', '录像中听')`);
  expect((await view(night)).version?.intact).toBe(false);
  const { rows } = must(await night.station.call(handover.list, {}, night.outgoing[0]?.token));
  expect(rows.filter(({ intact }) => !intact).map(({ key }) => key)).toEqual([night.shift]);
  expect(must(await night.station.call(contracts.journal.verify, {}, night.audit))).toMatchObject({
    sound: false,
    altered: [{ stream: expect.stringMatching(/^handover:/), about: '2026-11-22 夜班' }],
  });
});

test('one byte changed in the journal under a signed handover: the screen and verify name it', async () => {
  const { night } = await handedOver('byte in journal');
  const { raw } = night.station.journal;
  raw.exec(`UPDATE entries SET payload = replace(payload, '录像中断', '录像中听') WHERE payload LIKE '%"layout":1%'`);
  expect((await view(night)).version?.intact).toBe(false);
  const verification = must(await night.station.call(contracts.journal.verify, {}, night.audit));
  expect(verification).toMatchObject({ sound: false, broken: { reason: 'hashMismatch', stream: expect.stringMatching(/^handover:/) } });
  expect(verification.altered).toContainEqual({ stream: expect.stringMatching(/^handover:/), about: '2026-11-22 夜班' });
});

test('a shift that ends unsigned: amber at its end, red and on record 15 minutes later, told to the next leader', async () => {
  const night = await nightOfThe22nd('unsigned');
  const { station, clock, shift, incoming } = night;
  const end = at('2026-11-23', '08:00');
  clock.time = end + 14 * minute;
  station.notice();
  expect((await view(night)).overdueNotedAt).toBeUndefined();
  clock.time = end + 15 * minute;
  station.notice();
  station.notice();
  expect((await view(night)).overdueNotedAt).toBe(end + 15 * minute);
  const noted = station.journal.raw
    .prepare("SELECT count(*) FROM entries WHERE payload LIKE '%2026-11-22/night%' AND payload LIKE '%\"end\":%'")
    .pluck()
    .get();
  expect(noted).toBe(1);
  const due = must(await station.call(handover.due, {}, incoming[0]?.token));
  expect(due).toMatchObject({ key: shift, end, phase: 'draft' });
  const next = (await view(night)).next.leader;
  must(await station.call(handover.tellLeader, { shift, leader: next as never, means: 'phone' }, incoming[0]?.token));
  clock.time = end + 40 * minute;
  const { version } = must(await sign(night));
  must(
    await station.call(
      handover.signIncoming,
      { shift, version, signer: incoming[0]?.signer as never, missing: [night.incoming[1] as never] },
      incoming[0]?.token,
    ),
  );
  expect(await view(night)).toMatchObject({ version: { minutesLate: 40 }, told: [{ leader: next?.name, means: 'phone' }] });
});

test('a leader who is away signs later, and the desk keeps saying so until then', async () => {
  const night = await nightOfThe22nd('away');
  const { station, clock, shift, incoming, leader } = night;
  clock.time = at('2026-11-23', '07:30');
  const { version } = must(await sign(night));
  must(await station.call(handover.signIncoming, { shift, version, signer: incoming[0]?.signer as never }, incoming[0]?.token));
  clock.time = at('2026-11-23', '11:00');
  expect(must(await station.call(handover.due, {}, incoming[0]?.token))).toMatchObject({ key: shift, leaderDue: true });
  must(await station.call(handover.signLeader, { shift, version, signer: leader.signer }, incoming[0]?.token));
  expect(must(await station.call(handover.due, {}, incoming[0]?.token))).toBeNull();
});

test('early and emergency handovers need a reason; the second officer joins later', async () => {
  const night = await nightOfThe22nd('early');
  const { station, clock, shift, incoming } = night;
  clock.time = at('2026-11-23', '03:00');
  expect(await sign(night)).toMatchObject({ refusal: { code: 'tooEarly' } });
  expect(await sign(night, { mode: 'early' })).toMatchObject({ refusal: { code: 'modeReasonNeeded' } });
  const { version } = must(await sign(night, { mode: 'emergency', modeReason: '值班员突发疾病' }));
  expect(await station.call(handover.join, { shift, version, signer: incoming[1]?.signer as never }, incoming[1]?.token)).toMatchObject({
    refusal: { code: 'notTakenOver' },
  });
  must(
    await station.call(
      handover.signIncoming,
      { shift, version, signer: incoming[0]?.signer as never, missing: [{ name: incoming[1]?.name ?? '' }] },
      incoming[0]?.token,
    ),
  );
  must(await station.call(handover.join, { shift, version, signer: incoming[1]?.signer as never }, incoming[1]?.token));
  expect((await view(night)).version).toMatchObject({
    mode: 'emergency',
    incoming: [{ missing: [{ name: incoming[1]?.name }] }],
    joined: [{ name: incoming[1]?.name }],
  });
});

test('sealed items are seen by leaders alone', async () => {
  const night = await nightOfThe22nd('sealed');
  const { station, shift, outgoing, leader } = night;
  must(await station.call(handover.writeSealed, { text: '明日重要任务，另行通知' }, leader.token));
  expect(await station.call(handover.writeSealed, { text: '不该写的' }, outgoing[0]?.token)).toMatchObject({
    refusal: { code: 'notAllowed' },
  });
  const officers = await view(night);
  expect(officers.sealedCount).toBe(1);
  expect(JSON.stringify(officers)).not.toContain('重要任务');
  const leaders = must(await station.call(handover.one, { shift }, leader.token));
  expect(leaders.sealed).toMatchObject([{ text: '明日重要任务，另行通知' }]);
  must(await station.call(handover.closeSealed, { id: leaders.sealed[0]?.id ?? '', result: '已面交' }, leader.token));
  expect((await view(night)).sealedCount).toBe(0);
});

test('the age of an item in shifts counts the changes it has been through', async () => {
  const night = await nightOfThe22nd('ages');
  night.clock.time = at('2026-11-21', '09:00');
  await fault(night, '两天前的故障');
  night.clock.time = at('2026-11-23', '07:30');
  expect((await view(night)).content.items[0]).toMatchObject({ shiftsOld: 3, since: at('2026-11-21', '09:00') });
  expect(at('2026-11-23', '07:30') - at('2026-11-21', '09:00')).toBe(46 * hour + 30 * minute);
});

test('a swap approved at 18:00 makes the stand-in, and not the replaced officer, able to sign at 20:00', async () => {
  const desk = await rosteredStation('swap and sign');
  const { station, watch, clock } = desk;
  const shift = '2026-11-23/day';
  const read = must(await station.call(handover.one, { shift }, watch.first[0]?.token));
  const team = [watch.first, watch.second, watch.third].find((pair) => read.shift.officers.some(({ id }) => id === pair[0]?.id));
  const others = [watch.first, watch.second, watch.third].filter((pair) => pair !== team);
  const replaced = team?.[0] as Member;
  const standIn = others.flat().find(({ id }) => ![...read.shift.officers, ...read.next.officers].some((one) => one.id === id)) as Member;
  const incoming = others.flat().find(({ id }) => read.next.officers.some((one) => one.id === id)) as Member;
  clock.time = at('2026-11-22', '20:30');
  const ask = { kind: 'standIn' as const, shift, standIn: { id: standIn.id }, reason: '家中急事' };
  const { id } = must(await station.call(roster.ask, { ...ask, person: { id: replaced.id } }, replaced.token));
  must(await station.call(roster.accept, { id }, standIn.token));
  clock.time = at('2026-11-23', '18:00');
  must(await station.call(roster.approve, { id, reason: '双方同意' }, watch.leaders[0]?.token));
  clock.time = at('2026-11-23', '20:00');
  const signAs = async (by: Member) => {
    const { seen } = must(await station.call(handover.one, { shift }, by.token));
    return station.call(handover.signOutgoing, { shift, seen, signer: by.signer }, by.token);
  };
  expect(await signAs(replaced)).toMatchObject({ refusal: { code: 'notRostered', params: { name: replaced.name } } });
  const { version } = must(await signAs(standIn));
  must(await station.call(handover.signIncoming, { shift, version, signer: incoming.signer }, incoming.token));
  expect(must(await station.call(handover.one, { shift }, incoming.token)).version?.outgoing).toMatchObject({
    name: standIn.name,
    standing: 'rostered',
  });
});

test('an incident that is still being reported is handed over once, as its report', async () => {
  const night = await nightOfThe22nd('reported');
  const { id } = await incident(night, '南门卡口发生追尾');
  const { id: report } = must(await night.station.call(contracts.reports.start, { logEntry: id, level: 'II' }, night.outgoing[0]?.token));
  const { content } = await view(night);
  expect(content.items).toMatchObject([{ kind: 'report', subject: report, highRisk: true }]);
  must(await night.station.call(contracts.reports.withdraw, { id: report, reason: '误标' }, night.outgoing[0]?.token));
  expect((await view(night)).content.items).toMatchObject([{ kind: 'entry', subject: id }]);
});
