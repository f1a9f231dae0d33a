import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChangeAnnouncer } from './change-announcer';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first change is told at once, a burst after it together, and nothing is left untold', () => {
  const told: string[][] = [];
  const announcer = new ChangeAnnouncer((slices) => told.push(slices));
  announcer.changed(['dutyLog']);
  vi.advanceTimersByTime(5);
  expect(told).toEqual([['dutyLog']]);
  for (let i = 0; i < 100; i++) announcer.changed(['faults']);
  announcer.changed(['dutyLog']);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(40);
  expect(told).toEqual([['dutyLog'], ['faults', 'dutyLog']]);
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(2);
  announcer.changed(['people']);
  vi.advanceTimersByTime(5);
  expect(told.at(-1)).toEqual(['people']);
});
