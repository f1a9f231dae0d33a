import { expect, test } from 'vitest';
import { slices } from './slices';

test('no two slices answer to one key, have one path, or stand in one place', () => {
  const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i);
  const keysOfTheShell = ['F1', '?', 'F6', 'F10', 'F11', 'F12', 'Ctrl+L'];
  expect(twice([...keysOfTheShell, ...slices.flatMap(({ keys }) => keys ?? []).map(({ key }) => key)])).toEqual([]);
  expect(twice(slices.flatMap(({ nav }) => nav ?? []).map(({ path }) => path))).toEqual([]);
  expect(twice(slices.map(({ key }) => key))).toEqual([]);
});
