// The handover's rare states, in the whole window: two records of one shift, a record that was altered, what only leaders read.
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import '../i18n/i18n';
import type { HandoverContent } from '../../shared/handover/content';
import type { HandoverVersion, HandoverView } from '../../shared/handover/contract';
import type { Role } from '../../shared/roles';
import type { Shift } from '../../shared/roster/shift';
import { hour, minute } from '../../shared/time';
import { now } from '../clock';
import { granted, InTestBridge, refused } from '../station/in-test-bridge';
import { App } from './App';

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const officer = { id: id(1), login: 'chen', name: '陈思远', roles: ['dutyOfficer'] as Role[] };
const leader = { id: id(2), login: 'shen', name: '沈国华', roles: ['shiftLeader'] as Role[] };
const end = now() - 5 * minute;

const shiftOf = (key: string, name: string, start: number): Shift => ({
  id: id(10),
  key,
  date: key.slice(0, 10),
  shift: key.slice(11),
  name,
  start,
  end: start + 12 * hour,
  leader: { name: leader.name },
  officers: [{ name: '陈思远' }],
  open: 0,
  rostered: true,
  contested: false,
});
const shift = shiftOf('2026-11-22/night', '夜班', end - 12 * hour);
const next = shiftOf('2026-11-23/day', '白班', end);

const matter = {
  key: `matter:${id(20)}`,
  kind: 'instruction' as const,
  subject: id(20),
  number: 'A-2026-000007',
  title: '今晚加强火车站周边视频巡查',
  state: 'open',
  nextCode: 'relay',
  next: '',
  holder: '',
  since: end - hour,
  highRisk: false,
  shiftsOld: 0,
};
const content: HandoverContent = {
  layout: 1,
  unit: '江城市局',
  zone: 'Asia/Shanghai',
  outgoing: { key: shift.key, date: shift.date, name: shift.name, start: shift.start, end: shift.end, leader: null, officers: [] },
  incoming: { key: next.key, date: next.date, name: next.name, start: next.start, end: next.end, leader: null, officers: [] },
  at: end - 20 * minute,
  items: [matter],
  figures: [],
  counts: [],
  systems: [],
  attention: '',
};
const signed = (name: string, at: number, letter: string) => ({
  entry: id(at % 1_000_000),
  at,
  letter,
  account: id(1),
  name,
  standing: 'rostered' as const,
  reason: '',
});
const version = (n: number, letter: string, incoming: string, rest: Partial<HandoverVersion> = {}): HandoverVersion => ({
  id: id(n),
  letter,
  phase: 'takenOver',
  content,
  hash: 'ab'.repeat(32),
  intact: true,
  mode: 'ordinary',
  modeReason: '',
  outgoing: signed('陈思远', end - (20 + n) * minute, letter),
  incoming: [{ ...signed(incoming, end - (10 + n) * minute, letter), missing: [], remark: '' }],
  joined: [],
  leader: [],
  answers: [],
  minutesLate: 0,
  corrections: [],
  ...rest,
});
const base: HandoverView = {
  shift,
  next,
  phase: 'takenOver',
  content,
  seen: 'seen',
  sealed: [],
  sealedCount: 0,
  version: version(30, 'A', '何建军'),
  others: [],
  contested: false,
  prolonged: [],
  told: [],
  expected: { outgoing: [], incoming: [], leader: [{ name: leader.name, login: leader.login }] },
  unanswered: [],
  unsettledCounts: [],
};

function open(view: Partial<HandoverView>, who: typeof officer = leader) {
  const shown = { ...base, ...view };
  const bridge = new InTestBridge({
    'unit.status': () =>
      granted({ founded: true, unit: '江城市局', letter: 'A', zone: 'Asia/Shanghai', version: '1', entries: 3, now: now() }),
    'unit.settings': () => granted({ unit: '江城市局', passwordRules: { minLength: 8, minKinds: 3 }, idleMinutes: 10 }),
    'accounts.current': () => granted({ officer: who, locked: false, mustChangePassword: false }),
    'drafts.load': () => granted(null),
    'drafts.save': () => granted(null),
    'drafts.discard': () => granted(null),
    'handover.one': () => granted(shown),
    'handover.settle': () => granted(null),
    'handover.writeSealed': () => granted({ id: id(40) }),
    'handover.closeSealed': () => refused('alreadyClosed'),
  });
  render(<App bridge={bridge} />);
  return { bridge, user: userEvent.setup() };
}
const lastCall = (bridge: InTestBridge, name: string) => bridge.calls.findLast((call) => call.name === name)?.input;

beforeAll(() => {
  // Screens are loaded when they are first shown, on a machine that may be busy.
  configure({ asyncUtilTimeout: 10_000 });
  // jsdom lacks what Mantine and the router ask the browser.
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
  } as never;
  window.scrollTo = () => undefined;
  // A text that grows asks whether its font has come.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  });
});
beforeEach(() => {
  window.location.hash = '#/handover';
});
afterEach(cleanup);

const two = { contested: true, others: [version(31, 'B', '罗丽娟')] };

test('two records of one shift: a leader settles by keyboard alone, and signs only then', async () => {
  const { bridge, user } = open(two);
  expect(await screen.findByText('本班次有 2 份交接记录')).toBeTruthy();
  expect(screen.getByText(/请带班领导沈国华先认定以哪一份为准/)).toBeTruthy();
  // Neither stands yet: one of them is what is shown.
  expect(screen.queryByText('为准')).toBeNull();
  expect(screen.getByText('下方所示')).toBeTruthy();
  expect(screen.getByText('先认定以哪一份为准，再由领导签名')).toBeTruthy();
  const [first, second] = screen.getAllByRole('button', { name: '以此份为准' });
  await waitFor(() => expect(document.activeElement).toBe(first));
  await user.tab();
  expect(document.activeElement).toBe(second);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/认定事由/)));
  // Enter goes on to what is missing; nothing is sent without it.
  await user.keyboard('B 站办理在先{Enter}');
  expect(bridge.countOf('handover.settle')).toBe(0);
  await user.keyboard('Zhiban-2027{Enter}');
  await waitFor(() => expect(bridge.countOf('handover.settle')).toBe(1));
  expect(lastCall(bridge, 'handover.settle')).toEqual({
    shift: shift.key,
    stands: id(31),
    reason: 'B 站办理在先',
    signer: { login: 'shen', password: 'Zhiban-2027' },
  });
});

test('two records of one shift: an officer sees both and cannot settle', async () => {
  open(two, officer);
  const notice = await screen.findByText('本班次有 2 份交接记录');
  expect(within(notice.closest('[role="status"]') as HTMLElement).getByText(/B 站/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '以此份为准' })).toBeNull();
});

test('a record that was altered is called so, and never complete', async () => {
  open({ phase: 'complete', version: version(30, 'A', '何建军', { phase: 'complete', intact: false }) });
  expect((await screen.findByRole('alert')).textContent).toContain('2026-11-22 夜班交接记录已被改动');
  expect(screen.getByText('本记录与签名时的校验值不符，不得作为依据。')).toBeTruthy();
  expect(screen.queryByText(/三方均已签名/)).toBeNull();
  expect(screen.queryByText(/按签名时原样显示/)).toBeNull();
});

const sealed = [{ id: id(50), text: '明日检查，提前半小时到岗', author: '沈国华', at: end - hour }];

test('a leader reads what is sealed, adds to it, and is told when somebody else has closed it', async () => {
  const { bridge, user } = open({ sealed, sealedCount: 1 });
  const panel = (await screen.findByRole('heading', { name: '领导专阅' })).closest('section') as HTMLElement;
  expect(within(panel).getByText('明日检查，提前半小时到岗')).toBeTruthy();
  await user.click(within(panel).getByRole('button', { name: '新增专阅事项' }));
  await user.type(within(panel).getByLabelText(/专阅内容/), '某线索由专人对接');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(lastCall(bridge, 'handover.writeSealed')).toEqual({ text: '某线索由专人对接' }));
  await waitFor(() => expect(within(panel).queryByLabelText(/专阅内容/)).toBeNull());
  await user.click(within(panel).getByRole('button', { name: '办结' }));
  await user.type(within(panel).getByLabelText(/办理结果/), '已到岗{Enter}');
  expect(await within(panel).findByText(/该专阅事项已办结/)).toBeTruthy();
  expect(lastCall(bridge, 'handover.closeSealed')).toEqual({ id: id(50), result: '已到岗' });
});

test('an officer learns how many are sealed and nothing more', async () => {
  open({ sealedCount: 1, phase: 'draft', version: undefined }, officer);
  expect(await screen.findByText('领导专阅 1 项，仅带班领导可见')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: '领导专阅' })).toBeNull();
});

test('an item opens the record of its own slice', async () => {
  const { user } = open({});
  await user.dblClick(await screen.findByText(matter.title));
  expect(await screen.findByRole('heading', { name: new RegExp(matter.number) })).toBeTruthy();
});
