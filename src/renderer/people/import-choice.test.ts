import { expect, test } from 'vitest';
import type { ImportPreview, Outcome, PreviewRow } from '../../shared/people/import-preview';
import { blankPerson } from '../../shared/people/person';
import { leftOutAtFirst, needsLook, toggled, totals, undecided } from './import-choice';

const row = (number: number, outcome: Outcome, more: Partial<PreviewRow> = {}): PreviewRow => ({
  sheet: 0,
  row: number,
  key: `0:${number}`,
  outcome,
  person: { ...blankPerson, name: '某某' },
  changes: [],
  problems: [],
  ...more,
});
const known = '0190a7c0-0000-7000-8000-000000000000';
const preview: ImportPreview = {
  plan: '',
  sheets: [],
  rows: [
    row(1, 'new'),
    row(2, 'new'),
    row(3, 'changes', { existing: known }),
    row(4, 'unchanged', { existing: known }),
    row(5, 'error'),
    row(6, 'duplicate', { repeats: { sheet: 0, row: 2 } }),
  ],
  counts: { new: 2, changes: 1, unchanged: 1, duplicate: 1, error: 1 },
};
const at = (number: number) => preview.rows[number - 1] as PreviewRow;

test('a row that repeats another stays out at first, a row with errors waits for a decision', () => {
  const out = leftOutAtFirst(preview);
  expect([...out]).toEqual(['0:6']);
  expect(undecided(preview, out).map(({ row: number }) => number)).toEqual([5]);
  expect(totals(preview, out)).toEqual({ added: 2, changed: 1, out: 1 });
  const decided = toggled(preview, out, at(5));
  expect(undecided(preview, decided)).toEqual([]);
  expect(undecided(preview, toggled(preview, decided, at(5)))).toHaveLength(1);
});

test('of two rows that are one person, taking one in leaves the other out', () => {
  const other = toggled(preview, leftOutAtFirst(preview), at(6));
  expect([...other]).toEqual(['0:2']);
  expect(totals(preview, other)).toEqual({ added: 2, changed: 1, out: 1 });
  expect([...toggled(preview, other, at(2))]).toEqual(['0:6']);
});

test('a row that changes nothing cannot be chosen, and needs no look', () => {
  const out = leftOutAtFirst(preview);
  expect(toggled(preview, out, at(4))).toBe(out);
  expect(preview.rows.filter(needsLook).map(({ row: number }) => number)).toEqual([3, 5, 6]);
});
