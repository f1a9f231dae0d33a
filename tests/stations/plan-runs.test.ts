import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { isSettled } from '../../src/shared/plan-runs/steps';
import { hour, minute } from '../../src/shared/time';
import { must } from '../support/memory-station';
import { planDesk } from '../support/plan-desk';

const { planRuns, faults } = contracts;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const afternoon = at('2026-07-14T14:00');
const code = (answer: { ok: boolean } | { ok: false; refusal: { code: string } }) => ('refusal' in answer ? answer.refusal.code : 'ok');

describe('a storm, level II, no other desk (issue 5, 1)', () => {
  test('24 or more steps reach posts that somebody holds; the phone report alarms the group leader at 14:15, the shift leader at 14:20', async () => {
    const desk = await planDesk('storm', afternoon);
    const { activate, one, say, clock, station } = desk;
    const before = performance.now();
    const { id, number, steps } = await activate({ plan: 'rainstorm', level: 2, drill: false, reason: '气象台发布暴雨橙色预警' });
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(number).toBe('A-2026-000001');
    const run = await one(id);
    expect(steps).toBe(run.steps);
    const reached = run.stepList.filter((step) => !isSettled(step) && step.holders.length > 0);
    expect(reached.length).toBeGreaterThanOrEqual(24);
    const phone = run.stepList.find((step) => step.code === 'phoneReport');
    expect(phone).toMatchObject({ critical: true, due: at('2026-07-14T14:15'), standing: 'open' });

    const told = async () =>
      (await one(id)).alarms.filter((alarm) => alarm.key.startsWith('step/phoneReport/')).map(({ told: to, level }) => `${to} ${level}`);
    clock.time = at('2026-07-14T14:14');
    station.notice();
    expect(await told()).toEqual(['groupLeader amber']);
    clock.time = at('2026-07-14T14:15');
    station.notice();
    expect(await told()).toEqual(['groupLeader red']);
    clock.time = at('2026-07-14T14:20');
    station.notice();
    station.notice();
    expect(await told()).toEqual(['groupLeader red', 'shiftLeader red']);
    const noted = (await one(id)).timeline.filter(
      ({ verb, subject }) => verb === 'overdue' && typeof subject === 'object' && subject.zh === phone?.what.zh,
    );
    expect(noted.map(({ outcome, time }) => [outcome, time])).toEqual([
      ['shiftLeader', at('2026-07-14T14:15')],
      ['groupLeader', at('2026-07-14T14:15')],
    ]);

    const bare = await say('duty', 'setStepAside', { id, step: 'phoneReport', how: 'notApplicable', reason: ' ' });
    expect(bare).toMatchObject({ ok: false, refusal: { code: 'invalidInput' } });
    expect(code(await say('duty', 'setStepAside', { id, step: 'phoneReport', how: 'notApplicable', reason: '领导在场' }))).toBe(
      'leaderNeeded',
    );
    station.close();
  });

  test('it is the same after the station was off: told once, at the times it was due', async () => {
    const { activate, one, clock, station } = await planDesk('off', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    clock.pass(2 * hour);
    station.notice();
    const overdue = (await one(id)).timeline.filter(({ verb }) => verb === 'overdue').length;
    station.notice();
    expect((await one(id)).timeline.filter(({ verb }) => verb === 'overdue')).toHaveLength(overdue);
    expect(overdue).toBeGreaterThan(2);
    station.close();
  });
});

describe('who may (issue 5, 2)', () => {
  test('a duty officer cannot activate level I, and the attempt stands on the record', async () => {
    const { say, station, of, signer, clock } = await planDesk('barred', afternoon);
    const asked = { plan: 'rainstorm', level: 1, drill: false, reason: '误以为可以' };
    expect(await say('duty', 'activate', asked)).toMatchObject({
      ok: false,
      refusal: { code: 'mayNotActivate', params: { roles: 'leadingGroup' } },
    });
    clock.pass(minute);
    expect(code(await say('duty', 'activate', { ...asked, signer: signer('group') }))).toBe('mayNotActivate');
    const list = must(await station.call(planRuns.list, { all: true }, station.sessionFor(of.office)));
    expect(list.map(({ state, activatedBy, level }) => [state, activatedBy, level])).toEqual([
      ['barred', '魏组长', 1],
      ['barred', '值班员乙', 1],
    ]);
    expect(must(await station.call(planRuns.list, {}, station.sessionFor(of.office)))).toEqual([]);
    station.close();
  });

  test('level I wants a second confirmation of the leading group; a wrong password confirms nothing', async () => {
    const { say, station, signer } = await planDesk('confirm', afternoon);
    const asked = { plan: 'rainstorm', level: 1, drill: false };
    expect(code(await say('leading', 'activate', asked))).toBe('confirmationNeeded');
    expect(code(await say('leading', 'activate', { ...asked, signer: { login: 'leading', password: 'falsch' } }))).toBe('wrongPassword');
    expect(code(await say('duty', 'activate', { ...asked, signer: signer('leading') }))).toBe('ok');
    station.close();
  });

  test('a wrong activation is withdrawn with a reason by who might have activated it, and stays', async () => {
    const { say, activate, one, station } = await planDesk('withdraw', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    expect(code(await say('shift', 'withdraw', { id, reason: '误启动' }))).toBe('mayNotActivate');
    expect(code(await say('group', 'withdraw', { id, reason: '误启动' }))).toBe('ok');
    expect(await one(id)).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '误启动', author: '魏组长' } });
    expect(code(await say('duty', 'note', { id, text: '补记' }))).toBe('ok');
    expect(code(await say('group', 'withdraw', { id, reason: '再次' }))).toBe('notRunning');
    station.close();
  });
});

test('国庆: the T−7 check makes 3 faults of 3 bad points, and the plan is not green before they are closed (issue 5, 3)', async () => {
  const { activate, one, say, station, token } = await planDesk('holiday', at('2026-09-20T09:00'));
  const target = at('2026-10-01T00:00');
  const { id } = await activate({ plan: 'nationalDay', level: 3, drill: false, target });
  const checks = (await one(id)).stepList.filter((step) => step.checks && step.due !== undefined && step.due <= target - 6 * 24 * hour);
  expect(new Set(checks.flatMap((step) => step.checks ?? [])).size).toBe(7);
  const step = checks.find((one_) => one_.checks?.includes('frontEnd'));
  if (!step) throw new Error('the plan checks the front end');
  const found: string[] = [];
  for (const place of ['中心广场东', '中心广场西', '火车站北']) {
    const answer = await station.call(planRuns.badPoint, { id, step: step.code, place, subsystem: 'frontEnd', symptom: '画面模糊' }, token);
    found.push(must(answer).fault);
  }
  const evidence = step.evidence.map((asked) =>
    asked.kind === 'reading'
      ? { kind: 'reading', value: asked.max ?? asked.min ?? 0 }
      : asked.kind === 'count'
        ? { kind: 'count', value: asked.expected ?? 0 }
        : asked.kind === 'text'
          ? { kind: 'text', value: '已查' }
          : asked.kind === 'photo'
            ? {
                kind: 'photo',
                files: Array.from({ length: asked.atLeast }, () => ({
                  hash: 'a'.repeat(64),
                  name: '巡检.jpg',
                  type: 'image/jpeg',
                  size: 9,
                })),
              }
            : { kind: 'signature' },
  );
  const tick = { id, step: step.code, note: '3处不良', evidence, signer: { login: 'group', password: 'Zhiban-2027' } };
  expect(await say('group', 'stepDone', tick)).toMatchObject({ ok: true });
  const phaseOf = async () => {
    const run = await one(id);
    return {
      step: run.stepList.find((one_) => one_.code === step.code),
      phase: run.phases.find((one_) => one_.code === step.phase),
    };
  };
  expect((await phaseOf()).step).toMatchObject({ standing: 'done', openFaults: 3 });
  expect((await phaseOf()).phase?.green).toBe(false);
  for (const [i, fault] of found.entries()) {
    must(await station.call(faults.cancel, { id: fault, reason: '现场复核正常' }, token));
    expect((await phaseOf()).step?.openFaults).toBe(2 - i);
  }
  station.close();
});

describe('working through a run', () => {
  test('a step asks for its evidence piece by piece, and a reading outside its limits for words', async () => {
    const { activate, one, say, clock, station } = await planDesk('evidence', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    const step = (await one(id)).stepList.find((one_) => one_.evidence.some(({ kind }) => kind === 'reading' || kind === 'count'));
    if (!step) throw new Error('a storm has readings');
    expect(code(await say('duty', 'stepDone', { id, step: step.code }))).toBe('evidenceMissing');
    expect(code(await say('duty', 'stepDone', { id, step: 'neverHeard' }))).toBe('noSuchStep');
    expect(code(await say('duty', 'stepDone', { id, step: step.code, happenedAt: clock.now() + hour }))).toBe('timeInFuture');
    station.close();
  });

  test('a phase does not close while a critical step is open, and says which', async () => {
    const { activate, one, say, station } = await planDesk('phase', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    const phase = (await one(id)).phases.find(({ bars }) => bars.length > 0);
    expect(await say('group', 'closePhase', { id, phase: phase?.code })).toMatchObject({
      refusal: { code: 'criticalOpen', params: { count: phase?.bars.length } },
    });
    for (const step of phase?.bars ?? []) await say('group', 'setStepAside', { id, step, how: 'skipped', reason: '演示' });
    expect(code(await say('group', 'closePhase', { id, phase: phase?.code }))).toBe('ok');
    expect(code(await say('group', 'closePhase', { id, phase: phase?.code }))).toBe('phaseIsClosed');
    station.close();
  });

  test('raised mid-run: steps of the higher level are due from the raise on, not from the activation', async () => {
    const { activate, one, say, clock, station, signer } = await planDesk('raise', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    const before = new Set((await one(id)).stepList.map((step) => step.code));
    clock.pass(hour);
    expect(code(await say('group', 'changeLevel', { id, level: 1, reason: '积水漫灌机房' }))).toBe('mayNotActivate');
    expect(code(await say('leading', 'changeLevel', { id, level: 1, reason: '积水漫灌机房' }))).toBe('confirmationNeeded');
    expect(code(await say('duty', 'changeLevel', { id, level: 1, reason: '积水漫灌机房', signer: signer('leading') }))).toBe('ok');
    const run = await one(id);
    expect(run.level).toBe(1);
    const added = run.stepList.filter((step) => !before.has(step.code));
    expect(added.length).toBeGreaterThan(0);
    for (const step of added) if (step.due !== undefined) expect(step.due).toBeGreaterThanOrEqual(clock.now());
    station.close();
  });

  test('nobody signs a shift over before somebody is named to command in the next one', async () => {
    const { activate, one, say, station } = await planDesk('command', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    const [now, next] = (await one(id)).command;
    expect(next?.commander).toBeUndefined();
    expect(now?.commander?.name).toBeDefined();
    expect(code(await say('shift', 'nameCommander', { id, shift: next?.shift, commander: { name: '金主任' } }))).toBe('ok');
    expect((await one(id)).command[1]?.commander?.name).toBe('金主任');
    station.close();
  });

  test('called, reached, arrived; silent after 15 minutes; kit out and back; a roll call; an instruction; reports', async () => {
    const { activate, one, say, clock, station } = await planDesk('people', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
    const [first, second] = (await one(id)).callOut;
    await say('duty', 'call', { id, person: first?.person, outcome: 'called' });
    await say('duty', 'call', { id, person: second?.person, outcome: 'reached', expectedAt: clock.now() + 30 * minute });
    expect(code(await say('duty', 'call', { id, person: second?.person, outcome: 'refused' }))).toBe('noteNeeded');
    clock.pass(16 * minute);
    expect((await one(id)).callOut.slice(0, 2).map(({ outcome, silent }) => [outcome, silent])).toEqual([
      ['called', true],
      ['reached', false],
    ]);
    await say('duty', 'call', { id, person: first?.person, outcome: 'arrived' });
    await say('duty', 'call', { id, person: first?.person, outcome: 'noAnswer' });
    expect((await one(id)).callOut[0]).toMatchObject({ outcome: 'arrived', silent: false, calls: 3 });

    const [line] = (await one(id)).kit;
    const lines = [{ item: line?.code, count: 2 }];
    expect(code(await say('duty', 'issueKit', { id, lines, to: { name: '工程师1' } }))).toBe('ok');
    expect(code(await say('duty', 'returnKit', { id, lines: [{ item: line?.code, count: 3 }], by: { name: '工程师1' } }))).toBe(
      'moreThanIssued',
    );
    expect(code(await say('duty', 'returnKit', { id, lines, by: { name: '工程师1' }, lost: true }))).toBe('noteNeeded');
    expect(code(await say('duty', 'returnKit', { id, lines, by: { name: '工程师1' } }))).toBe('ok');

    const rollCall = must((await say('duty', 'startRollCall', { id, minutes: 10 })) as never) as { rollCall: string };
    expect(code(await say('duty', 'startRollCall', { id, minutes: 10 }))).toBe('rollCallOpen');
    expect(code(await say('duty', 'answerRollCall', { id, rollCall: rollCall.rollCall, person: first?.person, present: false }))).toBe(
      'noteNeeded',
    );
    expect(code(await say('duty', 'answerRollCall', { id, rollCall: rollCall.rollCall, person: first?.person, present: true }))).toBe('ok');
    expect((await one(id)).rollCalls[0]?.people.filter(({ answer }) => answer === 'present')).toHaveLength(1);

    const given = must((await say('duty', 'instruct', { id, from: { name: '严总' }, text: '加强下穿隧道值守' })) as never) as {
      instruction: string;
    };
    expect(code(await say('duty', 'instructionDone', { id, instruction: given.instruction }))).toBe('ok');
    expect(code(await say('duty', 'instructionDone', { id, instruction: given.instruction }))).toBe('alreadyDone');

    const [report] = (await one(id)).reports;
    const contents = { time: clock.now(), place: '全市', source: '气象台', nature: '暴雨', scope: '', trend: '', measures: '' };
    const sent = { id, report: report?.code, to: '应急领导小组', means: 'phone', contents };
    expect(code(await say('duty', 'report', { ...sent, stage: 'followUp' }))).toBe('stageOrder');
    expect(code(await say('duty', 'report', { ...sent, stage: 'first', contents: { ...contents, nature: '' } }))).toBe('contentsMissing');
    expect(code(await say('duty', 'report', { ...sent, stage: 'first' }))).toBe('ok');
    const after = (await one(id)).reports.find((rule) => rule.code === report?.code);
    expect(after?.round).toBe(1);
    expect(after?.due).toBeGreaterThan(clock.now());
    station.close();
  });

  test('the end is proposed on site and decided by the leading group alone; then the review', async () => {
    const { activate, one, say, clock, station, signer } = await planDesk('end', afternoon);
    const { id } = await activate({ plan: 'rainstorm', level: 2, drill: true });
    expect(code(await say('leading', 'decideEnd', { id, approved: true }))).toBe('notProposed');
    expect(code(await say('duty', 'proposeEnd', { id, proposer: { name: '工程师1' }, text: '雨停，设备恢复' }))).toBe('ok');
    expect(code(await say('office', 'decideEnd', { id, approved: true }))).toBe('mayNotEnd');
    expect(code(await say('duty', 'decideEnd', { id, approved: false, signer: signer('leading') }))).toBe('noteNeeded');
    expect(code(await say('duty', 'decideEnd', { id, approved: false, text: '再观察一小时', signer: signer('leading') }))).toBe('ok');
    expect(code(await say('leading', 'decideEnd', { id, approved: true }))).toBe('notProposed');
    clock.pass(hour);
    await say('duty', 'proposeEnd', { id, proposer: { name: '工程师1' }, text: '持续稳定' });
    expect(code(await say('group', 'review', { id, summary: '早' }))).toBe('stillRunning');
    expect(code(await say('leading', 'decideEnd', { id, approved: true }))).toBe('ok');
    const ended = await one(id);
    expect(ended.state).toBe('ended');
    expect(ended.alarms.filter(({ kind, told }) => kind === 'step' && told === 'shiftLeader').every(({ due }) => (due ?? 0) > 0)).toBe(
      true,
    );
    expect(code(await say('group', 'review', { id, summary: '总结' }))).toBe('reportOwed');
    const contents = { time: clock.now(), place: '全市', source: '现场', nature: '暴雨', scope: '已恢复', trend: '稳定', measures: '撤收' };
    for (const { code: report } of ended.reports) {
      await say('duty', 'report', { id, report, stage: 'first', to: '应急领导小组', means: 'phone', contents });
      await say('duty', 'report', { id, report, stage: 'final', to: '应急领导小组', means: 'phone', contents });
    }
    const [point] = ended.evaluation;
    expect(code(await say('group', 'evaluate', { id, points: [{ code: point?.code, given: 101 }] }))).toMatch(/invalidInput|tooManyPoints/);
    expect(code(await say('group', 'evaluate', { id, points: [{ code: point?.code, given: 1 }], summary: '报告偏慢' }))).toBe('ok');
    expect(code(await say('group', 'noteLesson', { id, text: '电话报告偏慢', step: 'phoneReport', proposal: '改为10分钟' }))).toBe('ok');
    expect(code(await say('group', 'review', { id, summary: '总结' }))).toBe('ok');
    expect((await one(id)).state).toBe('reviewed');
    expect(must((await say('group', 'lessons', { plan: 'rainstorm' })) as never)).toHaveLength(1);
    const [quarter] = must((await say('office', 'drills', {})) as never) as { quarter: string; held: unknown[] }[];
    expect(quarter).toMatchObject({ quarter: '2026-Q3', held: [{ number: 'A-2026-000001' }] });
    station.close();
  });
});

test('a fault on what the plan depends on alarms the group leader; of a holiday announced long ahead only in its last seven days', async () => {
  const { activate, one, station, clock, of } = await planDesk('depends', at('2026-09-10T09:00'));
  const { id } = await activate({ plan: 'nationalDay', level: 3, drill: false, target: at('2026-10-01T00:00') });
  const report = () =>
    station.call(faults.report, { place: '中心广场', subsystem: 'frontEnd', symptom: '黑屏', class: 'B' }, station.sessionFor(of.duty));
  const told = async () => (await one(id)).alarms.filter(({ kind }) => kind === 'fault').map(({ told: to }) => to);
  must(await report());
  station.notice();
  expect(await told()).toEqual([]);
  clock.time = at('2026-09-25T09:00');
  station.notice();
  expect(await told()).toEqual([]);
  must(await report());
  station.notice();
  station.notice();
  expect(await told()).toEqual(['groupLeader']);
  station.close();
});
