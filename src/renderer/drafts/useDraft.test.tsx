import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { granted, InTestBridge, refused } from '../station/in-test-bridge';
import { StationProvider } from '../station';
import { flushDrafts, useDraft } from './useDraft';

const empty = { text: '', kind: 'call' };

function desk(answerSave = () => granted(null)) {
  const kept = new Map<string, { content: string; at: number }>();
  const bridge = new InTestBridge({
    'drafts.load': (input) => granted(kept.get((input as { key: string }).key) ?? null),
    'drafts.save': (input) => {
      const answer = answerSave();
      const { key, content } = input as { key: string; content: string };
      if (answer.ok) kept.set(key, { content, at: 1_000 });
      return answer;
    },
    'drafts.discard': (input) => {
      kept.delete((input as { key: string }).key);
      return granted(null);
    },
  });
  const wrapper = ({ children }: { children: ReactNode }) => <StationProvider bridge={bridge}>{children}</StationProvider>;
  const open = () => renderHook(() => useDraft('log.new', empty), { wrapper });
  return { bridge, kept, open };
}

afterEach(cleanup);

test('what is typed is found again after the form was closed', async () => {
  const { kept, open } = desk();
  const first = open();
  await waitFor(() => expect(first.result.current.loaded).toBe(true));
  act(() => first.result.current.change({ text: '南门摄像机黑屏' }));
  first.unmount();
  await waitFor(() => expect(kept.size).toBe(1));
  const second = open();
  await waitFor(() => expect(second.result.current.value).toEqual({ text: '南门摄像机黑屏', kind: 'call' }));
  expect(second.result.current.restored).toBe(1_000);
  act(() => second.result.current.discard());
  await waitFor(() => expect(kept.size).toBe(0));
  expect(second.result.current.value).toEqual(empty);
});

test('what is typed before the former draft arrives wins', async () => {
  const { kept, open } = desk();
  kept.set('log.new', { content: JSON.stringify({ text: 'old' }), at: 1 });
  const form = open();
  act(() => form.result.current.change({ text: 'new' }));
  await waitFor(() => expect(form.result.current.loaded).toBe(true));
  expect(form.result.current.value.text).toBe('new');
});

test('a refused save is tried again and nothing typed is lost', async () => {
  let answer = refused('stationDown');
  const { kept, open } = desk(() => answer);
  const form = open();
  await waitFor(() => expect(form.result.current.loaded).toBe(true));
  act(() => form.result.current.change({ text: 'x' }));
  await act(flushDrafts);
  expect(kept.size).toBe(0);
  expect(form.result.current.value.text).toBe('x');
  answer = granted(null);
  await act(flushDrafts);
  expect(kept.get('log.new')?.content).toContain('x');
});
