import { IconAlarm, IconAlertTriangle, IconCircleCheck, IconFlame } from '@tabler/icons-react';
import { reportClockOf } from '../../shared/reports/clock';
import type { ReportCard } from '../../shared/reports/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { clockText } from './clock-text';
import { clockWords, untoldWords } from './clock-words';
import styles from './Reports.module.css';

/** The five minutes, legible from across the room; once both leaders are told it stands still and says how long it took. */
export function FiveMinuteClock({ report }: { report: ReportCard }) {
  const t = useWords('reports');
  const now = useNow(1000);
  if (report.state === 'withdrawn') return null;
  const clock = reportClockOf(report, now);
  const { urgency, verdict, over, left, toldAt } = clock;
  const stands = toldAt !== undefined || report.endedAt !== undefined;
  const Icon =
    stands && verdict === 'onTime' ? IconCircleCheck : urgency === 'red' ? IconFlame : urgency === 'amber' ? IconAlertTriangle : IconAlarm;
  return (
    <div className={styles.big} data-urgency={urgency} role="timer" aria-label={t('bar.clock')}>
      <Icon size="1.75rem" stroke={1.8} aria-hidden />
      {!stands && <span className={styles.time}>{over > 0 ? `+${clockText(over)}` : clockText(left, 'up')}</span>}
      <span className={styles.words}>
        <span className={styles.verdict}>
          {[t(`verdict.${verdict}`), stands ? clockWords(t, clock, report.receivedAt) : t('clock.due', { at: clock.due })].join(' · ')}
        </span>
        {clock.untold.length > 0 && <span>{untoldWords(t, clock)}</span>}
      </span>
    </div>
  );
}
