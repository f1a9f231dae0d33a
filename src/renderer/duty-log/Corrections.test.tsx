import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { LogDetails } from '../../shared/duty-log/contract';
import { type Instant, instantIn } from '../../shared/time';
import { now } from '../clock';
import '../i18n/i18n';
import { StationProvider } from '../station';
import { granted, InTestBridge } from '../station/in-test-bridge';
import { Corrections } from './Corrections';

const zone = 'Asia/Shanghai';
const bridge = new InTestBridge({ 'unit.status': () => granted({ founded: true, zone, version: '0', entries: 0, now: now() }) });
const at = (time: string) => instantIn(zone, '2026-11-22', time) as Instant;
const id = '019a0000-0000-7000-8000-000000000001';

beforeAll(() => {
  // jsdom lacks what Mantine asks the browser.
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
});
afterEach(cleanup);

test('an entry of 02:30 corrected at 09:10 shows both, the authors and the 6 h 40 min (issue 3)', () => {
  const said = {
    occurredAt: at('02:30'),
    kind: 'call' as const,
    caller: null,
    persons: [],
    places: ['学府街'],
    devices: [],
    text: '球机黑屏，两台',
  };
  const entry: LogDetails = {
    id,
    position: 1,
    late: false,
    current: { ...said, text: '球机黑屏，三台' },
    original: { ...said, entry: id, at: at('02:30'), officer: id, author: '值班员甲', number: 'A-2026-000001', attachments: [] },
    corrections: [
      {
        entry: '019a0000-0000-7000-8000-000000000002',
        at: at('09:10'),
        officer: id,
        author: '值班员乙',
        changes: { text: '球机黑屏，三台' },
        replaces: [],
        reason: '现场核对',
      },
    ],
    contested: [],
    followUps: [],
    voidings: [],
  };
  render(
    <MantineProvider>
      <StationProvider bridge={bridge}>
        <Corrections entry={entry} />
      </StationProvider>
    </MantineProvider>,
  );
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  expect(heads).toEqual(['栏目', '原记录（值班员甲，2026-11-22 02:30）', '更正后（值班员乙，2026-11-22 09:10）']);
  const row = screen.getByRole('row', { name: /内容/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['球机黑屏，两台', '球机黑屏，三台']);
  expect(screen.getByText(/登记后 6 小时 40 分/)).toBeTruthy();
  expect(screen.getByText(/现场核对/)).toBeTruthy();
});
