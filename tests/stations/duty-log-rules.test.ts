import { describe, expect, test } from 'vitest';
import { contestedFields, correctionsInForce, currentFields, type LogCorrection, type LogOriginal } from '../../src/shared/duty-log/entry';
import { isAhead, isLate } from '../../src/shared/duty-log/late';
import { typedDay } from '../../src/shared/duty-log/typed-dates';
import { instantIn, minute, second } from '../../src/shared/time';
import { firstPlaceAt, placeOf, secondOf } from '../../src/station/duty-log/position';
import { excerptOf, marksIn, soughtWords } from '../../src/station/duty-log/highlight';

const zone = 'Asia/Shanghai';
const at = (date: string, time: string) => instantIn(zone, date, time) as number;

test('an entry is late when it is entered more than 15 minutes after the event', () => {
  const written = at('2026-11-22', '04:00');
  expect(isLate(written - 15 * minute, written)).toBe(false);
  expect(isLate(written - 15 * minute - 1, written)).toBe(true);
  expect(isLate(written + 2 * minute, written)).toBe(false);
});

test('an event may lie two minutes ahead of the clock, no more', () => {
  expect(isAhead(2 * minute, 0)).toBe(false);
  expect(isAhead(2 * minute + 1, 0)).toBe(true);
});

describe('dates as they are typed', () => {
  const now = at('2026-11-22', '04:00');
  test.each([
    ['11-05', '2026-11-05'],
    ['11/5', '2026-11-05'],
    ['11月5日', '2026-11-05'],
    ['１１月５日', '2026-11-05'],
    ['2026-11-05', '2026-11-05'],
    ['2025年3月9日', '2025-03-09'],
    // Not ahead: the latest such day.
    ['12-31', '2025-12-31'],
    ['11-22', '2026-11-22'],
    ['02-29', '2024-02-29'],
    ['2026-02-30', undefined],
    ['13-01', undefined],
    ['11-05a', undefined],
    ['A-11-05', undefined],
    ['110', undefined],
  ])('%s is %s', (typed, date) => {
    const day = typedDay(typed, zone, now);
    expect(day?.date).toBe(date);
    if (date) expect(day).toEqual({ date, from: at(date, '00:00'), until: at(date, '23:59:59') + second });
  });
});

test('places in the log: by second, millisecond, then by id, below 2^53', () => {
  const id = '019a0000-0000-7000-8000-0000001fffff';
  const moment = at('2026-11-22', '04:00');
  expect(placeOf(moment, id)).toBe(firstPlaceAt(moment) + 2 ** 11 - 1);
  expect(placeOf(moment + 1, '019a0000-0000-7000-8000-000000000000')).toBe(placeOf(moment, id) + 1);
  expect(placeOf(moment + 999, id)).toBeLessThan(firstPlaceAt(moment + second));
  expect(secondOf(placeOf(moment + 999, id))).toEqual([firstPlaceAt(moment), firstPlaceAt(moment + second)]);
  expect(placeOf(8_000_000_000_000, id)).toBeLessThan(2 ** 53);
  expect(placeOf(moment, 'zzzzzz')).toBe(firstPlaceAt(moment));
});

describe('corrections beside the original', () => {
  const original = {
    occurredAt: 1,
    kind: 'call',
    caller: null,
    persons: [],
    places: [],
    devices: [],
    text: '甲',
  } as unknown as LogOriginal;
  const correction = (entry: string, changes: LogCorrection['changes'], replaces: string[] = []): LogCorrection => ({
    entry,
    at: 0,
    officer: 'o',
    author: '值班员甲',
    changes,
    replaces,
    reason: '记错',
  });

  test('the newest of each field is what it says now', () => {
    const corrections = [correction('1', { text: '乙' }), correction('2', { kind: 'notice' }), correction('3', { text: '丙' }, ['1'])];
    expect(currentFields(original, corrections)).toMatchObject({ text: '丙', kind: 'notice', occurredAt: 1 });
    expect(contestedFields(corrections)).toEqual([]);
    expect(original.text).toBe('甲');
  });

  test('two that do not know each other contest until one names both', () => {
    const apart = [correction('1', { text: '乙' }), correction('2', { text: '丙' })];
    expect(contestedFields(apart)).toEqual(['text']);
    expect(currentFields(original, apart).text).toBe('丙');
    // One desk goes on without having seen the other: still contested.
    expect(contestedFields([...apart, correction('3', { text: '丁' }, ['1'])])).toEqual(['text']);
    const settled = [...apart, correction('3', { text: '丙' }, ['1', '2'])];
    expect(contestedFields(settled)).toEqual([]);
    expect(correctionsInForce(settled)).toEqual({ text: ['3'] });
  });

  test('a correction that claims to replace itself stands', () => {
    expect(correctionsInForce([correction('1', { text: '乙' }, ['1'])])).toEqual({ text: ['1'] });
  });
});

describe('marks of what was found', () => {
  const marked = (text: string, ...words: string[]) => marksIn(text, soughtWords(words)).map(([from, to]) => text.slice(from, to));
  test('text, initials, and what only looks different', () => {
    expect(marked('东城区摄像机离线', '摄像')).toEqual(['摄像']);
    expect(marked('东城区摄像机离线', 'dcq')).toEqual(['东城区']);
    expect(marked('编号ＡＢ１２，离线', 'ab12')).toEqual(['ＡＢ１２']);
    expect(marked('㈱甲乙', '甲')).toEqual(['甲']);
    expect(marked('甲乙丙', '甲乙', '乙丙')).toEqual(['甲乙丙']);
    expect(marked('甲', '乙')).toEqual([]);
  });

  test('an excerpt shows the first hit, and its marks are its own', () => {
    const text = `${'前'.repeat(300)}𠮷离线${'后'.repeat(300)}`;
    const { text: shown, marks } = excerptOf(text, soughtWords(['离线']), 120);
    expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(['离线']);
    expect(shown.length).toBeLessThanOrEqual(122);
    expect(shown.isWellFormed()).toBe(true);
  });
});
