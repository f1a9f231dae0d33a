import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import '../i18n/i18n';
import type { Role } from '../../shared/roles';
import { now } from '../clock';
import { granted, InTestBridge, refused } from '../station/in-test-bridge';
import { App } from './App';

interface Desk {
  founded: boolean;
  officer: { id: string; login: string; name: string; roles: Role[] } | undefined;
  locked: boolean;
  mustChange: boolean;
  movedAside?: string;
}

const secAdmin = { id: '01890000-0000-7000-8000-000000000001', login: 'linxy', name: '林晓燕', roles: ['secAdmin'] as Role[] };

function open(start: Partial<Desk> = {}) {
  const desk: Desk = { founded: true, officer: undefined, locked: false, mustChange: false, ...start };
  const bridge: InTestBridge = new InTestBridge({
    'unit.status': () =>
      granted({
        founded: desk.founded,
        unit: '江城市局',
        letter: 'B',
        zone: 'Asia/Shanghai',
        version: '1',
        entries: 3,
        now: now(),
        movedAside: desk.movedAside,
      }),
    'unit.settings': () => granted({ unit: '江城市局', passwordRules: { minLength: 8, minKinds: 3 }, idleMinutes: 10 }),
    'accounts.current': () =>
      granted(desk.officer ? { officer: desk.officer, locked: desk.locked, mustChangePassword: desk.mustChange } : null),
    'accounts.signIn': (input) => {
      if ((input as { password: string }).password !== 'right') return refused('wrongPassword');
      desk.officer = secAdmin;
      return granted({ token: '', officer: secAdmin, mustChangePassword: false });
    },
    'accounts.signOut': () => {
      desk.officer = undefined;
      desk.locked = false;
      return granted(null);
    },
    'accounts.lock': () => {
      desk.locked = true;
      return granted(null);
    },
    'accounts.unlock': (input) => {
      if ((input as { password: string }).password !== 'right') return refused('wrongPassword');
      desk.locked = false;
      return granted(null);
    },
    'accounts.list': () => granted([{ ...secAdmin, disabled: false, mustChangePassword: false }]),
  });
  render(<App bridge={bridge} />);
  return { bridge, desk, user: userEvent.setup() };
}

beforeAll(() => {
  // The machine may be busy with other tests, and screens are loaded when they are first shown.
  configure({ asyncUtilTimeout: 10_000 });
  // jsdom lacks what Mantine and the router ask the browser.
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  window.scrollTo = () => undefined;
});
beforeEach(() => {
  window.location.hash = '#/';
});
afterEach(cleanup);

test('a station without a name begins with the first run, by keyboard alone', async () => {
  const { user } = open({ founded: false });
  expect(await screen.findByRole('heading', { name: '单位与本站' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /单位名称/ })));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('此栏必填')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /单位名称/ }), '江城市局{Enter}');
  expect(await screen.findByRole('heading', { name: '三员分立' })).toBeTruthy();
});

test('sign in, lock, unlock, change of officer; what was typed survives the lock', async () => {
  const { bridge, user } = open();
  await user.type(await screen.findByLabelText('登录名'), 'linxy{Enter}');
  await user.keyboard('wrong{Enter}');
  expect(await screen.findByText(/登录名或口令错误/)).toBeTruthy();
  await user.keyboard('right{Enter}');
  await user.click(await screen.findByRole('link', { name: '账号管理' }));
  await screen.findByRole('row', { name: /林晓燕/ });
  const search = screen.getByRole('searchbox');
  const links = screen.getAllByRole('link').map((link) => link.textContent);
  expect(links).toContain('本站');
  expect(links).not.toContain('系统设置');
  expect(links).not.toContain('审计记录');
  await user.type(search, 'lin');

  fireEvent.keyDown(search, { key: 'l', ctrlKey: true });
  expect(await screen.findByText('本席已锁定')).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
  await user.type(screen.getByLabelText('口令'), 'right{Enter}');
  expect((await screen.findByRole<HTMLInputElement>('searchbox')).value).toBe('lin');

  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'F6', isComposing: true });
  expect(bridge.countOf('accounts.signOut')).toBe(0);
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'F6' });
  expect(await screen.findByText(/请接班人员以本人账号登录/)).toBeTruthy();
});

test('while the station restarts the screen says so, keeps what is shown and typed, and recovers', async () => {
  const { bridge, user } = open({ officer: secAdmin });
  await user.click(await screen.findByRole('link', { name: '账号管理' }));
  await screen.findByRole('row', { name: /林晓燕/ });
  const search = screen.getByRole<HTMLInputElement>('searchbox');
  act(() => bridge.become('down'));
  expect(await screen.findByText('值班站后台正在重启，请稍候')).toBeTruthy();
  await user.type(search, 'linxy');
  expect(screen.getByRole('row', { name: /林晓燕/ })).toBeTruthy();
  act(() => bridge.become('up'));
  await waitFor(() => expect(screen.queryByText('值班站后台正在重启，请稍候')).toBeNull());
  expect(search.value).toBe('linxy');
});

test('a file that was moved aside is said loudly, a given password must be changed first', async () => {
  open({ officer: secAdmin, mustChange: true, movedAside: '/data/journal.moved' });
  expect(await screen.findByText('请先修改口令')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('/data/journal.moved');
});
