import { IconSchool } from '@tabler/icons-react';
import { planRuns } from '../../shared/plan-runs/contract';
import { levelNames } from '../../shared/plan-runs/level-names';
import { runsInOrder } from '../../shared/plan-runs/run-order';
import { minute } from '../../shared/time';
import { useLanguage, useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { LevelTag } from '../widgets/LevelTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './WallRuns.module.css';

/** How many runs stand on the wall by name; more are counted. */
const shown = 3;

/** Plans that run, a line each: level, name, phase, overdue, next due. A drill is marked as one; on a locked desk nothing is named. */
export function WallRuns({ now }: { now: number }) {
  const t = useWords('wall');
  const common = useWords('common');
  const language = useLanguage();
  const { data, refusal } = useStation(planRuns.list, {}, { every: minute / 4 });
  // Asked again and refused: nobody is at the desk, and what was shown is not theirs to leave behind.
  const runs = refusal ? [] : runsInOrder((data ?? []).filter(({ state }) => state === 'running'));
  if (runs.length === 0) return null;
  return (
    <section className={styles.runs} aria-label={t('runs.label')}>
      {runs.slice(0, shown).map(({ id, level, drill, title, area, phase, settled, steps, overdue, dueNext }) => (
        <div key={id} className={styles.run} data-level={drill ? 'drill' : levelNames[level]}>
          {drill && (
            <strong className={styles.drill}>
              <IconSchool size="1.3rem" stroke={1.8} aria-hidden /> {t('runs.drill')}
            </strong>
          )}
          <LevelTag level={levelNames[level]} short inherits />
          <strong className={styles.title}>{[title[language], area].filter(Boolean).join(' ')}</strong>
          {phase && <span className={styles.fact}>{phase[language]}</span>}
          <span className={styles.fact}>{t('runs.steps', { settled, steps })}</span>
          {overdue > 0 && <strong className={styles.red}>{t('runs.overdue', { n: overdue })}</strong>}
          {dueNext !== undefined && dueNext > now && (
            <span className={styles.fact}>{t('runs.next', { time: ageInWords(common, dueNext - now) })}</span>
          )}
        </div>
      ))}
      {runs.length > shown && <div className={styles.fact}>{t('runs.more', { n: runs.length - shown })}</div>}
    </section>
  );
}
