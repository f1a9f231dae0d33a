import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import '../i18n/i18n';
import { dateTimeIn, instantIn } from '../../shared/time';
import { now } from '../clock';
import { StationProvider } from '../station';
import { granted, InTestBridge } from '../station/in-test-bridge';
import { TimeInput } from './TimeInput';

const zone = 'Asia/Shanghai';
const bridge = new InTestBridge({ 'unit.status': () => granted({ founded: true, zone, version: '0', entries: 0, now: now() }) });
function Field({ onTaken }: { onTaken: (at: number | undefined) => void }) {
  const [at, setAt] = useState<number | undefined>(instantIn(zone, '2026-11-22', '03:40'));
  return (
    <TimeInput
      label="at"
      value={at}
      onChange={(next) => {
        setAt(next);
        onTaken(next);
      }}
    />
  );
}

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

test('arrows move minutes, typed text is read when left, nonsense is marked and kept', async () => {
  let taken: number | undefined;
  render(
    <MantineProvider>
      <StationProvider bridge={bridge}>
        <Field
          onTaken={(at) => {
            taken = at;
          }}
        />
      </StationProvider>
    </MantineProvider>,
  );
  const field = screen.getByLabelText<HTMLInputElement>('at');
  const user = userEvent.setup();
  expect(field.value).toBe('2026-11-22 03:40');
  await user.click(field);
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(field.value).toBe('2026-11-22 03:42');
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(field.value).toBe('2026-11-22 03:32');
  await user.clear(field);
  await user.type(field, '2026-11-20 2315');
  expect(dateTimeIn(zone, taken ?? 0)).toBe('2026-11-20 23:15');
  await user.tab();
  expect(field.value).toBe('2026-11-20 23:15');
  await user.clear(field);
  await user.type(field, '99');
  await user.tab();
  expect(taken).toBeUndefined();
  expect(field.value).toBe('99');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});
