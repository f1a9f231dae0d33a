import { IconArrowsSplit2 } from '@tabler/icons-react';
import { memo } from 'react';
import type { FaultCard } from '../../shared/faults/record';
import { hour } from '../../shared/time';
import { useWords, type Word } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './Board.module.css';
import { ClassMark } from './ClassMark';

export interface BoardCardProps {
  card: FaultCard;
  now: number;
  chosen: boolean;
  open: boolean;
  /** The column holds several states: the card says which. */
  showState: boolean;
  onOpen: (card: FaultCard) => void;
}

export function cardId(id: string): string {
  return `fault-card-${id}`;
}

/** On a card the minutes of an hour past are too fine. */
function ageOf(common: Word<'common'>, age: number): string {
  return ageInWords(common, age < hour ? age : age - (age % hour));
}

/** One fault on the board. The same height for all, so that thousands scroll. */
export const BoardCard = memo(function BoardCard({ card, now, chosen, open, showState, onOpen }: BoardCardProps) {
  const t = useWords('faults');
  const common = useWords('common');
  const where = card.device ?? card.place;
  return (
    // The keyboard drives the board as a whole (aria-activedescendant), the pointer its cards.
    <div
      id={cardId(card.id)}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.card}
      data-open={open || undefined}
      data-contested={card.contested || card.inCircle || undefined}
      onClick={() => onOpen(card)}
    >
      <div className={styles.line}>
        <span className={styles.mark}>
          <ClassMark grave={card.class} />
        </span>
        <span className={styles.number} title={card.number}>
          {card.number ? (
            <>
              <span className={styles.series}>{card.number.slice(0, -6)}</span>
              {card.number.slice(-6)}
            </>
          ) : (
            t('board.unheard')
          )}
        </span>
      </div>
      <div className={styles.where} title={where}>
        {where}
      </div>
      <div className={styles.symptom}>{card.symptom}</div>
      <div className={styles.line}>
        <span className={styles.state} title={card.engineer}>
          {card.contested || card.inCircle ? (
            <StatusTag urgency="amber" icon={IconArrowsSplit2}>
              {t(card.inCircle ? 'board.circle' : 'board.contested')}
            </StatusTag>
          ) : (
            [
              card.priority === 'urgent' && t('priority.urgent'),
              showState && (card.waitingFor ? t(`waitingFor.${card.waitingFor}`) : t(`state.${card.state}`)),
              card.engineer,
            ]
              .filter(Boolean)
              .join(' ')
          )}
        </span>
        <span className={styles.age}>{ageOf(common, now - card.reportedAt)}</span>
      </div>
    </div>
  );
});
