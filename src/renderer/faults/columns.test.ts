import { expect, test } from 'vitest';
import type { FaultCard } from '../../shared/faults/record';
import { faultStates } from '../../shared/faults/states';
import { boardColumns, inColumns, moved, positionOf } from './columns';

const card = (id: string, state: FaultCard['state'], more: Partial<FaultCard> = {}): FaultCard => ({
  id,
  number: id,
  state,
  since: 0,
  class: 'B',
  subsystem: 'frontEnd',
  place: '',
  symptom: '',
  profile: 'P0',
  highRisk: false,
  late: false,
  reportedAt: Number(id),
  contested: false,
  ...more,
});

test('every state has exactly one column', () => {
  expect(
    Object.values(boardColumns)
      .flatMap((states) => [...states])
      .sort(),
  ).toEqual([...faultStates].sort());
});

test('the gravest first, then the oldest; what is merged both ways stands where somebody looks', () => {
  const columns = inColumns(
    [card('3', 'reported'), card('1', 'reported'), card('2', 'reported', { class: 'A' }), card('4', 'merged', { inCircle: true })],
    [card('9', 'closed'), card('8', 'cancelled')],
  );
  expect(columns[0]?.cards.map(({ id }) => id)).toEqual(['2', '1', '3', '4']);
  expect(columns.at(-1)?.cards.map(({ id }) => id)).toEqual(['9', '8']);
});

test('arrows pass over empty columns and stop at the edges', () => {
  const columns = inColumns([card('1', 'reported'), card('2', 'reported'), card('3', 'repaired')], []);
  expect(moved(columns, undefined, 'ArrowDown')).toEqual({ column: 0, row: 0 });
  const second = positionOf(columns, '2');
  expect(second).toEqual({ column: 0, row: 1 });
  expect(moved(columns, second, 'ArrowRight')).toEqual({ column: 4, row: 0 });
  expect(moved(columns, { column: 4, row: 0 }, 'ArrowRight')).toEqual({ column: 4, row: 0 });
  expect(moved(columns, second, 'ArrowDown')).toEqual(second);
  expect(moved(columns, second, 'Home')).toEqual({ column: 0, row: 0 });
  expect(moved(columns, second, 'x')).toBeUndefined();
  expect(moved(inColumns([], []), undefined, 'ArrowDown')).toBeUndefined();
});
