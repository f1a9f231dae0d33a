import { expect, test } from 'vitest';
import type { FaultCard } from '../../shared/faults/record';
import { faultStates } from '../../shared/faults/states';
import { boardColumns, inColumns, inRows, moved, positionOf, unchangedKept } from './columns';
import { settledOrder } from './settled';

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

test('what is grave by itself first, then what is due first, then the oldest; what is merged both ways stands where somebody looks', () => {
  const columns = inColumns(
    [
      card('3', 'reported'),
      card('1', 'reported'),
      card('2', 'reported', { class: 'A', highRisk: true }),
      card('4', 'merged', { inCircle: true }),
    ],
    [card('9', 'closed'), card('8', 'cancelled')],
  );
  expect(columns[0]?.cards.map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
  expect(columns.at(-1)?.cards.map(({ id }) => id)).toEqual(['9', '8']);
});

const clock = (dueAt: number) => ({ aim: 'repair', startedAt: 0, standing: 'running', amberAt: 0, dueAt }) as const;
const paused = (left: number) => ({ aim: 'repair', startedAt: 0, standing: 'paused', left }) as const;

test('rows: due first on top, what pauses behind it by the time left, what owes nothing last', () => {
  const open = [
    card('1', 'repaired'),
    card('2', 'waiting', { clock: paused(500) }),
    card('3', 'waiting', { clock: paused(-500) }),
    card('4', 'reported', { clock: clock(900) }),
    card('5', 'onSite', { clock: clock(100) }),
    card('6', 'merged', { inCircle: true }),
  ];
  expect(inRows(open)[0]?.cards.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2', '1']);
  const [reported] = inColumns([card('7', 'reported', { clock: clock(5) }), card('8', 'reported', { clock: clock(3) })], []);
  expect(reported?.cards.map(({ id }) => id)).toEqual(['8', '7']);
});

test('while somebody is at work in the list nothing moves: changes in place, new ones last, what has left stays marked', () => {
  const before = inColumns([card('1', 'reported'), card('2', 'reported'), card('3', 'accepted')], []);
  const fresh = inColumns(
    [card('0', 'reported'), card('2', 'accepted', { engineer: '高工甲' }), card('3', 'accepted', { symptom: '已重启' })],
    [card('1', 'cancelled')],
  );
  const { columns, elsewhere, waiting } = settledOrder(before, fresh);
  expect(columns.map(({ cards }) => cards.map(({ id }) => id))).toEqual([['1', '2', '0'], ['3'], [], [], [], [], []]);
  expect(columns[0]?.cards[1]).toMatchObject({ state: 'accepted', engineer: '高工甲' });
  expect(columns[1]?.cards[0]).toMatchObject({ symptom: '已重启' });
  expect([...elsewhere].sort()).toEqual(['1', '2']);
  expect(waiting).toBe(true);
  expect(settledOrder(before, before)).toMatchObject({ columns: before, waiting: false });
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

test('a column in which nothing changed stays the same object', () => {
  const [one, two] = [card('1', 'reported'), card('2', 'accepted')];
  const before = inColumns([one, two], []);
  const after = unchangedKept(before, inColumns([one, { ...two, state: 'dispatched' }], []));
  const of = (columns: typeof before, key: string) => columns.find((column) => column.key === key);
  expect(of(after, 'reported')).toBe(of(before, 'reported'));
  expect(of(after, 'done')).toBe(of(before, 'done'));
  expect(of(after, 'accepted')?.cards).toEqual([]);
  expect(of(after, 'underway')?.cards.map(({ id }) => id)).toEqual(['2']);
});
