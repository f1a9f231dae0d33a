import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { command, query, slice } from '../../shared/contract';
import { granted, InTestBridge, refused } from './in-test-bridge';
import { StationProvider } from './StationProvider';
import { useCommand } from './useCommand';
import { useStation } from './useStation';
import { useStationPages } from './useStationPages';

const log = slice('log', {
  count: query({ input: z.object({ kind: z.string().optional() }), output: z.number(), roles: 'signedIn', reads: ['log'] }),
  trail: query({ input: z.object({}), output: z.number(), roles: 'signedIn', reads: ['*'] }),
  page: query({
    input: z.object({ before: z.number().optional() }),
    output: z.object({ rows: z.array(z.number()), next: z.number().optional() }),
    roles: 'signedIn',
    reads: ['log'],
  }),
  write: command({ input: z.object({ text: z.string() }), output: z.object({ id: z.string() }), roles: 'signedIn', refuses: ['tooLate'] }),
});

const under = (bridge: InTestBridge) => ({
  wrapper: ({ children }: { children: ReactNode }) => <StationProvider bridge={bridge}>{children}</StationProvider>,
});

afterEach(cleanup);

describe('useStation', () => {
  test('answers, and asks again when a slice it reads has changed', async () => {
    let entries = 1;
    const bridge = new InTestBridge({ 'log.count': () => granted(entries), 'log.trail': () => granted(entries) });
    const { result } = renderHook(() => ({ count: useStation(log.count, {}), trail: useStation(log.trail, {}) }), under(bridge));
    expect(result.current.count.waiting).toBe(true);
    await waitFor(() => expect(result.current.count.data).toBe(1));
    entries = 2;
    act(() => bridge.push('people'));
    await waitFor(() => expect(result.current.trail.data).toBe(2));
    expect(result.current.count.data).toBe(1);
    act(() => bridge.push('log'));
    await waitFor(() => expect(result.current.count.data).toBe(2));
  });

  test('keeps the former answer, marked stale, when the newest try is refused', async () => {
    let answer = granted(7);
    const bridge = new InTestBridge({ 'log.count': () => answer });
    const { result } = renderHook(() => useStation(log.count, {}), under(bridge));
    await waitFor(() => expect(result.current.data).toBe(7));
    expect(result.current.stale).toBe(false);
    answer = refused('stationDown');
    act(() => bridge.push('log'));
    await waitFor(() => expect(result.current.refusal).toEqual({ code: 'stationDown', procedure: 'log.count' }));
    expect(result.current).toMatchObject({ data: 7, stale: true });
    expect(result.current.since).toBeGreaterThan(0);
  });

  test('is stale while the station is away and asks everything again when it is back', async () => {
    const bridge = new InTestBridge({ 'log.count': () => granted(1) });
    const { result } = renderHook(() => useStation(log.count, {}), under(bridge));
    await waitFor(() => expect(result.current.data).toBe(1));
    act(() => bridge.become('down'));
    expect(result.current).toMatchObject({ data: 1, stale: true });
    act(() => bridge.become('up'));
    await waitFor(() => expect(bridge.countOf('log.count')).toBe(2));
    await waitFor(() => expect(result.current.stale).toBe(false));
  });

  test('shows the former search while the next is on its way only when asked to', async () => {
    const bridge = new InTestBridge({
      'log.count': (input) => ((input as { kind?: string }).kind === 'b' ? new Promise(() => undefined) : granted(5)),
    });
    const { result, rerender } = renderHook(
      ({ kind }) => ({ kept: useStation(log.count, { kind }, { keepPrevious: true }), plain: useStation(log.count, { kind }) }),
      { ...under(bridge), initialProps: { kind: 'a' } },
    );
    await waitFor(() => expect(result.current.kept.data).toBe(5));
    rerender({ kind: 'b' });
    expect(result.current.kept.data).toBe(5);
    expect(result.current.plain.data).toBeUndefined();
  });

  test('a bridge that throws reads as failed', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bridge = new InTestBridge({ 'log.count': () => Promise.reject(new Error('broken pipe')) });
    const { result } = renderHook(() => useStation(log.count, {}), under(bridge));
    await waitFor(() => expect(result.current.refusal?.code).toBe('failed'));
    silence.mockRestore();
  });
});

describe('useStationPages', () => {
  test('asks page after page until there is none', async () => {
    const bridge = new InTestBridge({
      'log.page': (input) => granted((input as { before?: number }).before === 2 ? { rows: [1] } : { rows: [3, 2], next: 2 }),
    });
    const { result } = renderHook(
      () => useStationPages(log.page, {}, (last) => (last.next === undefined ? undefined : { before: last.next })),
      under(bridge),
    );
    await waitFor(() => expect(result.current.hasMore).toBe(true));
    act(() => result.current.more());
    await waitFor(() => expect(result.current.data?.flatMap((page) => page.rows)).toEqual([3, 2, 1]));
    expect(result.current.hasMore).toBe(false);
  });
});

describe('useCommand', () => {
  test('answers with the value', async () => {
    const bridge = new InTestBridge({ 'log.write': () => granted({ id: 'x' }) });
    const { result } = renderHook(() => useCommand(log.write), under(bridge));
    await act(async () => expect(await result.current.send({ text: 'a' })).toEqual(granted({ id: 'x' })));
    expect(result.current).toMatchObject({ busy: false, refusal: undefined });
    expect(bridge.calls.at(-1)).toEqual({ name: 'log.write', input: { text: 'a' } });
  });

  test('keeps the refusal until cleared or tried again, and never throws', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let answer: () => ReturnType<typeof granted> | Promise<never> = () => refused('tooLate');
    const bridge = new InTestBridge({ 'log.write': () => answer() });
    const { result } = renderHook(() => useCommand(log.write), under(bridge));
    await act(async () => void (await result.current.send({ text: 'a' })));
    expect(result.current.refusal).toEqual({ code: 'tooLate', procedure: 'log.write' });
    act(() => result.current.clear());
    expect(result.current.refusal).toBeUndefined();
    answer = () => Promise.reject(new Error('gone'));
    await act(async () => void (await result.current.send({ text: 'a' })));
    expect(result.current.refusal?.code).toBe('failed');
    answer = () => granted({ id: 'y' });
    await act(async () => void (await result.current.send({ text: 'a' })));
    expect(result.current.refusal).toBeUndefined();
    silence.mockRestore();
  });

  test('asks who is signed in when the session has ended elsewhere', async () => {
    const bridge = new InTestBridge({ 'log.write': () => refused('notSignedIn'), 'accounts.current': () => granted(null) });
    const { accounts } = await import('../../shared/accounts/contract');
    const { result } = renderHook(() => ({ write: useCommand(log.write), current: useStation(accounts.current, {}) }), under(bridge));
    await waitFor(() => expect(bridge.countOf('accounts.current')).toBe(1));
    await act(async () => void (await result.current.write.send({ text: 'a' })));
    await waitFor(() => expect(bridge.countOf('accounts.current')).toBe(2));
  });
});
