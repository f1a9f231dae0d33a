import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Runs.module.css';
import { useRuns } from './useRuns';

/** In the top bar: steps of running plans that are overdue. Drills count in while they run: somebody waits for them as well. */
export function RunBadge() {
  const t = useWords('planRuns');
  const shell = useShell();
  const running = (useRuns().data ?? []).filter(({ state }) => state === 'running');
  const overdue = running.reduce((sum, run) => sum + run.overdue, 0);
  if (overdue === 0) return null;
  const label = t('badge.label', { n: running.length, overdue });
  return (
    <button type="button" className={styles.badge} title={label} aria-label={label} onClick={() => shell.go('/runs')}>
      <StatusTag urgency="red">
        <span className={styles.badgeWord}>{t('badge.overdue', { n: overdue })}</span>
        <span className={styles.badgeShort}>{t('badge.overdueShort', { n: overdue })}</span>
      </StatusTag>
    </button>
  );
}
