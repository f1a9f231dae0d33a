import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, minute } from '../../src/shared/time';
import { isSettled } from '../../src/shared/plan-runs/steps';
import type { RunRecord } from '../../src/shared/plan-runs/record';
import { Chance } from '../support/chance';
import { dump } from '../support/dump';
import { BadLine, exchange as meet, lacking, trust } from '../support/exchange';
import { must } from '../support/memory-station';
import { planDesk } from '../support/plan-desk';

const { planRuns } = contracts;
const afternoon = Date.parse('2026-07-14T14:00:00+08:00');
type Desk = Awaited<ReturnType<typeof planDesk>>;

async function apart(seed: string): Promise<[Desk, Desk]> {
  const east = await planDesk(`${seed} east`, afternoon, 'A');
  const west = await planDesk(`${seed} west`, afternoon + 3_000, 'B');
  trust(east.station, west.station);
  return [east, west];
}

/** Until neither lacks anything, and what came in a long run is folded. */
function exchange(...[one, other]: Parameters<typeof meet>) {
  do meet(one, other);
  while (lacking(one, other, 1).length > 0 || lacking(other, one, 1).length > 0);
  for (const { journal } of [one, other]) while (journal.hasUnfolded) journal.foldSome();
}

/** Steps without evidence: a tick is one word. */
const plain = (run: RunRecord) =>
  run.stepList.filter((step) => step.evidence.length === 0 && step.every === undefined && step.standing === 'open');
const listOf = async ({ station, of }: Desk) => must(await station.call(planRuns.list, {}, station.sessionFor(of.office)));

describe('two desks apart each activate the same plan (issue 5, 4)', () => {
  test('both runs are there, marked, and are joined into one without losing a tick, also one that arrives later', async () => {
    const [east, west] = await apart('twins');
    const a = await east.activate({ plan: 'rainstorm', level: 2, drill: false });
    const b = await west.activate({ plan: 'rainstorm', level: 2, drill: false });
    const [first, second, third, fourth] = plain(await east.one(a.id)).map(({ code }) => code);
    must((await east.say('duty', 'stepDone', { id: a.id, step: first })) as never);
    must((await east.say('duty', 'stepDone', { id: a.id, step: second })) as never);
    west.clock.pass(minute);
    must((await west.say('duty', 'stepDone', { id: b.id, step: second })) as never);
    must((await west.say('duty', 'stepDone', { id: b.id, step: third })) as never);
    exchange(east.station, west.station);
    for (const desk of [east, west]) expect((await listOf(desk)).map(({ twins }) => twins.length)).toEqual([1, 1]);

    must((await east.say('group', 'join', { id: a.id, other: b.id, reason: '同一场暴雨' })) as never);
    // The other desk has not heard of it yet, and ticks on.
    must((await west.say('duty', 'stepDone', { id: b.id, step: fourth })) as never);
    exchange(east.station, west.station);
    for (const desk of [east, west]) {
      const run = await desk.one(a.id);
      const done = run.stepList.filter(({ standing }) => standing === 'done').map(({ code }) => code);
      expect(new Set(done)).toEqual(new Set([first, second, third, fourth]));
      expect(run.joined).toEqual([{ id: b.id, number: b.number }]);
      expect(run.contested).toBe(false);
      expect(await desk.one(b.id)).toMatchObject({ state: 'joined', joinedInto: { id: a.id } });
      expect((await listOf(desk)).map(({ id }) => id)).toEqual([a.id]);
    }
    expect(dump(east.station)).toEqual(dump(west.station));
  });

  test('done at one desk, not applicable at the other: both stand, and somebody settles it', async () => {
    const [east, west] = await apart('sides');
    const { id } = await east.activate({ plan: 'rainstorm', level: 2, drill: false });
    exchange(east.station, west.station);
    const step = plain(await east.one(id)).find(({ critical }) => !critical)?.code;
    must((await east.say('duty', 'stepDone', { id, step })) as never);
    must((await west.say('group', 'setStepAside', { id, step, how: 'notApplicable', reason: '本站无此设备' })) as never);
    exchange(east.station, west.station);
    const contested = (await west.one(id)).stepList.find(({ code }) => code === step);
    expect(contested?.sides.map(({ verb }) => verb)).toEqual(['stepDone', 'stepSetAside']);
    must((await west.say('duty', 'settleStep', { id, step, side: contested?.sides[0]?.entry, reason: '现场已完成' })) as never);
    exchange(east.station, west.station);
    expect((await east.one(id)).stepList.find(({ code }) => code === step)).toMatchObject({ standing: 'done', sides: [] });
    expect(await east.say('duty', 'settleStep', { id, step, side: contested?.sides[1]?.entry, reason: '再改' })).toMatchObject({
      refusal: { code: 'nothingContested' },
    });
  });
});

test('a run of 200 steps and 60 people: a tick and every screen within 200 ms, seen on the other desk after one exchange', async () => {
  const [east, west] = await apart('large');
  const { id } = await east.activate({ plan: 'rainstorm', level: 2, drill: false });
  const { phases, posts } = await east.one(id);
  const phase = phases[1]?.code;
  const people = Array.from({ length: 60 }, (_, i) => ({ name: `队员${i + 1}`, phone: `190000${String(20_000 + i)}` }));
  must((await east.say('group', 'fillPost', { id, post: posts[1]?.code, people, reason: '增派' })) as never);
  const steps: string[] = [];
  while ((await east.one(id)).steps < 200) {
    const input = {
      id,
      phase,
      what: `第${steps.length + 1}处积水点值守`,
      who: posts[1]?.code,
      due: east.clock.now() + hour,
      critical: false,
      reason: '增派点位',
    };
    steps.push(must((await east.say('group', 'addStep', input)) as never as { ok: true; value: { step: string } }).step);
  }
  for (const person of people) must((await east.say('duty', 'call', { id, person, outcome: 'reached' })) as never);
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  // The best of three: other work on the machine is not ours.
  const best = async (work: () => Promise<unknown>) => Math.min(await timed(work), await timed(work), await timed(work));
  await east.one(id);
  expect(await timed(() => east.say('duty', 'stepDone', { id, step: steps[0] }))).toBeLessThan(200);
  expect(await best(() => east.one(id))).toBeLessThan(200);
  expect(await best(() => listOf(east))).toBeLessThan(200);
  exchange(east.station, west.station);
  expect((await west.one(id)).stepList.find(({ code }) => code === steps[0])?.standing).toBe('done');
  expect(await timed(async () => exchange(east.station, west.station))).toBeLessThan(1_000);
});

describe('played at random on two desks with a bad line', () => {
  const verbs = reached();
  test.each(Array.from({ length: 14 }, (_, i) => i + 1))(
    'seed %i: both agree in the end, and a rebuilt station is the same',
    async (seed) => {
      await play(seed);
    },
  );
  test('every command was done at least once', () => {
    expect([...verbs.missing()]).toEqual([]);
  });

  async function play(seed: number) {
    const chance = new Chance(seed);
    const desks = await apart(`random ${seed}`);
    const line = new BadLine(chance);
    const known: string[] = [];
    for (let i = 0; i < 90; i++) {
      const desk = chance.pick(desks);
      if (chance.sometimes(0.12)) {
        const other = desk === desks[0] ? desks[1] : desks[0];
        line.carry(desk.station, other.station);
        continue;
      }
      for (const { clock } of desks) clock.pass(chance.pick([0, 1, minute, 20 * minute]));
      if (chance.sometimes(0.1)) desk.station.notice();
      await act(desk, chance, known, verbs.done);
    }
    exchange(desks[0].station, desks[1].station);
    await windUp(desks, verbs.done);
    exchange(desks[0].station, desks[1].station);
    const before = dump(desks[0].station);
    same(dump(desks[1].station), before);
    desks[0].station.journal.rebuild();
    same(dump(desks[0].station), before);
    for (const { station } of desks) station.close();
  }
});

/** The tables of two stations, row by row: what differs is named, not printed whole. */
function same(one: Readonly<Record<string, unknown[]>>, other: Readonly<Record<string, unknown[]>>) {
  const differing = Object.keys(other).flatMap((table) => {
    const [rows, others] = [one[table] ?? [], other[table] ?? []].map((all) => new Set(all.map((row) => JSON.stringify(row))));
    const lost = [...(others ?? [])].filter((row) => !rows?.has(row));
    return lost.length === 0 && rows?.size === others?.size ? [] : [`${table}: ${lost.length} of ${others?.size} rows differ`];
  });
  expect(differing).toEqual([]);
}

/** What chance seldom reaches: two desks say different things of a step and one settles it; the run ends, is evaluated and reviewed. */
async function windUp([east, west]: readonly [Desk, Desk], done: Set<string>) {
  const card = (await listOf(east)).find(({ state }) => state === 'running');
  if (!card) return;
  const { id, drill } = card;
  const tell = async (desk: Desk, who: keyof Desk['of'], verb: keyof typeof planRuns, input: object) => {
    if ((await desk.say(who, verb, { id, ...input })).ok) done.add(verb);
  };
  const step = plain(await east.one(id))[0]?.code;
  await tell(east, 'duty', 'stepDone', { step });
  await tell(west, 'group', 'setStepAside', { step, how: 'notApplicable', reason: '无此设备' });
  exchange(east.station, west.station);
  const side = (await west.one(id)).stepList.find(({ code }) => code === step)?.sides[0]?.entry;
  if (side) await tell(west, 'duty', 'settleStep', { step, side, reason: '已完成' });
  await tell(west, 'duty', 'proposeEnd', { proposer: { name: '工程师1' }, text: '恢复' });
  await tell(west, 'leading', 'decideEnd', { approved: true });
  await tell(west, 'group', 'noteLesson', { text: '报告偏慢' });
  const { evaluation } = await west.one(id);
  await tell(west, 'group', 'archive', { language: 'zh' });
  if (drill) await tell(west, 'group', 'evaluate', { points: [{ code: evaluation[0]?.code, given: 1 }] });
  await finish((who, verb, input) => tell(west, who, verb, input), await west.one(id));
}

/** Every final report, everything issued taken back, and the review. */
async function finish(tell: (who: 'duty' | 'group', verb: keyof typeof planRuns, input: object) => Promise<unknown>, run: RunRecord) {
  const contents = { time: afternoon, place: '全市', source: '现场', nature: '暴雨', scope: '局部', trend: '减弱', measures: '抢修' };
  for (const { code, round } of run.reports) {
    const report = { report: code, to: '领导小组', means: 'phone', contents };
    if (round === 0) await tell('duty', 'report', { ...report, stage: 'first' });
    await tell('duty', 'report', { ...report, stage: 'final' });
  }
  for (const { code, issued, returned } of run.kit) {
    if (issued > returned) await tell('duty', 'returnKit', { lines: [{ item: code, count: issued - returned }], by: { name: '工程师1' } });
  }
  await tell('group', 'review', { summary: '总结' });
}

/** Which verbs were done, over all seeds. */
function reached() {
  const done = new Set<string>();
  const commands = Object.values(planRuns)
    .filter(({ kind }) => kind === 'command')
    .map(({ name }) => name.slice(name.indexOf('.') + 1));
  return { done, missing: () => commands.filter((verb) => !done.has(verb)) };
}

async function act(desk: Desk, chance: Chance, known: string[], done: Set<string>) {
  const { say, signer, clock, station, of } = desk;
  const tell = async (who: keyof Desk['of'], verb: keyof typeof planRuns, input: object) => {
    const answer = await say(who, verb, input);
    if (answer.ok) done.add(verb);
    else if (['invalidInput', 'failed', 'notAllowed'].includes(answer.refusal.code)) {
      throw new Error(`${verb} ${JSON.stringify(input)}: ${JSON.stringify(answer.refusal)}`);
    }
    return answer;
  };
  const reason = chance.pick(['误报', '现场情况变化', '领导要求']);
  if (known.length === 0 || chance.sometimes(0.06)) {
    const plan = chance.pick(['rainstorm', 'rainstorm', 'nationalDay']);
    const answer = await tell('group', 'activate', {
      plan,
      level: chance.pick([2, 3]),
      drill: chance.sometimes(0.4),
      reason,
      ...(plan === 'nationalDay' ? { target: clock.now() + 5 * 24 * hour } : {}),
    });
    if (answer.ok) known.push((answer as unknown as { value: { id: string } }).value.id);
    return;
  }
  const id = chance.pick(known);
  const asked = await station.call(planRuns.one, { id }, station.sessionFor(of.office));
  // The other desk's run may not have arrived.
  if (!asked.ok) return;
  const run = asked.value;
  const who = chance.pick(['duty', 'shift', 'group', 'office', 'leading'] as const);
  const leader = chance.pick(['shift', 'group', 'office', 'leading'] as const);
  const open = run.stepList.filter(({ standing }) => standing === 'open' || standing === 'failed');
  // A few steps again and again: what two desks say of one step must meet.
  const few = chance.sometimes(0.5) ? plain(run).slice(0, 3) : open;
  const step = (chance.sometimes(0.8) && few.length > 0 ? chance.pick(few) : chance.pick(run.stepList)).code;
  const settled = run.stepList.filter((one) => isSettled(one));
  const post = chance.pick(run.posts).code;
  const person = chance.pick([...run.callOut.map((one) => one.person), { name: '路人' }]);
  const evidence = run.stepList
    .find(({ code }) => code === step)
    ?.evidence.map((wanted) => {
      switch (wanted.kind) {
        case 'photo':
          return {
            kind: 'photo',
            files: Array.from({ length: wanted.atLeast }, () => ({ hash: 'b'.repeat(64), name: '现场.jpg', type: 'image/jpeg', size: 5 })),
          };
        case 'text':
          return { kind: 'text', value: '已办' };
        case 'signature':
          return { kind: 'signature' };
        default:
          return { kind: wanted.kind, value: chance.between(0, 100) };
      }
    });
  const contents = { time: clock.now(), place: '全市', source: '现场', nature: '暴雨', scope: '局部', trend: '减弱', measures: '抢修' };
  const moves: (() => Promise<unknown>)[] = [
    () => tell(who, 'stepDone', { id, step, note: '已办', evidence, signer: signer('group') }),
    () => tell(leader, 'setStepAside', { id, step, how: chance.pick(['skipped', 'notApplicable']), reason }),
    () => tell(who, 'stepFailed', { id, step, note: reason }),
    () => tell(who, 'reopenStep', { id, step: settled.length > 0 ? chance.pick(settled).code : step, reason }),
    () =>
      tell(leader, 'addStep', {
        id,
        phase: chance.pick(run.phases).code,
        what: '加派人员',
        who: post,
        due: clock.now() + hour,
        critical: chance.sometimes(0.3),
        reason,
      }),
    () => tell(leader, 'moveStepDue', { id, step, due: clock.now() + chance.between(0, 5) * hour, reason }),
    async () => {
      const check = run.stepList.find(({ checks }) => checks);
      await tell('duty', 'badPoint', { id, step: check?.code ?? step, place: '学府街', subsystem: 'frontEnd', symptom: '黑屏' });
    },
    async () => {
      const fault = station.journal.raw.prepare<[], string>('SELECT id FROM faults ORDER BY id LIMIT 1').pluck().get();
      await tell(who, 'linkFault', { id, fault: fault ?? id });
    },
    async () => {
      const phase = chance.pick(run.phases);
      if (chance.sometimes(0.5))
        for (const bar of phase.bars) await tell(leader, 'setStepAside', { id, step: bar, how: 'skipped', reason });
      await tell(leader, 'closePhase', { id, phase: phase.code });
    },
    () => tell(leader, 'changeLevel', { id, level: chance.pick([1, 2, 3]), reason, signer: signer('leading') }),
    () => tell(leader, 'moveTarget', { id, target: clock.now() + chance.between(1, 9) * hour, reason }),
    () => tell(who, 'fillPost', { id, post, people: [person], reason }),
    () => tell(leader, 'nameCommander', { id, shift: chance.pick(run.command).shift, commander: person }),
    () => tell(who, 'call', { id, person, outcome: chance.pick(['called', 'noAnswer', 'reached', 'refused', 'arrived']), note: reason }),
    () => tell(who, 'issueKit', { id, lines: [{ item: chance.pick(run.kit).code, count: chance.between(1, 3) }], to: person }),
    () =>
      tell(who, 'returnKit', {
        id,
        lines: [{ item: (run.kit.find(({ issued, returned }) => issued > returned) ?? chance.pick(run.kit)).code, count: 1 }],
        by: person,
        lost: chance.sometimes(0.2),
        note: reason,
      }),
    () => tell(who, 'startRollCall', { id, minutes: 5 }),
    () =>
      tell(who, 'answerRollCall', {
        id,
        rollCall: run.rollCalls[0]?.id ?? id,
        person: run.rollCalls[0]?.people[0]?.person ?? person,
        present: chance.sometimes(0.7),
        note: reason,
      }),
    () => tell(who, 'instruct', { id, from: { name: '严总' }, text: '加强值守', to: [post] }),
    () => tell(who, 'instructionDone', { id, instruction: run.instructions.find(({ doneAt }) => doneAt === undefined)?.id ?? id }),
    async () => {
      const report = chance.pick(run.reports);
      const stage = report.round === 0 ? 'first' : chance.pick(['followUp', 'final']);
      await tell(who, 'report', { id, report: report.code, stage, to: '领导小组', means: 'phone', contents });
    },
    () => tell(who, 'note', { id, text: reason }),
    () => tell(who, 'takeAlarm', { id, alarm: run.alarms[0]?.key ?? 'unfilled/none' }),
    () => tell(who, 'proposeEnd', { id, proposer: person, text: reason }),
    () => tell(who, 'decideEnd', { id, approved: chance.sometimes(0.5), text: reason, signer: signer('leading') }),
    () => tell(who, 'noteLesson', { id, text: reason, proposal: '修改时限' }),
    () => tell(leader, 'join', { id, other: chance.pick(known), reason }),
    () => (chance.sometimes(0.2) ? tell('group', 'withdraw', { id, reason }) : Promise.resolve()),
  ];
  // What is seldom possible is done oftener where it is.
  const contested = run.stepList.find(({ sides }) => sides.length > 0);
  const seldom = [
    ...(contested ? [() => tell(who, 'settleStep', { id, step: contested.code, side: contested.sides[0]?.entry, reason })] : []),
    ...(run.faults.length > 0 ? [() => tell(leader, 'unlinkFault', { id, fault: run.faults[0]?.id, reason })] : []),
  ];
  await chance.pick(seldom.length > 0 && chance.sometimes(0.25) ? seldom : moves)();
}
