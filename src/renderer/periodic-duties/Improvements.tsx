import { periodicDuties } from '../../shared/periodic-duties/contract';
import { useLanguage, useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Duties.module.css';
import { goalValue } from './goal-value';

/** What was entered in the improvement ledger because a goal was missed; nothing where none was. */
export function Improvements() {
  const t = useWords('periodicDuties');
  const language = useLanguage();
  const list = useStation(periodicDuties.improvements, {});
  const goals = useStation(periodicDuties.goals, {});
  const rows = list.data ?? [];
  if (rows.length === 0) return null;
  const measureOf = (profile: string, goal: string) =>
    goals.data?.find((line) => line.profile === profile && line.goal === goal)?.measure ?? 'satisfaction';
  return (
    <section className={`${styles.card} ${styles.ledger}`}>
      <h2 className={styles.heading}>{t('goal.ledger')}</h2>
      {rows.map((one) => (
        <div key={one.entry} className={styles.goal}>
          <div className={styles.row}>
            <span>
              {t('goal.line', {
                name: one.name[language],
                month: one.month,
                actual: one.actual === null ? t('goal.unknown') : goalValue(measureOf(one.profile, one.goal), one.actual),
                atLeast: goalValue(measureOf(one.profile, one.goal), one.atLeast),
              })}
            </span>
            <span className={styles.quiet}>
              {one.author} <ZoneTime at={one.at} show="dateTime" />
            </span>
          </div>
          <div className={styles.said}>{t('goal.causesSaid', { text: one.causes })}</div>
          <div className={styles.said}>{t('goal.measuresSaid', { text: one.measures })}</div>
        </div>
      ))}
    </section>
  );
}
