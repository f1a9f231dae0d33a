import type { FaultCard } from '../../shared/faults/record';
import type { Column } from './columns';

export interface Settled {
  columns: Column[];
  /** Cards that stand where they stood, although they belong elsewhere by now, or nowhere. */
  elsewhere: ReadonlySet<string>;
  /** Something would stand in another place. */
  waiting: boolean;
}

/**
 * The cards as they stand now, each where it stood: nothing moves under the pointer. What is new comes last in its column; what
 * has left stays until the order is taken over.
 */
export function settledOrder(before: readonly Column[], fresh: readonly Column[]): Settled {
  const now = new Map<string, { card: FaultCard; key: string }>();
  for (const { key, cards } of fresh) for (const card of cards) now.set(card.id, { card, key });
  const shown = new Set<string>();
  const elsewhere = new Set<string>();
  const columns = before.map(({ key, cards }) => ({
    key,
    cards: cards.map((card) => {
      shown.add(card.id);
      const known = now.get(card.id);
      if (known?.key !== key) elsewhere.add(card.id);
      return known?.card ?? card;
    }),
  }));
  let waiting = elsewhere.size > 0;
  for (const [at, { cards }] of fresh.entries()) {
    const column = columns[at];
    if (!column) continue;
    waiting ||= cards.some((card, row) => column.cards[row]?.id !== card.id);
    for (const card of cards) if (!shown.has(card.id)) column.cards.push(card);
  }
  return { columns, elsewhere, waiting };
}
