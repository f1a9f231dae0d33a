import { IconHistory, IconPlayerPause } from '@tabler/icons-react';
import { memo } from 'react';
import type { FaultCard } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Board.module.css';
import { useSecond } from './second';
import { digitsOf, standingOf } from './time-left';

/** What is due next and how long is left, counting down by itself; and whether a limit was not kept before. */
export const ClockTag = memo(function ClockTag({ clock, late }: Pick<FaultCard, 'clock' | 'late'>) {
  const t = useWords('faults');
  const now = useSecond();
  if (!clock) return late ? <LateMark /> : null;
  const { urgency, kind, length } = standingOf(clock, now);
  const over = kind === 'over' || kind === 'pausedOver';
  const digits = length === undefined ? undefined : digitsOf(length, over);
  const time = digits && (digits.days > 0 ? t('clock.days', { n: digits.days, time: digits.text }) : digits.text);
  return (
    <>
      <span className={styles.clock} data-urgency={urgency} data-kind={kind}>
        <StatusTag urgency={urgency === 'calm' ? 'plain' : urgency} icon={kind.startsWith('paused') ? IconPlayerPause : undefined}>
          {t(`clock.aim.${clock.aim}`)} <b>{t(`clock.${kind}`, { time: time ?? '' })}</b>
        </StatusTag>
      </span>
      {late && kind !== 'over' && <LateMark />}
    </>
  );
});

function LateMark() {
  const t = useWords('faults');
  return (
    <span className={styles.late} title={t('clock.lateMeans')}>
      <IconHistory size="1em" aria-hidden />
      {t('clock.late')}
    </span>
  );
}
