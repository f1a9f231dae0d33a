import { faults } from '../../shared/faults/contract';
import type { FaultCard } from '../../shared/faults/record';
import { isFinal } from '../../shared/faults/states';
import { type Following, type StationAnswer, useFollowed } from '../station';

/** Everything on the board, as it is known here. */
export interface BoardCards {
  open: readonly FaultCard[];
  /** Ended within a day, newest first. */
  closed: readonly FaultCard[];
  byId: ReadonlyMap<string, FaultCard>;
  revision: string;
}

/** Follows the changes: what did not change stays the same object, so that its card is not drawn anew. */
export const following: Following<typeof faults.board, BoardCards> = {
  known: ({ revision }) => (revision === '' ? {} : { known: revision }),
  take: (former, { open, closed, gone, revision, whole }) => {
    if (whole || !former) return { open, closed, byId: new Map([...open, ...closed].map((card) => [card.id, card])), revision };
    if (open.length + closed.length + gone.length === 0) return { ...former, revision };
    const byId = new Map(former.byId);
    for (const id of gone) byId.delete(id);
    for (const card of [...open, ...closed]) byId.set(card.id, card);
    const all = [...byId.values()];
    const ended = (card: FaultCard) => isFinal(card.state) && !card.inCircle;
    return {
      open: all.filter((card) => !ended(card)),
      closed: all.filter(ended).sort((one, other) => other.since - one.since),
      byId,
      revision,
    };
  },
};

export function useBoard(text: string): StationAnswer<BoardCards> {
  return useFollowed(faults.board, { text }, following, { keepPrevious: true });
}
