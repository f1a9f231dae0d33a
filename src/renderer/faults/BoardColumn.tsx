import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useImperativeHandle, useRef } from 'react';
import type { FaultCard } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import styles from './Board.module.css';
import { BoardCard, cardId } from './BoardCard';
import { boardColumns, type Column } from './columns';

/** Below this every card is drawn. */
const drawAllUpTo = 40;
/** Height of a card with the gap below it, rem; as in Board.module.css. */
const step = 10.25;

export interface BoardColumnProps {
  column: Column;
  chosen: string | undefined;
  open: string | undefined;
  now: number;
  onOpen: (card: FaultCard) => void;
  ref?: Ref<{ show: (row: number) => void }>;
}

/** One column: how many it holds, and its cards, scrolled by itself. */
export const BoardColumn = memo(function BoardColumn({ column: { key, cards }, chosen, open, now, onOpen, ref }: BoardColumnProps) {
  const t = useWords('faults');
  const box = useRef<HTMLDivElement>(null);
  const virtual = cards.length > drawAllUpTo;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const virtualizer = useVirtualizer({
    count: virtual ? cards.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => step * rem,
    overscan: 4,
    getItemKey: (index) => (cards[index] as FaultCard).id,
  });
  useImperativeHandle(ref, () => ({
    show: (row) => {
      box.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      if (virtual) virtualizer.scrollToIndex(row);
      else document.getElementById(cardId(cards[row]?.id ?? ''))?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    },
  }));
  const showState = boardColumns[key].length > 1;
  const draw = (card: FaultCard) => (
    <BoardCard
      key={card.id}
      card={card}
      now={now}
      chosen={card.id === chosen}
      open={card.id === open}
      showState={showState}
      onOpen={onOpen}
    />
  );
  const states = boardColumns[key].map((state) => t(`state.${state}`)).join(t('common:separator'));
  return (
    <div className={styles.column} data-column={key} role="group" aria-label={`${t(`board.column.${key}`)} ${cards.length}`}>
      <div className={styles.head} title={states}>
        <span>{t(`board.column.${key}`)}</span>
        <span className={styles.count}>{cards.length}</span>
      </div>
      <div ref={box} className={styles.cards}>
        {cards.length === 0 && <div className={styles.none}>{t('board.empty')}</div>}
        {virtual ? (
          <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => (
              <div key={item.key} style={{ position: 'absolute', inset: '0 0 auto 0', transform: `translateY(${item.start}px)` }}>
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
