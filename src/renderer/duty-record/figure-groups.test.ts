import { expect, test } from 'vitest';
import { figureGroups, isWrong } from './figure-groups';

const figure = (key: string, value = 0) => ({ key, value });
const keys = (groups: ReturnType<typeof figureGroups>) => groups.map((group) => group.map(({ key }) => key));

test('figures stand by threes that belong together, the log after them, kinds that did not occur left out', () => {
  const figures = ['present', 'late', 'absent', 'logEntries', 'log.call', 'log.incident', 'faultsReported', 'faultsOpen', 'reportsLate'];
  expect(keys(figureGroups(figures.map((key) => figure(key, key === 'log.call' ? 2 : 0))))).toEqual([
    ['present', 'late', 'absent'],
    ['faultsReported', 'faultsOpen'],
    ['reportsLate'],
    ['logEntries', 'log.call'],
  ]);
});

test('no figure is lost that no group names', () => {
  expect(keys(figureGroups(['a', 'b', 'c', 'd'].map((key) => figure(key))))).toEqual([['a', 'b', 'c'], ['d']]);
});

test('what should be none is marked only when it is not', () => {
  expect([figure('reportsMissing', 1), figure('reportsMissing'), figure('faultsOpen', 9)].map(isWrong)).toEqual([true, false, false]);
});
