import { IconRun } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { DueIn } from './DueIn';
import { levelNames } from '../../shared/plan-runs/level-names';
import { openRun } from './open';
import { DrillTag, RunLevel } from './RunMarks';
import styles from './Runs.module.css';
import { runsInOrder } from '../../shared/plan-runs/run-order';
import { useRuns } from './useRuns';

/** Across the head of every screen while a plan runs: the gravest, what is overdue and due next, and how many more. */
export function RunBanner() {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Who looks at a run has its head before them.
  const [first, ...others] = runsInOrder(
    (useRuns().data ?? []).filter(({ id, state }) => state === 'running' && !path.startsWith(`/runs/${id}/`)),
  );
  if (!first) return null;
  const { id, level, drill, title, number, commander, phase, overdue, dueNext } = first;
  return (
    <button
      type="button"
      className={styles.banner}
      data-level={drill ? 'drill' : levelNames[level]}
      aria-label={t('banner.label')}
      onClick={() => openRun(shell, { id })}
    >
      <IconRun size="1.25rem" stroke={1.9} aria-hidden />
      {drill && <DrillTag />}
      <RunLevel level={level} short inherits />
      <span className={styles.bannerWhat} title={title[language]}>
        {title[language]}
      </span>
      <span className={styles.quiet}>{number}</span>
      {phase && <span className={styles.bannerFact}>{t('banner.phase', { phase: phase[language] })}</span>}
      {commander !== '' && <span className={styles.bannerFact}>{t('head.commander', { name: commander })}</span>}
      {overdue > 0 && <strong className={styles.red}>{t('banner.overdue', { n: overdue })}</strong>}
      {dueNext !== undefined && (
        <span className={styles.bannerFact}>
          {t('banner.next')} <DueIn at={dueNext} />
        </span>
      )}
      {others.length > 0 && <span className={styles.bannerFact}>{t('banner.more', { n: others.length })}</span>}
    </button>
  );
}
