import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useCallback, useImperativeHandle, useRef, useState } from 'react';
import type { FaultCard } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import styles from './Board.module.css';
import { BoardCard, cardId } from './BoardCard';
import { boardColumns, type Column, rowsKey } from './columns';
import type { Profiles } from './useProfiles';

/** Below this every card is drawn. */
const drawAllUpTo = 40;
/** Height of a card, and of a row, with the gap below it, rem; as in Board.module.css. */
const steps = { card: 11.75, row: 2.875 };

export interface BoardColumnProps {
  column: Column;
  chosen: string | undefined;
  open: string | undefined;
  elsewhere: ReadonlySet<string>;
  now: number;
  profiles: Profiles;
  onOpen: (card: FaultCard) => void;
  ref?: Ref<{ show: (row: number) => void }>;
}

/** One column with how many it holds, or all in rows; its cards scroll by themselves. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, chosen, open, elsewhere, now, profiles, onOpen, ref } = props;
  const { key, cards } = column;
  const t = useWords('faults');
  const box = useRef<HTMLDivElement>(null);
  const rows = key === rowsKey;
  const virtual = cards.length > drawAllUpTo;
  // Asked once: reading it makes the browser lay everything out.
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  // The same functions as long as the cards are the same: with new ones everything would be measured anew at every scroll.
  const keyOf = useCallback((index: number) => (cards[index] as FaultCard).id, [cards]);
  const sizeOf = useCallback(() => (rows ? steps.row : steps.card) * rem, [rows, rem]);
  const virtualizer = useVirtualizer({
    count: virtual ? cards.length : 0,
    getScrollElement: () => box.current,
    estimateSize: sizeOf,
    overscan: rows ? 8 : 3,
    getItemKey: keyOf,
  });
  useImperativeHandle(ref, () => ({
    show: (row) => {
      box.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      if (virtual) virtualizer.scrollToIndex(row);
      else document.getElementById(cardId(cards[row]?.id ?? ''))?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    },
  }));
  const showState = rows || boardColumns[key].length > 1;
  const draw = (card: FaultCard) => (
    <BoardCard
      key={card.id}
      card={card}
      now={now}
      chosen={card.id === chosen}
      open={card.id === open}
      elsewhere={elsewhere.has(card.id)}
      showState={showState}
      row={rows}
      profiles={profiles}
      onOpen={onOpen}
    />
  );
  const name = rows ? t('board.rows') : t(`board.column.${key}`);
  const states = rows ? undefined : boardColumns[key].map((state) => t(`state.${state}`)).join(t('common:separator'));
  return (
    <div className={styles.column} data-column={key} role="group" aria-label={`${name} ${cards.length}`}>
      {!rows && (
        <div className={styles.head} title={states}>
          <span>{name}</span>
          <span className={styles.count}>{cards.length}</span>
        </div>
      )}
      <div ref={box} className={styles.cards}>
        {cards.length === 0 && <div className={styles.none}>{t('board.empty')}</div>}
        {virtual ? (
          <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => (
              <div key={item.key} className={styles.drawn} style={{ height: item.size, transform: `translateY(${item.start}px)` }}>
                {draw(cards[item.index] as FaultCard)}
              </div>
            ))}
          </div>
        ) : (
          cards.map(draw)
        )}
      </div>
    </div>
  );
});
