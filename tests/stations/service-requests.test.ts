import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { HandoverItem } from '../../src/shared/handover/item';
import { RequestOutcome } from '../../src/shared/service-requests/record';
import { mayTake } from '../../src/shared/service-requests/who-may';
import { urgencyBetween } from '../../src/shared/urgency';
import { day, hour, minute, second } from '../../src/shared/time';
import { requestFigures, requestItems } from '../../src/station/service-requests';
import { contextOf } from '../support/apart-desks';
import { must } from '../support/memory-station';
import { resources } from '../support/resources';
import { moment, serviceDesk } from '../support/service-desk';

const ok = { ok: true };
const refused = (code: string, params?: object) => ({ ok: false, refusal: { code, ...(params ? { params } : {}) } });

describe('P0: consultations, defects, change requests (domain.md 3)', () => {
  let desk: Awaited<ReturnType<typeof serviceDesk>>;
  beforeAll(async () => {
    desk = await serviceDesk('P0', moment('2026-11-02', '09:00'));
  });

  test('a consultation is answered on the spot and logged, in one go', async () => {
    const id = await desk.register('P0', 'consultation', { title: '如何调阅录像', answer: '已说明申请流程' });
    const one = await desk.one(id);
    expect(one).toMatchObject({ number: 'A-2026-000001', outcome: 'ended', service: 'consultation' });
    expect(one.timeline.map(({ verb, text }) => `${verb} ${text}`)).toEqual(['register ', 'take 已说明申请流程']);
    expect(await desk.take(id, 'answered')).toMatchObject(refused('notOpen'));
  });

  test('a defect goes submit → analyse → confirm → handle → reply, and nothing may be skipped', async () => {
    const id = await desk.register('P0', 'defect');
    // Registering is the submission.
    expect((await desk.one(id)).steps.map(({ code, standing }) => `${code} ${standing}`)).toEqual([
      'submitted done',
      'analysed next',
      'confirmed later',
      'handled later',
      'replied later',
    ]);
    expect(await desk.take(id, 'handled')).toMatchObject(refused('notNext', { next: '分析' }));
    expect(await desk.take(id, 'analysed')).toMatchObject(refused('choiceNeeded'));
    expect(await desk.take(id, 'analysed', { choice: 'nonsense' })).toMatchObject(refused('choiceNeeded'));
    expect(await desk.take(id, 'analysed', { choice: 'technical', doer: null })).toMatchObject(refused('doerNeeded'));
    expect(await desk.take(id, 'analysed', { choice: 'technical' })).toMatchObject(ok);
    for (const step of ['confirmed', 'handled', 'replied']) expect(await desk.take(id, step)).toMatchObject(ok);
    expect(await desk.one(id)).toMatchObject({ outcome: 'ended', contested: false });
  });

  test('an operation question turns back into a consultation: it goes on as that, its history kept', async () => {
    const id = await desk.register('P0', 'defect', { title: '画面不能放大' });
    expect(await desk.take(id, 'analysed', { choice: 'operation', note: '操作问题' })).toMatchObject(ok);
    const one = await desk.one(id);
    expect(one).toMatchObject({ service: 'consultation', outcome: 'open', before: [{ zh: '缺陷' }], next: { code: 'answered' } });
    expect(await desk.take(id, 'confirmed')).toMatchObject(refused('notNext'));
    expect(await desk.take(id, 'answered', { note: '已指导' })).toMatchObject(ok);
    const ended = await desk.one(id);
    expect(ended.outcome).toBe('ended');
    expect(ended.timeline.map(({ verb, service, step }) => [verb, service, step].filter(Boolean).join(' '))).toEqual([
      'register',
      'take defect submitted',
      'take defect analysed',
      'take consultation answered',
    ]);
  });

  test('a step recorded by mistake is taken back with a reason, also one that made it another kind of service', async () => {
    const id = await desk.register('P0', 'defect');
    await desk.take(id, 'analysed', { choice: 'operation' });
    expect(await desk.say('takeBack', { id, step: 'submitted', reason: '误' })).toMatchObject(refused('notLast', { last: 'analysed' }));
    expect(await desk.say('takeBack', { id, step: 'analysed', reason: '点错' })).toMatchObject(ok);
    expect(await desk.one(id)).toMatchObject({ service: 'defect', next: { code: 'analysed' }, before: [] });
    await desk.take(id, 'analysed', { choice: 'business' });
    expect(await desk.one(id)).toMatchObject({ service: 'defect', next: { code: 'confirmed' } });
    for (const step of ['confirmed', 'handled', 'replied']) await desk.take(id, step);
    // The last step taken back opens what had ended.
    expect(await desk.say('takeBack', { id, step: 'replied', reason: '尚未答复' })).toMatchObject(ok);
    expect(await desk.one(id)).toMatchObject({ outcome: 'open', next: { code: 'replied' } });
  });

  test.each([
    ['upToTwoWeeks', 'approvedByHead', 'approvedByManagement'],
    ['aboveTwoWeeks', 'approvedByManagement', 'approvedByHead'],
  ])('a change of %s is decided by %s, a post outside the roles: the desk puts down who it was', async (size, approver, other) => {
    const id = await desk.register('P0', 'change');
    const estimated = (await desk.one(id)).steps.find(({ code }) => code === 'estimated');
    expect(estimated?.choices.map(({ upTo }) => upTo)).toEqual(['14d', undefined]);
    await desk.take(id, 'estimated', { choice: size });
    const { steps, next } = await desk.one(id);
    expect(next?.code).toBe(approver);
    expect(steps.find(({ code }) => code === other)?.standing).toBe('notCalledFor');
    expect(await desk.take(id, approver, { choice: 'approved', doer: null })).toMatchObject(refused('doerNeeded'));
    await desk.take(id, approver, { choice: 'approved', doer: { name: '刘主任' } });
    const approved = await desk.one(id);
    expect(approved.timeline.at(-1)).toMatchObject({ doer: { name: '刘主任' }, author: '值班员甲', happenedAt: desk.clock.now() });
    expect(approved.next?.code).toBe('done');
  });

  test('a change that was refused is not carried out: only the reply is owed', async () => {
    const id = await desk.register('P0', 'change');
    await desk.take(id, 'estimated', { choice: 'upToTwoWeeks' });
    await desk.take(id, 'approvedByHead', { choice: 'refused', doer: { name: '刘主任' } });
    expect(await desk.one(id)).toMatchObject({ next: { code: 'replied' } });
    expect(await desk.take(id, 'done')).toMatchObject(refused('notNext'));
    await desk.take(id, 'replied');
    expect((await desk.one(id)).outcome).toBe('ended');
  });

  test('cancelled with a reason it stays on record, and goes no further', async () => {
    const id = await desk.register('P0', 'defect');
    expect(await desk.say('cancel', { id, reason: '重复登记' })).toMatchObject(ok);
    const cancelled = await desk.one(id);
    expect([cancelled.outcome, cancelled.next]).toEqual(['cancelled', undefined]);
    expect(await desk.take(id, 'analysed', { choice: 'technical' })).toMatchObject(refused('notOpen', { outcome: 'cancelled' }));
    expect(await desk.say('takeBack', { id, step: 'submitted', reason: '误' })).toMatchObject(refused('isCancelled'));
    expect(await desk.list()).not.toContainEqual(expect.objectContaining({ id }));
    expect(await desk.list({ ended: true })).toContainEqual(expect.objectContaining({ id, outcome: 'cancelled' }));
  });
});

describe('who may take a step', () => {
  test.each([
    ['dutyOfficer', ['dutyOfficer'], 'yes'],
    ['dutyOfficer', ['shiftLeader'], 'yes'],
    ['shiftLeader', ['dutyOfficer'], 'no'],
    ['shiftLeader', ['shiftLeader'], 'yes'],
    ['office', ['shiftLeader'], 'no'],
    ['leadingGroup', ['dutyOfficer', 'shiftLeader', 'office'], 'no'],
    ['engineer', ['engineer'], 'yes'],
    ['engineer', ['dutyOfficer'], 'doerNeeded'],
    ['engineer', ['storekeeper'], 'no'],
    ['station', ['dutyOfficer'], 'yes'],
    [{ tier: 'experts' }, ['dutyOfficer'], 'doerNeeded'],
    [{ post: { zh: '部门负责人', en: 'Head' } }, ['office'], 'doerNeeded'],
  ] as const)('%j by %j: %s', (by, held, may) => {
    expect(mayTake(by, held)).toBe(may);
  });

  test('the station refuses what the contract gives to another role', async () => {
    const desk = await serviceDesk('roles', moment('2026-11-02', '09:00'), 'P3');
    const id = await desk.register('P3', 'emergency');
    await desk.take(id, 'quickReport', { records: ['写入失败', '全部采集站', '控制器', '已停写'] });
    for (const step of ['isolated', 'investigated', 'planned']) await desk.take(id, step);
    expect(await desk.take(id, 'approved')).toMatchObject(refused('notYours', { by: 'leadingGroup' }));
  });
});

/** What the limit of a service amounts to at a moment. */
type Desk = Awaited<ReturnType<typeof serviceDesk>>;
const limit = async (desk: Desk, id: string, code: string) => {
  const found = (await desk.one(id)).limits.find((one) => one.limit === code);
  if (!found) throw new Error(`no limit ${code}`);
  return found;
};
const breaches = async (desk: Desk, id: string) => (await desk.one(id)).breachList.map(({ limit: code }) => code);

describe('P2: a complaint is answered in 24 hours and settled in 3 working days', () => {
  // Settled: counted in working days from the registration, whatever the calendar puts between.
  test.each([
    ['within a week', ['2026-11-02', '09:00'], ['2026-11-05', '09:00']],
    ['over a weekend', ['2026-11-05', '09:00'], ['2026-11-10', '09:00']],
    ['received on a Saturday', ['2026-11-07', '15:00'], ['2026-11-12', '00:00']],
    ['before the National Day holiday', ['2026-09-30', '09:00'], ['2026-10-10', '09:00']],
    ['over a make-up workday (Sunday 2026-09-20)', ['2026-09-18', '09:00'], ['2026-09-22', '09:00']],
    ['over the New Year and its make-up Sunday', ['2025-12-31', '09:00'], ['2026-01-06', '09:00']],
  ] as const)('%s', async (what, [date, time], [dueDate, dueTime]) => {
    const start = moment(date, time);
    const due = moment(dueDate, dueTime);
    const desk = await serviceDesk(`complaint ${what}`, start, 'P2');
    const id = await desk.register('P2', 'complaint');
    const settle = await limit(desk, id, 'settle');
    expect(settle).toMatchObject({ dueAt: due, startedAt: start, standing: 'running', direction: 'after' });
    const answer = await limit(desk, id, 'answer');
    expect(answer).toMatchObject({ dueAt: start + 24 * hour, amberAt: start + 18 * hour });
    // Amber at three quarters of the hours that count, red when over; done at the very moment is in time.
    expect(urgencyBetween(answer.startedAt, answer.dueAt, start + 18 * hour - 1)).toBe('calm');
    expect(urgencyBetween(answer.startedAt, answer.dueAt, start + 18 * hour)).toBe('amber');
    desk.at(start + 24 * hour);
    expect(await breaches(desk, id)).toEqual([]);
    expect(await desk.take(id, 'answered')).toMatchObject(ok);
    expect(await limit(desk, id, 'answer')).toMatchObject({ standing: 'met' });
    desk.at(due);
    expect(await breaches(desk, id)).toEqual([]);
    desk.at(due + 1);
    desk.at(due + day);
    expect(await breaches(desk, id)).toEqual(['settle']);
    // Late all the same once it is done: the breach stays.
    await desk.take(id, 'settled');
    expect(await limit(desk, id, 'settle')).toMatchObject({ standing: 'broken' });
    expect(await breaches(desk, id)).toEqual(['settle']);
  });

  test('amber at 75 % of the working days', async () => {
    // Thursday 09:00 and 3 working days: 54 of 72 hours have passed on Monday 15:00.
    const desk = await serviceDesk('amber', moment('2026-11-05', '09:00'), 'P2');
    const id = await desk.register('P2', 'complaint');
    expect((await limit(desk, id, 'settle')).amberAt).toBe(moment('2026-11-09', '15:00'));
  });

  test('a breach needs a cause, given by a person; it is noticed once, also after the station was off', async () => {
    const start = moment('2026-11-02', '09:00');
    const desk = await serviceDesk('cause', start, 'P2');
    const id = await desk.register('P2', 'complaint');
    const named = { id, phase: 0, limit: 'answer', dueAt: start + day, reason: '投诉人失联' };
    expect(await desk.say('explain', named)).toMatchObject(refused('noBreach'));
    desk.at(start + 9 * day);
    const { breachList } = await desk.one(id);
    expect(breachList.map((breach) => breach.limit)).toEqual(['answer', 'settle']);
    expect(await desk.say('explain', named)).toMatchObject(ok);
    expect((await desk.one(id)).breachList[0]).toMatchObject({ reason: '投诉人失联', explainedBy: '值班员甲', borneOut: true });
    const again = desk.station.notice();
    expect(again).not.toBe(true);
    expect((await desk.one(id)).breaches).toBe(2);
  });

  test('it comes from a fault, and its last step enters it in the improvement ledger', async () => {
    const desk = await serviceDesk('ledger', moment('2026-11-02', '09:00'), 'P2');
    const fault = must(
      await desk.station.call(
        contracts.faults.report,
        { symptom: '无画面', class: 'B', place: '操场', subsystem: 'frontEnd', profile: 'P0' },
        desk.token,
      ),
    );
    const id = await desk.register('P2', 'complaint', { fault: fault.id, title: '报修三次无人到场' });
    expect(await desk.one(id)).toMatchObject({ fault: fault.id, faultNumber: fault.number });
    expect(must(await desk.station.call(contracts.serviceRequests.ofFault, { fault: fault.id }, desk.token))).toMatchObject([{ id }]);
    await desk.take(id, 'answered');
    await desk.take(id, 'settled');
    expect(await desk.list({ ledger: 'improvement' })).toEqual([]);
    await desk.take(id, 'improved', { note: '增设夜间值守' });
    expect(await desk.list({ ledger: 'improvement' })).toMatchObject([{ id, entered: { step: 'improved', note: '增设夜间值守' } }]);
    expect(await desk.say('register', { service: 'complaint', profile: 'P2', title: '无', fault: id })).toMatchObject(
      refused('faultNotFound'),
    );
  });
});

describe('P2: an upgrade', () => {
  // The plan is sent 15 working days before.
  test.each([
    ['no holiday between', ['2026-11-30', '10:00'], ['2026-11-09', '10:00']],
    ['over the National Day holiday and its make-up Saturday', ['2026-10-16', '10:00'], ['2026-09-20', '10:00']],
    ['over the New Year', ['2026-01-12', '10:00'], ['2025-12-19', '10:00']],
  ] as const)('plan due 15 working days ahead: %s', async (what, [date, time], [dueDate, dueTime]) => {
    const planned = moment(date, time);
    const due = moment(dueDate, dueTime);
    const start = due - 2 * day;
    const desk = await serviceDesk(`upgrade ${what}`, start, 'P2');
    const id = await desk.register('P2', 'upgrade', { plannedAt: planned });
    expect(await limit(desk, id, 'planAhead')).toMatchObject({ direction: 'before', dueAt: due, standing: 'running' });
    expect(await desk.take(id, 'planSent', { records: ['内容'] })).toMatchObject(refused('recordsNeeded'));
    desk.at(due);
    expect(await breaches(desk, id)).toEqual([]);
    desk.at(due + 1);
    expect(await breaches(desk, id)).toEqual(['planAhead']);
    expect(await desk.take(id, 'planSent', { records: ['升级固件', '回退旧版'], happenedAt: due })).toMatchObject(ok);
    expect(await limit(desk, id, 'planAhead')).toMatchObject({ standing: 'met' });
    // What the station noticed stays, also when it turns out later that it was sent in time.
    expect(await breaches(desk, id)).toEqual(['planAhead']);
  });

  test('without a planned moment no plan is owed; a later one sets the limit, and moving it needs a reason', async () => {
    const desk = await serviceDesk('planning', moment('2026-11-02', '09:00'), 'P2');
    const id = await desk.register('P2', 'upgrade');
    expect((await desk.one(id)).limits).toEqual([]);
    const first = moment('2026-12-15', '10:00');
    expect(await desk.say('plan', { id, plannedAt: first })).toMatchObject(ok);
    expect(await desk.say('plan', { id, plannedAt: first })).toMatchObject(refused('planUnchanged'));
    expect(await desk.say('plan', { id, plannedAt: first + 7 * day })).toMatchObject(refused('reasonNeeded'));
    const before = (await limit(desk, id, 'planAhead')).dueAt;
    expect(await desk.say('plan', { id, plannedAt: first + 7 * day, reason: '考试周' })).toMatchObject(ok);
    expect((await limit(desk, id, 'planAhead')).dueAt).toBe(before + 7 * day);
    expect(await desk.say('plan', { id, plannedAt: moment('2026-11-01'), reason: '提前' })).toMatchObject(refused('timeBeforeReceipt'));
  });

  async function upgraded(seed: string) {
    const start = moment('2026-11-02', '09:00');
    const desk = await serviceDesk(seed, start, 'P2');
    const id = await desk.register('P2', 'upgrade');
    await desk.take(id, 'planSent', { records: ['升级固件', '回退旧版'] });
    await desk.take(id, 'upgraded');
    return { desk, id, start };
  }

  test('stable only after 24 h of test: sooner it is refused, with words saying from when', async () => {
    const { desk, id, start } = await upgraded('stable');
    const tested = (await desk.one(id)).steps.find(({ code }) => code === 'tested');
    expect(tested?.choices).toMatchObject([{ code: 'stable', from: start + day }, { code: 'unstable' }]);
    expect(tested?.choices[1]).not.toHaveProperty('from');
    desk.at(start + day - 1);
    expect(await desk.take(id, 'tested', { choice: 'stable' })).toMatchObject(refused('tooEarly', { from: start + day }));
    desk.at(start + day);
    expect(await desk.take(id, 'tested', { choice: 'stable' })).toMatchObject(ok);
    const one = await desk.one(id);
    expect(one.steps.find(({ code }) => code === 'rolledBack')?.standing).toBe('notCalledFor');
    expect(one.limits.find((state) => state.limit === 'stability')).toMatchObject({ standing: 'met' });
    await desk.take(id, 'closed');
    expect(await desk.one(id)).toMatchObject({ outcome: 'ended', breaches: 0 });
  });

  test('unstable may be said at any time, and is rolled back within 1 h', async () => {
    for (const [late, expected] of [
      [0, []],
      [1, ['rollBack']],
    ] as const) {
      const { desk, id, start } = await upgraded(`unstable ${late}`);
      desk.at(start + 2 * hour);
      expect(await desk.take(id, 'tested', { choice: 'unstable' })).toMatchObject(ok);
      expect(await limit(desk, id, 'rollBack')).toMatchObject({ dueAt: start + 3 * hour });
      desk.at(start + 3 * hour + late);
      expect(await desk.take(id, 'closed')).toMatchObject(refused('notNext'));
      expect(await desk.take(id, 'rolledBack')).toMatchObject(ok);
      desk.station.notice();
      expect(await breaches(desk, id)).toEqual(expected);
    }
  });
});

describe('P2: a vulnerability', () => {
  test.each([
    ['plan', 24, 'critical', 'planned'],
    ['plan', 24, 'other', 'planned'],
    ['fixCritical', 48, 'critical', 'fixed'],
    ['fixOther', 72, 'other', 'fixed'],
  ])('%s within %i h when %s', async (code, hours, choice, until) => {
    // Counted by the clock, weekend or not: from Friday evening on.
    const start = moment('2026-11-06', '20:00');
    const desk = await serviceDesk(`${code} ${choice}`, start, 'P2');
    const id = await desk.register('P2', 'vulnerability');
    await desk.take(id, 'graded', { choice });
    if (until === 'fixed') await desk.take(id, 'planned');
    expect(await limit(desk, id, code)).toMatchObject({ dueAt: start + hours * hour, amberAt: start + hours * 0.75 * hour });
    desk.at(start + hours * hour);
    expect(await breaches(desk, id)).toEqual([]);
    desk.at(start + hours * hour + 1);
    expect(await breaches(desk, id)).toEqual([code]);
    const other = code === 'fixCritical' ? 'fixOther' : 'fixCritical';
    if (until === 'fixed') expect((await desk.one(id)).limits.map((state) => state.limit)).not.toContain(other);
  });

  test('graded wrongly and taken back, the other limit holds, from the registration', async () => {
    const start = moment('2026-11-02', '09:00');
    const desk = await serviceDesk('grade', start, 'P2');
    const id = await desk.register('P2', 'vulnerability');
    await desk.take(id, 'graded', { choice: 'other' });
    expect((await limit(desk, id, 'fixOther')).dueAt).toBe(start + 72 * hour);
    desk.at(start + hour);
    await desk.say('takeBack', { id, step: 'graded', reason: '定级有误' });
    await desk.take(id, 'graded', { choice: 'critical' });
    expect((await limit(desk, id, 'fixCritical')).dueAt).toBe(start + 48 * hour);
  });
});

describe('P3: tickets and emergencies', () => {
  let desk: Desk;
  const start = moment('2026-11-06', '22:00');
  beforeAll(async () => {
    desk = await serviceDesk('P3', start, 'P3');
  });

  test('any report is answered within 24 h, and the ticket is assigned by itself with priority and expected time', async () => {
    desk.at(start);
    const id = await desk.register('P3', 'ticket', { records: [{ step: 'assigned', values: ['高', '11-07 12:00'] }] });
    const one = await desk.one(id);
    expect(one.steps.filter(({ standing }) => standing === 'done').map(({ code }) => code)).toEqual(['registered', 'assigned']);
    expect(one.timeline.at(-1)).toMatchObject({ step: 'assigned', author: '', records: [{ value: '高' }, { value: '11-07 12:00' }] });
    expect(await limit(desk, id, 'answer')).toMatchObject({ dueAt: start + day });
    for (const step of ['answered', 'remoteDiagnosis']) expect(await desk.take(id, step)).toMatchObject(ok);
    // On-site work and the consultation of experts are taken where they are called for.
    expect((await desk.one(id)).steps.filter(({ standing }) => standing === 'optional').map(({ code }) => code)).toEqual([
      'onSite',
      'consultation',
    ]);
    expect(await desk.take(id, 'consultation', { doer: { name: '专家组' } })).toMatchObject(ok);
    expect(await desk.take(id, 'repaired')).toMatchObject(ok);
    expect((await desk.one(id)).steps.find(({ code }) => code === 'onSite')?.standing).toBe('leftOut');
    expect(await desk.take(id, 'verified', { records: ['正常', '正常', ' '] })).toMatchObject(refused('recordsNeeded'));
    for (const [step, records] of [['verified', ['正常', '正常', '完整']], ['feedback'], ['archived']] as const) {
      expect(await desk.take(id, step, { records })).toMatchObject(ok);
    }
    expect((await desk.one(id)).outcome).toBe('ended');
  });

  test('a ticket without them waits for the desk to complete what the station could not', async () => {
    const id = await desk.register('P3', 'ticket');
    expect((await desk.one(id)).next?.code).toBe('assigned');
    expect(await desk.take(id, 'assigned', { records: ['中', '明日中午'], doer: null })).toMatchObject(ok);
  });

  test('a monitoring alarm is sorted by the station before a person sees it, and becomes a ticket', async () => {
    desk.at(start + hour);
    const id = await desk.register('P3', 'monitoringAlarm', { asker: null });
    const one = await desk.one(id);
    expect(one.steps.map(({ standing }) => standing)).toEqual(['done', 'done', 'done', 'done', 'next']);
    desk.at(start + 2 * hour);
    await desk.take(id, 'seen', { choice: 'ticket' });
    expect(await desk.one(id)).toMatchObject({ service: 'ticket', next: { code: 'assigned' } });
    // Any report: counted from its receipt, not from when it became a ticket.
    expect((await limit(desk, id, 'answer')).dueAt).toBe(start + hour + day);
  });

  test('an emergency is told to all concerned every hour until it has been tested, and once more then', async () => {
    desk.at(start + 3 * hour);
    const begun = desk.clock.now();
    const id = await desk.register('P3', 'emergency');
    expect((await desk.one(id)).limits).toEqual([]);
    expect(await desk.take(id, 'informed')).toMatchObject(refused('notNext'));
    expect(await desk.take(id, 'quickReport', { records: ['故障', '范围', '原因'] })).toMatchObject(refused('recordsNeeded'));
    await desk.take(id, 'quickReport', { records: ['故障', '范围', '原因', '先期处置'] });
    expect(await limit(desk, id, 'informed')).toMatchObject({ startedAt: begun, dueAt: begun + hour, standing: 'running' });
    desk.at(begun + hour);
    expect(await desk.take(id, 'informed', { note: '已通报' })).toMatchObject(ok);
    desk.at(begun + 2 * hour + second);
    expect(await breaches(desk, id)).toEqual(['informed']);
    expect(await desk.take(id, 'informed')).toMatchObject(ok);
    const told = (await desk.one(id)).limits.filter((state) => state.limit === 'informed');
    expect(told.map(({ standing }) => standing)).toEqual(['met', 'broken', 'running']);
    for (const step of ['isolated', 'investigated', 'planned']) expect(await desk.take(id, step)).toMatchObject(ok);
    // What is done again and again cannot be taken back, and does not hide what was done before.
    expect(await desk.say('takeBack', { id, step: 'informed', reason: '误' })).toMatchObject(refused('notLast', { last: 'planned' }));
    expect((await desk.one(id)).steps.map(({ code, standing }) => `${code} ${standing}`).slice(3)).toEqual([
      'planned done',
      'approved next',
      'executed later',
      'tested later',
      'informed repeated',
      'reviewed later',
    ]);
  });
});

describe('P4: the tracking sheet', () => {
  test('from registration to its evaluation into one of three collections of common problems', async () => {
    const desk = await serviceDesk('P4', moment('2026-11-02', '09:00'), 'P4');
    for (const collection of ['environment', 'use', 'code']) {
      const id = await desk.register('P4', 'tracking', { title: collection });
      await desk.take(id, 'classified', { choice: 'bug' });
      await desk.take(id, 'assigned', { choice: 'maker' });
      for (const step of ['tested', 'accepted', 'closed']) expect(await desk.take(id, step)).toMatchObject(ok);
      expect((await desk.one(id)).outcome).toBe('open');
      expect(await desk.take(id, 'evaluated', { choice: collection, note: '归集' })).toMatchObject(ok);
      expect((await desk.one(id)).outcome).toBe('ended');
    }
    expect((await desk.list({ ledger: 'collection' })).map(({ title }) => title).toSorted()).toEqual(['code', 'environment', 'use']);
    const code = await desk.list({ ledger: 'collection', choice: 'code' });
    expect(code).toMatchObject([{ title: 'code', entered: { choice: 'code', choiceName: { zh: expect.any(String) }, note: '归集' } }]);
    expect(await desk.list({ ledger: 'improvement' })).toEqual([]);
  });

  test('each of the eight classes may be chosen', async () => {
    const desk = await serviceDesk('classes', moment('2026-11-02', '09:00'), 'P4');
    const classes = ['environment', 'running', 'guidance', 'bug', 'functionChange', 'functionNew', 'structureChange', 'other'];
    for (const choice of classes)
      expect(await desk.take(await desk.register('P4', 'tracking'), 'classified', { choice })).toMatchObject(ok);
  });
});

test('times that do not fit are refused', async () => {
  const desk = await serviceDesk('times', moment('2026-11-02', '09:00'), 'P2');
  const now = desk.clock.now();
  const input = { profile: 'P2', service: 'complaint', title: '投诉' };
  expect(await desk.say('register', { ...input, receivedAt: now + 3 * minute })).toMatchObject(refused('timeInFuture'));
  expect(await desk.say('register', { ...input, profile: 'P1' })).toMatchObject(refused('profileNotInUse'));
  expect(await desk.say('register', { ...input, service: 'defect' })).toMatchObject(refused('serviceUnknown'));
  const id = await desk.register('P2', 'complaint', { receivedAt: now - hour });
  expect(await desk.take(id, 'answered', { happenedAt: now - 2 * hour })).toMatchObject(refused('timeBeforeReceipt'));
  expect(await desk.take(id, 'answered', { happenedAt: now + 3 * minute })).toMatchObject(refused('timeInFuture'));
  expect(await desk.take(id, 'answered', { happenedAt: now - minute })).toMatchObject(ok);
  expect(await desk.take(id, 'settled', { happenedAt: now - 2 * minute })).toMatchObject(refused('timeBeforeStep'));
});

test('an open request is part of every handover, with its service, next step and deadline; figures count them', async () => {
  const start = moment('2026-11-02', '09:00');
  const desk = await serviceDesk('handover', start, 'P2');
  const id = await desk.register('P2', 'complaint', { title: '报修三次无人到场' });
  const context = { ...contextOf(desk), resources };
  const [item] = requestItems(context);
  expect(HandoverItem.parse(item)).toMatchObject({
    kind: 'serviceRequest',
    subject: id,
    number: 'A-2026-000001',
    title: '投诉：报修三次无人到场',
    next: '答复',
    due: start + day,
  });
  for (const step of ['answered', 'settled', 'improved']) await desk.take(id, step);
  expect(requestItems(context)).toEqual([]);
  expect(RequestOutcome.parse((await desk.one(id)).outcome)).toBe('ended');
  expect(requestFigures(context, start, start + day)).toEqual([
    { key: 'requestsRegistered', value: 1 },
    { key: 'requestsEnded', value: 1 },
  ]);
});

test('a request keeps the version of the profile it was registered under', async () => {
  const desk = await serviceDesk('version', moment('2026-11-02', '09:00'), 'P2');
  const id = await desk.register('P2', 'complaint');
  const { version, profile } = must(await desk.station.call(contracts.serviceProfiles.one, { code: 'P2' }, desk.sys));
  const services = profile.services.filter(({ code }) => code !== 'complaint');
  const next = must(
    await desk.station.call(
      contracts.serviceProfiles.publish,
      { profile: { ...profile, services }, basedOn: version, reason: '改' },
      desk.sys,
    ),
  );
  must(await desk.station.call(contracts.serviceProfiles.putInUse, { code: 'P2', version: next.version, reason: '改' }, desk.sys));
  expect(await desk.take(id, 'answered')).toMatchObject(ok);
  expect(await desk.say('register', { profile: 'P2', service: 'complaint', title: '投诉' })).toMatchObject(refused('serviceUnknown'));
});
