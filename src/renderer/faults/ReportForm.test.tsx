import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import '../i18n/i18n';
import { now } from '../clock';
import { StationProvider } from '../station';
import { granted, InTestBridge } from '../station/in-test-bridge';
import { ShellProvider } from '../shell/ShellContext';
import { ReportForm } from './ReportForm';

const profile = (file: string) => JSON.parse(readFileSync(resolve('resources/profiles', file), 'utf8')) as { code: string };
const camera = {
  id: '019a0000-0000-7000-8000-000000000001',
  code: '34100000001320000001',
  name: '东城-滨河路与学府街交叉口西向枪机',
  type: '枪机',
  subsystem: 'frontEnd',
  area: '东城',
  place: '滨河路与学府街交叉口',
  upstream: 'SW-东城-01',
  importance: 'normal',
};
const openFault = {
  id: '019a0000-0000-7000-8000-000000000002',
  number: 'A-2026-000007',
  state: 'accepted',
  class: 'B',
  device: camera.name,
  place: camera.place,
  symptom: '画面黑屏',
  reportedAt: 0,
};

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

function desk(profiles = [profile('p0-video-surveillance.json')], similar: object[] = []) {
  const bridge = new InTestBridge({
    'unit.status': () => granted({ founded: true, zone: 'Asia/Shanghai', version: '0', entries: 0, now: now() }),
    'drafts.load': () => granted(null),
    'drafts.save': () => granted(null),
    'drafts.discard': () => granted(null),
    'devices.find': () => granted([camera]),
    'faults.similar': () => granted(similar),
    'faults.profiles': () => granted(profiles.map((one, i) => ({ version: camera.id, usual: i === 0, profile: one }))),
    'plannedWork.on': () => granted([]),
    'faults.report': () => granted({ id: openFault.id, number: 'A-2026-000008' }),
  });
  const opened: string[] = [];
  render(
    <MantineProvider>
      <StationProvider bridge={bridge}>
        <ShellProvider opens={() => undefined}>
          <ReportForm onOpen={({ number }) => opened.push(number)} onSent={() => undefined} />
        </ShellProvider>
      </StationProvider>
    </MantineProvider>,
  );
  const sent = () => bridge.calls.find(({ name }) => name === 'faults.report')?.input;
  return { user: userEvent.setup(), sent, opened };
}

test('a fault on a known device: at most 12 key presses beside the symptom, F4 and both keys of Ctrl+Enter counted', async () => {
  const { user, sent } = desk();
  // F4 opened the form.
  let presses = 1;
  const press = async (keys: string, count = 1) => {
    presses += count;
    await user.keyboard(keys);
  };
  await waitFor(() => expect(screen.getByLabelText(/^设备/)).toBe(document.activeElement));
  for (const letter of 'dcbh') await press(letter);
  await screen.findByText(camera.name);
  await press('{Enter}');
  await waitFor(() => expect(screen.getByLabelText(/^故障现象/)).toBe(document.activeElement));
  await user.keyboard('画面黑屏');
  await press('{Tab}');
  await press('b');
  await press('{Control>}{Enter}{/Control}', 2);
  await waitFor(() =>
    expect(sent()).toMatchObject({ class: 'B', symptom: '画面黑屏', subsystem: 'frontEnd', traits: { scale: 'ordinary' } }),
  );
  expect(presses).toBeLessThanOrEqual(12);
  expect(presses).toBe(10);
});

test('several profiles: the usual one first, another one brings its own classes, keys and traits', async () => {
  const { user, sent } = desk([profile('p0-video-surveillance.json'), profile('p4-government-it.json')]);
  const choice = await screen.findByLabelText<HTMLSelectElement>('服务方案');
  expect(choice.value).toBe('P0');
  await user.selectOptions(choice, 'P4');
  await user.click(screen.getByRole('radio', { name: /^四级/ }));
  await user.keyboard('2');
  expect((screen.getByRole('radio', { name: /^二级/ }) as HTMLInputElement).checked).toBe(true);
  expect(screen.getByLabelText<HTMLSelectElement>('故障规模').value).toBe('ordinary');
  await user.type(screen.getByLabelText(/^设备/), 'x');
  await user.click(await screen.findByText(camera.name));
  await user.keyboard('无法登录{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sent()).toMatchObject({ profile: 'P4', class: '2', traits: { size: 'ordinary', channel: 'resident' } }));
});

test('an open fault on the same device: one key opens it, one merges this call into it', async () => {
  const { user, sent, opened } = desk(undefined, [openFault]);
  await waitFor(() => expect(screen.getByLabelText(/^设备/)).toBe(document.activeElement));
  await user.keyboard('dc');
  await screen.findByText(camera.name);
  await user.keyboard('{Enter}');
  await screen.findByText(/A-2026-000007/);
  await user.keyboard('{Alt>}[KeyO]{/Alt}');
  expect(opened).toEqual(['A-2026-000007']);
  expect(sent()).toBeUndefined();
  await user.keyboard('群众再次来电{Alt>}[KeyM]{/Alt}');
  await waitFor(() => expect(sent()).toMatchObject({ into: openFault.id, class: 'B', symptom: '群众再次来电' }));
});
