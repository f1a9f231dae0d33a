import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { RunRecord } from '../../shared/plan-runs/record';
import { minute } from '../../shared/time';
import { now } from '../clock';
import '../i18n/i18n';
import { KeyMapProvider } from '../shell/KeyMap';
import { ShellProvider } from '../shell/ShellContext';
import { OfficerContext, StationProvider } from '../station';
import { granted, InTestBridge, refused } from '../station/in-test-bridge';
import { FaultsTab } from './FaultsTab';
import { KitTab } from './KitTab';
import { PeopleTab } from './PeopleTab';
import { ReportsTab } from './ReportsTab';

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const both = (text: string) => ({ zh: text, en: text });

beforeAll(() => {
  // jsdom lacks what Mantine asks the browser.
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(cleanup);

const people = Array.from({ length: 60 }, (_, i) => ({ id: id(100 + i), name: `队员${i + 1}`, phone: `1900000${1000 + i}` }));

/** A storm with sixty people, of whom the fortieth was called twenty minutes ago; the rest nobody has called. */
function storm(over: Partial<RunRecord> = {}): RunRecord {
  const at = now();
  return {
    id: id(1),
    number: 'A-2026-000001',
    plan: 'rainstorm',
    title: both('暴雨应急预案'),
    level: 2,
    drill: false,
    state: 'running',
    activatedAt: at - 60 * minute,
    activatedBy: '魏组长',
    area: '东城',
    target: at,
    commander: '严总',
    steps: 40,
    settled: 2,
    overdue: 1,
    unfilled: 1,
    silent: 1,
    openFaults: 1,
    twins: [],
    contested: false,
    version: id(2),
    reason: '橙色预警',
    callScript: both('我是指挥中心值班员，请携带雨衣。'),
    may: { run: true, end: false, withdraw: false, changeLevel: false },
    levels: [],
    levelChoices: [2],
    levelContested: false,
    groups: [{ code: 'groupA', name: both('A组') }],
    posts: [
      {
        code: 'leaderA',
        group: 'groupA',
        name: both('A组组长'),
        does: both('带队'),
        count: 1,
        leads: true,
        people: [],
        unfilled: 1,
        contested: false,
      },
      {
        code: 'crewA',
        group: 'groupA',
        name: both('A组维修员'),
        does: both('抢修'),
        count: 60,
        leads: false,
        people,
        unfilled: 0,
        contested: false,
      },
    ],
    command: [
      { shift: '2026-11-22 night', name: '夜班', start: at - 60 * minute, commander: { id: id(9), name: '严总' } },
      { shift: '2026-11-23 day', name: '白班', start: at + 300 * minute },
    ],
    phases: [],
    stepList: [],
    callOut: people.map((person, i) => ({
      person,
      posts: ['crewA'],
      outcome: i === 39 ? 'called' : 'notCalled',
      ...(i === 39 ? { at: at - 20 * minute } : {}),
      note: '',
      calls: i === 39 ? 1 : 0,
      silent: i === 39,
    })),
    kit: [],
    kitMoves: [],
    rollCalls: [],
    instructions: [],
    reports: [],
    faults: [],
    alarms: [],
    endDecisions: [],
    lessons: [],
    evaluation: [],
    evaluationSummary: '',
    joined: [],
    timeline: [],
    ...over,
  };
}

type Handlers = ConstructorParameters<typeof InTestBridge>[0];

function desk(Tab: (props: { run: RunRecord }) => React.ReactNode, run = storm(), handlers: Handlers = {}) {
  const verbs = [
    'call',
    'fillPost',
    'nameCommander',
    'answerRollCall',
    'issueKit',
    'returnKit',
    'report',
    'linkFault',
    'unlinkFault',
    'takeAlarm',
  ];
  const bridge = new InTestBridge({
    'unit.status': () => granted({ founded: true, zone: 'Asia/Shanghai', version: '0', entries: 0, now: now() }),
    'drafts.load': () => granted(null),
    'drafts.save': () => granted(null),
    'drafts.discard': () => granted(null),
    'people.find': () => granted([]),
    ...Object.fromEntries(verbs.map((verb) => [`planRuns.${verb}`, () => granted(null)])),
    'planRuns.startRollCall': () => granted({ rollCall: id(3) }),
    'planRuns.instruct': () => granted({ instruction: id(4) }),
    ...handlers,
  });
  const opened: string[] = [];
  const officer = { id: id(8), name: '值班员乙', login: 'duty', roles: ['dutyOfficer', 'shiftLeader'] } as never;
  render(
    <MantineProvider>
      <StationProvider bridge={bridge}>
        <OfficerContext value={officer}>
          <KeyMapProvider asleep={false}>
            <ShellProvider opens={(_, kind, record) => opened.push(`${kind} ${record.title}`)}>
              <Tab run={run} />
            </ShellProvider>
          </KeyMapProvider>
        </OfficerContext>
      </StationProvider>
    </MantineProvider>,
  );
  const sent = (verb: string) => bridge.calls.filter(({ name }) => name === `planRuns.${verb}`).map(({ input }) => input);
  return { user: userEvent.setup(), sent, opened };
}

const chosen = () => document.querySelector('[aria-current="true"] strong')?.textContent;

test('sixty people: who is silent stands on top, and each call is logged with one key, on to the next person', async () => {
  const { user, sent } = desk(PeopleTab);
  const lines = within(screen.getByRole('list', { name: '调集名单' })).getAllByRole('listitem');
  expect(lines).toHaveLength(60);
  expect(lines[0]?.textContent).toMatch(/队员40.*190 0000 1039.*失联 20 分钟/);
  expect(screen.getByText('未呼 59')).toBeTruthy();
  await user.keyboard('n');
  await waitFor(() => expect(sent('call')).toEqual([expect.objectContaining({ person: people[39], outcome: 'noAnswer' })]));
  expect(chosen()).toBe('队员1');
  const before = now();
  await user.keyboard('2');
  await waitFor(() => expect(sent('call')).toHaveLength(2));
  expect(sent('call')[1]).toMatchObject({ person: people[0], outcome: 'reached' });
  const { expectedAt } = sent('call')[1] as { expectedAt: number };
  expect(Math.round((expectedAt - before) / minute)).toBe(20);
  expect(chosen()).toBe('队员2');
  // Called only: they may pick up in a moment, so the mark stays.
  await user.keyboard('c');
  expect(chosen()).toBe('队员2');
});

test('refused wants a reason, reached takes any minutes, and an arrival nobody expected is asked for once more', async () => {
  const { user, sent } = desk(PeopleTab);
  await user.keyboard('f{Enter}');
  expect(sent('call')).toEqual([]);
  await user.keyboard('在外地{Enter}');
  await waitFor(() => expect(sent('call')).toEqual([expect.objectContaining({ outcome: 'refused', note: '在外地' })]));
  await user.keyboard('r25{Enter}');
  await waitFor(() => expect(sent('call')[1]).toMatchObject({ outcome: 'reached', person: people[0] }));
  await user.keyboard('a');
  expect(await screen.findByText(/队员2尚未联系上/)).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(sent('call')).toHaveLength(2);
  await user.keyboard('a{Enter}');
  await waitFor(() => expect(sent('call')[2]).toMatchObject({ outcome: 'arrived', person: people[1] }));
});

test('a refused call stays with its person and says why', async () => {
  const { user } = desk(PeopleTab, storm(), { 'planRuns.call': () => refused('notRunning') });
  await user.keyboard('n');
  expect(await screen.findByText('队员40未登记')).toBeTruthy();
  expect(chosen()).toBe('队员40');
});

test('the same commander goes on: one key', async () => {
  const { user, sent } = desk(PeopleTab);
  expect(screen.getByText('未指定：本班不能交班签字')).toBeTruthy();
  await user.keyboard('m');
  await waitFor(() =>
    expect(sent('nameCommander')).toEqual([expect.objectContaining({ shift: '2026-11-23 day', commander: { id: id(9), name: '严总' } })]),
  );
});

test('the first unfilled post: pinyin, Enter, Ctrl+Enter', async () => {
  const found = {
    id: id(50),
    name: '谢组长',
    phone: '19000001006',
    otherPhones: [],
    post: '甲组组长',
    group: '甲组',
    organisation: '',
    responsibility: '',
  };
  const { user, sent } = desk(PeopleTab, storm(), { 'people.find': () => granted([found]) });
  await user.keyboard('w');
  expect(await screen.findByText(/缺员岗位 1 个/)).toBeTruthy();
  await user.keyboard('u');
  await waitFor(() => expect(screen.getByLabelText(/^增加人员/)).toBe(document.activeElement));
  await user.keyboard('xzz');
  await screen.findByText('谢组长');
  await user.keyboard('{Enter}');
  await screen.findByLabelText('移出谢组长');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(sent('fillPost')).toEqual([
      { id: id(1), post: 'leaderA', people: [{ id: id(50), name: '谢组长', phone: '19000001006' }], reason: '补充缺员' },
    ]),
  );
});

test('roll call: one key per answer, on to the next; who is silent stands on top when the time is up', async () => {
  const at = now();
  const rollCall = (closesAt: number): RunRecord['rollCalls'][number] => ({
    id: id(3),
    startedAt: at - minute,
    closesAt,
    by: '值班员乙',
    people: people.slice(0, 3).map((person, i) => ({ person, answer: i === 0 ? 'present' : 'silent', note: '' })),
  });
  const { user, sent } = desk(PeopleTab, storm({ rollCalls: [rollCall(at + 9 * minute)] }));
  await user.keyboard('e');
  expect(chosen()).toBe('队员2');
  await user.keyboard('p');
  expect(chosen()).toBe('队员3');
  await user.keyboard('x');
  await waitFor(() => expect(sent('answerRollCall')).toHaveLength(2));
  expect(sent('answerRollCall')).toEqual([
    { id: id(1), rollCall: id(3), person: people[1], present: true, note: '' },
    { id: id(1), rollCall: id(3), person: people[2], present: false, note: '点名不在位，原因待查' },
  ]);
  cleanup();
  const over = desk(PeopleTab, storm({ rollCalls: [rollCall(at - 1)] }));
  await over.user.keyboard('e');
  expect(screen.getByText('点名时间到')).toBeTruthy();
  const names = screen.getAllByRole('listitem').map(({ textContent }) => textContent?.slice(0, 3));
  expect(names).toEqual(['队员2', '队员3', '队员1']);
  await over.user.keyboard('s');
  await waitFor(() => expect(over.sent('startRollCall')).toEqual([{ id: id(1), minutes: 10, people: [] }]));
});

const line = (code: string, facts: Partial<RunRecord['kit'][number]>): RunRecord['kit'][number] => ({
  code,
  name: both(code),
  unit: both('台'),
  kind: 'item',
  planned: 4,
  carriesKit: false,
  issued: 0,
  returned: 0,
  lost: 0,
  ...facts,
});

test('a vehicle is loaded with the whole list at once, and cleared with every difference explained', async () => {
  const kit = [
    line('pickup', { kind: 'vehicle', planned: 2, carriesKit: true, issued: 1 }),
    line('camera', { perVehicle: 4, planned: 8, issued: 4 }),
    line('radio', { perVehicle: 1, planned: 2, issued: 1 }),
  ];
  const issued = {
    entry: id(5),
    verb: 'issue' as const,
    at: now(),
    author: '值班员乙',
    person: '何立群',
    vehicle: 'pickup 1',
    lost: false,
    note: '',
  };
  const kitMoves = [
    {
      ...issued,
      lines: [
        { item: 'camera', count: 4 },
        { item: 'radio', count: 1 },
        { item: 'pickup', count: 1 },
      ],
    },
  ];
  const { user, sent } = desk(KitTab, storm({ kit, kitMoves }));
  await user.keyboard('i');
  await waitFor(() => expect(screen.getByLabelText(/^领用人/)).toBe(document.activeElement));
  await user.keyboard('邓海沣{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(sent('issueKit')).toEqual([
      {
        id: id(1),
        vehicle: 'pickup 2',
        to: { name: '邓海沣' },
        note: '',
        lines: [
          { item: 'pickup', count: 1 },
          { item: 'camera', count: 4 },
          { item: 'radio', count: 1 },
        ],
      },
    ]),
  );
  await user.click(screen.getByRole('button', { name: '整车归还' }));
  await user.clear(screen.getByLabelText('实收 camera'));
  await user.type(screen.getByLabelText('实收 camera'), '3');
  await user.click(screen.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: /登记归还/ }));
  expect(sent('returnKit')).toEqual([]);
  await user.type(screen.getByLabelText(/^报损说明/), '落水');
  await user.click(screen.getByRole('button', { name: /登记归还/ }));
  await waitFor(() => expect(sent('returnKit')).toHaveLength(2));
  const said = { id: id(1), by: { name: '何立群' }, vehicle: 'pickup 1', note: '落水' };
  expect(sent('returnKit')).toEqual([
    { ...said, lines: [{ item: 'camera', count: 1 }], lost: true },
    {
      ...said,
      lines: [
        { item: 'camera', count: 3 },
        { item: 'radio', count: 1 },
        { item: 'pickup', count: 1 },
      ],
    },
  ]);
});

test('the next report is prefilled from the last one and from the steps done since; the final one needs all seven', async () => {
  const at = now();
  const contents = { time: at, place: '东城', source: '气象台', nature: '暴雨', scope: '', trend: '', measures: '已出发' };
  const step = (code: string, happenedAt: number) =>
    ({
      ...{ code, phase: 'respond', added: false, what: both(`${code}完成`), who: 'crewA', holders: [], critical: false, evidence: [] },
      ...{ round: 0, missed: 0, standing: 'done', sides: [], lapsed: false, urgency: 'calm', faults: [], openFaults: 0, mine: false },
      mark: { entry: id(6), verb: 'stepDone', at: happenedAt, author: '值班员乙', happenedAt, note: '' },
    }) as RunRecord['stepList'][number];
  const sentBefore = {
    entry: id(7),
    stage: 'first' as const,
    at: at - 30 * minute,
    author: '值班员乙',
    to: '领导小组',
    means: 'phone' as const,
    contents,
  };
  const rule = {
    code: 'phone',
    name: both('电话报告'),
    by: 'crewA',
    to: both('应急领导小组'),
    means: 'phone' as const,
    every: '1h',
    round: 1,
  };
  const reports = [{ ...rule, due: at + 30 * minute, amberAt: at + 15 * minute, urgency: 'calm' as const, sent: [sentBefore] }];
  const { user, sent } = desk(ReportsTab, storm({ reports, stepList: [step('早前', at - 40 * minute), step('排水', at - 10 * minute)] }));
  await user.keyboard('n');
  const measures = await screen.findByLabelText<HTMLTextAreaElement>(/^已采取措施/);
  expect(measures.value).toMatch(/排水完成/);
  expect(measures.value).not.toMatch(/早前/);
  expect(screen.getByLabelText<HTMLInputElement>(/^报送对象/).value).toBe('领导小组');
  expect(screen.getByLabelText<HTMLInputElement>(/^信息来源/).value).toBe('气象台');
  await user.click(screen.getByRole('button', { name: '作为终报' }));
  expect(sent('report')).toEqual([]);
  await user.type(screen.getByLabelText(/^影响范围/), '3个点位');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(sent('report')).toEqual([expect.objectContaining({ report: 'phone', stage: 'followUp', means: 'phone', to: '领导小组' })]),
  );
});

test('an instruction goes to posts and is done with its result', async () => {
  const given = { id: id(4), at: now(), from: { name: '严总' }, text: '加强值守', to: ['leaderA'], due: now() - minute, note: '' };
  const { user, sent } = desk(ReportsTab, storm({ instructions: [given] }), { 'planRuns.instructionDone': () => granted(null) });
  expect(screen.getByText(/超时/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '办结' }));
  await user.keyboard('已加派{Enter}');
  await waitFor(() => expect(sent('instructionDone')).toEqual([{ id: id(1), instruction: id(4), note: '已加派' }]));
  await user.keyboard('i');
  await user.keyboard('金主任');
  await user.selectOptions(screen.getByLabelText(/^承办岗位/), 'leaderA');
  await user.type(screen.getByLabelText(/^批示内容/), '核实供电');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sent('instruct')).toEqual([{ id: id(1), from: { name: '金主任' }, text: '核实供电', to: ['leaderA'] }]));
});

test('a noticed fault alarms on top: its alarm is taken, it is linked, it is opened; another one is found by its number', async () => {
  const noticed = {
    id: id(20),
    number: 'A-2026-000020',
    title: '机房空调告警',
    state: 'reported' as const,
    open: true,
    linked: false,
    at: now(),
  };
  const linked = { ...noticed, id: id(21), number: 'A-2026-000021', title: '路口离线', linked: true };
  const alarm = {
    ...{ key: `fault/${id(20)}`, run: id(1), number: 'A-2026-000001', title: both('暴雨'), drill: false, kind: 'fault' as const },
    ...{ what: both('机房空调告警'), level: 'red' as const, told: 'groupLeader' as const, names: ['谢组长'], since: now(), mine: false },
  };
  const card = { id: id(22), number: 'A-2026-000022', state: 'accepted', place: '学府街', symptom: '黑屏' };
  const { user, sent, opened } = desk(FaultsTab, storm({ faults: [linked, noticed], alarms: [alarm] }), {
    'faults.find': () => granted([card]),
  });
  const rows = within(screen.getByRole('list', { name: '关联故障' })).getAllByRole('listitem');
  expect(rows[0]?.textContent).toMatch(/A-2026-000020.*提醒组长 谢组长/);
  await user.click(screen.getByRole('button', { name: '确认提醒' }));
  await waitFor(() => expect(sent('takeAlarm')).toEqual([{ id: id(1), alarm: `fault/${id(20)}` }]));
  await user.click(screen.getByRole('button', { name: '关联到本次执行' }));
  await user.click(screen.getByRole('button', { name: 'A-2026-000021' }));
  expect(opened).toEqual(['fault A-2026-000021']);
  await user.keyboard('l22');
  await screen.findByText('A-2026-000022');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(sent('linkFault')).toEqual([
      { id: id(1), fault: id(20) },
      { id: id(1), fault: id(22) },
    ]),
  );
  await user.click(screen.getByRole('button', { name: '解除关联' }));
  await user.keyboard('与本次无关{Enter}');
  await waitFor(() => expect(sent('unlinkFault')).toEqual([{ id: id(1), fault: id(21), reason: '与本次无关' }]));
});
