import { IconAlarm, IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { reportClockOf } from '../../shared/reports/clock';
import { reports } from '../../shared/reports/contract';
import type { ReportCard } from '../../shared/reports/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { clockWords } from './clock-words';
import { openReport } from './open';
import styles from './Reports.module.css';

/** In the top bar of every screen: the clock that presses most. Nothing while no report is open. */
export function ReportBadge() {
  const open = useStation(reports.open, {}).data ?? [];
  return open.length === 0 ? null : <Running open={open} />;
}

function Running({ open }: { open: readonly ReportCard[] }) {
  const t = useWords('reports');
  const shell = useShell();
  const now = useNow(1000);
  const untold = open.filter((report) => reportClockOf(report, now).toldAt === undefined);
  const promised = open.filter(({ nextAt }) => nextAt !== undefined && now > nextAt);
  const first = untold[0] ?? promised[0];
  if (!first) return null;
  const clock = reportClockOf(first, now);
  const running = untold.length > 0;
  const urgency = running ? clock.urgency : 'amber';
  const Icon = urgency === 'red' ? IconFlame : urgency === 'amber' ? IconAlertTriangle : IconAlarm;
  const more = new Set([...untold, ...promised]).size - 1;
  return (
    <button type="button" className={styles.badge} data-urgency={urgency} title={first.title} onClick={() => openReport(shell, first)}>
      <Icon size="1.25rem" stroke={1.9} aria-hidden />
      <span className={running ? styles.badgeWord : undefined}>{t(running ? 'bar.clock' : 'bar.followUp')}</span>
      {running && <span className={styles.badgeTime}>{clockWords(t, clock, first.receivedAt)}</span>}
      {more > 0 && (
        <>
          <span className={styles.badgeWord}>{t('bar.more', { n: more })}</span>
          <span className={styles.badgeShort} aria-hidden>
            +{more}
          </span>
        </>
      )}
    </button>
  );
}
