import { expect, test } from 'vitest';
import type { HandedItem } from '../../shared/handover/content';
import { changesOf, itemGroups } from './item-groups';

const item = (key: string, facts: Partial<HandedItem> = {}): HandedItem => ({
  key,
  kind: 'fault',
  number: '',
  title: key,
  state: '',
  nextCode: '',
  next: '',
  holder: '',
  since: 0,
  highRisk: false,
  shiftsOld: 0,
  ...facts,
});

test('kinds with something grave come first, and within a kind the grave ones', () => {
  const groups = itemGroups([
    item('a'),
    item('b', { kind: 'entry' }),
    item('c', { kind: 'instruction', highRisk: true }),
    item('d', { kind: 'instruction' }),
    item('e', { kind: 'sealed' }),
  ]);
  expect(groups.map(({ kind, items }) => [kind, items.map(({ key }) => key)])).toEqual([
    ['instruction', ['c', 'd']],
    ['fault', ['a']],
    ['entry', ['b']],
  ]);
});

test('what is new, changed and gone is told; growing older is no change', () => {
  const before = [item('a'), item('b'), item('c')];
  const now = [item('a', { shiftsOld: 3 }), item('b', { state: 'onSite' }), item('d')];
  expect(changesOf(before, now)).toEqual({ added: ['d'], changed: ['b'], gone: 1 });
});
