import type { FaultCard } from '../../shared/faults/record';
import type { FaultState } from '../../shared/faults/states';
import { inDueOrder } from './time-left';

/**
 * The board's columns: states that ask the desk for the same thing stand in one, so that seven fit a small screen. The
 * card says which state it is where a column holds several.
 */
export const boardColumns = {
  reported: ['reported'],
  accepted: ['accepted'],
  underway: ['dispatched', 'acknowledged'],
  working: ['onSite', 'diagnosed', 'waiting'],
  repaired: ['repaired'],
  finishing: ['verified', 'confirmed'],
  done: ['closed', 'merged', 'cancelled'],
} as const satisfies Record<string, readonly FaultState[]>;

export type ColumnKey = keyof typeof boardColumns;
export const columnKeys = Object.keys(boardColumns) as ColumnKey[];

const columnOf = new Map<FaultState, ColumnKey>(columnKeys.flatMap((key) => boardColumns[key].map((state) => [state, key] as const)));

/** All open faults in one list, the most urgent first: the other way to look at the board. */
export const rowsKey = 'rows';

export interface Column {
  key: ColumnKey | typeof rowsKey;
  cards: FaultCard[];
}

/** Sorts the cards into columns: what is grave by itself first, then what is due first; what is done, newest first as the station gave it. */
export function inColumns(open: readonly FaultCard[], closed: readonly FaultCard[]): Column[] {
  const cards = new Map<ColumnKey, FaultCard[]>(columnKeys.map((key) => [key, []]));
  // Two that were merged into one another need somebody: they stand with what has not been taken on.
  for (const card of inDueOrder(open)) cards.get(card.inCircle ? 'reported' : (columnOf.get(card.state) ?? 'reported'))?.push(card);
  // Sorting keeps the order of what is alike.
  for (const list of cards.values()) list.sort((one, other) => Number(other.highRisk) - Number(one.highRisk));
  cards.get('done')?.push(...closed);
  return columnKeys.map((key) => ({ key, cards: cards.get(key) as FaultCard[] }));
}

/** One list by urgency: what is due first on top. */
export function inRows(open: readonly FaultCard[]): Column[] {
  return [{ key: rowsKey, cards: inDueOrder(open) }];
}

/** The columns as they stand now; one in which nothing changed stays the same object, so that it is not drawn anew. */
export function unchangedKept(before: readonly Column[], fresh: Column[]): Column[] {
  return fresh.map((column) => {
    const former = before.find(({ key }) => key === column.key);
    const same = former?.cards.length === column.cards.length && former.cards.every((card, row) => card === column.cards[row]);
    return same ? former : column;
  });
}

export interface Position {
  column: number;
  row: number;
}

export function positionOf(columns: readonly Column[], id: string | undefined): Position | undefined {
  if (id === undefined) return undefined;
  for (const [column, { cards }] of columns.entries()) {
    const row = cards.findIndex((card) => card.id === id);
    if (row >= 0) return { column, row };
  }
  return undefined;
}

/** Where an arrow key leads from a card: within the column, or to the nearest column that holds any. */
export function moved(columns: readonly Column[], from: Position | undefined, key: string): Position | undefined {
  const first = columns.findIndex(({ cards }) => cards.length > 0);
  if (first < 0) return undefined;
  if (!from) return { column: first, row: 0 };
  const last = (columns[from.column]?.cards.length ?? 1) - 1;
  switch (key) {
    case 'ArrowDown':
      return { ...from, row: Math.min(from.row + 1, last) };
    case 'ArrowUp':
      return { ...from, row: Math.max(from.row - 1, 0) };
    case 'PageDown':
      return { ...from, row: Math.min(from.row + 5, last) };
    case 'PageUp':
      return { ...from, row: Math.max(from.row - 5, 0) };
    case 'Home':
      return { ...from, row: 0 };
    case 'End':
      return { ...from, row: last };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const way = key === 'ArrowLeft' ? -1 : 1;
      for (let column = from.column + way; column >= 0 && column < columns.length; column += way) {
        const { cards } = columns[column] as Column;
        if (cards.length > 0) return { column, row: Math.min(from.row, cards.length - 1) };
      }
      return from;
    }
    default:
      return undefined;
  }
}
