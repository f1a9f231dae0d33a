import { IconArrowsSplit2, IconBarrierBlock } from '@tabler/icons-react';
import { memo } from 'react';
import type { FaultCard } from '../../shared/faults/record';
import { hour } from '../../shared/time';
import { useWords, type Word } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './Board.module.css';
import { classWord } from './class-words';
import { ClockTag } from './ClockTag';
import type { Profiles } from './useProfiles';

export interface BoardCardProps {
  card: FaultCard;
  /** For its age alone; the clock counts by itself. */
  now: number;
  chosen: boolean;
  open: boolean;
  /** It belongs elsewhere by now; it stays here only as long as somebody is at work in the list. */
  elsewhere: boolean;
  /** The place does not say the state: the card does. */
  showState: boolean;
  /** One line across the board instead of a card in a column. */
  row: boolean;
  profiles: Profiles;
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
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, now, chosen, open, elsewhere, showState, row, profiles, onOpen } = props;
  const t = useWords('faults');
  const common = useWords('common');
  const where = card.device ?? card.place;
  const known = profiles.classOf(card.profile, card.class);
  const several = profiles.inUse.length > 1;
  const differs = card.contested || card.inCircle;
  const state = card.waitingFor ? t(`waitingFor.${card.waitingFor}`) : t(`state.${card.state}`);
  const mark = (
    <span className={styles.mark}>
      <StatusTag urgency={known?.highRisk ? 'red' : 'plain'}>
        {several && `${card.profile || (profiles.usual?.code ?? '')} `}
        {known?.name ?? classWord(t, card.class)}
      </StatusTag>
    </span>
  );
  const number = (
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
  );
  const contest = differs && (
    <StatusTag urgency="amber" icon={IconArrowsSplit2}>
      {t(card.inCircle ? 'board.circle' : 'board.contested')}
    </StatusTag>
  );
  const work = card.plannedWork !== undefined && (
    <span className={styles.work} title={t('board.underWork', { number: card.plannedWork })}>
      <IconBarrierBlock size="1.05em" aria-hidden />
      {t('board.work')}
    </span>
  );
  const priority = card.priority === 'urgent' && t('priority.urgent');
  const says = [priority, (showState || elsewhere) && state, card.engineer].filter(Boolean).join(' ');
  const age = <span className={styles.age}>{ageOf(common, now - card.reportedAt)}</span>;
  const shared = {
    id: cardId(card.id),
    role: 'option',
    tabIndex: -1,
    'aria-selected': chosen,
    'data-open': open || undefined,
    'data-elsewhere': elsewhere || undefined,
    'data-contested': differs || undefined,
    onClick: () => onOpen(card),
  };
  // The keyboard drives the board as a whole (aria-activedescendant), the pointer its cards.
  if (row) {
    return (
      <div {...shared} className={styles.row}>
        <span className={styles.due}>
          <ClockTag clock={card.clock} late={card.late} />
        </span>
        {mark}
        <span className={styles.rowNumber}>{card.number || t('board.unheard')}</span>
        <span className={styles.rowWhere} title={where}>
          {where}
        </span>
        <span className={styles.rowSymptom} title={card.symptom}>
          {card.symptom}
        </span>
        <span className={styles.rowMarks}>
          {work}
          {contest}
        </span>
        <span className={styles.state} title={says}>
          {says}
        </span>
        {age}
      </div>
    );
  }
  return (
    <div {...shared} className={styles.card}>
      <div className={styles.line}>
        {mark}
        {number}
      </div>
      <div className={styles.where} title={where}>
        {where}
      </div>
      <div className={styles.symptom}>{card.symptom}</div>
      <div className={styles.clockLine}>
        <ClockTag clock={card.clock} late={card.late} />
      </div>
      <div className={styles.line}>
        <span className={styles.state} title={says}>
          {contest || work || says}
        </span>
        {age}
      </div>
    </div>
  );
});
