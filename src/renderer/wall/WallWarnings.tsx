import { door } from '../../shared/door';
import { minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { LevelTag } from '../widgets/LevelTag';
import styles from './WallWarnings.module.css';

/** The gravest warning in force across the wall, and how many more there are. On a locked desk level and kind alone. */
export function WallWarnings() {
  const t = useWords('warnings');
  const [first, ...others] = useStation(door.warnings, {}, { every: minute }).data?.inForce ?? [];
  if (!first) return null;
  const { level, kind, since, what, area, unconfirmed } = first;
  return (
    <section className={styles.line} data-level={level} aria-label={t('banner.label')}>
      <LevelTag level={level} kind={kind} inherits />
      <strong className={styles.what}>{[area, what].filter(Boolean).join(' ')}</strong>
      {unconfirmed && <span className={styles.quiet}>{t('unconfirmed')}</span>}
      <span className={styles.quiet}>{t('banner.since', { at: since })}</span>
      {others.length > 0 && <span className={styles.quiet}>{t('banner.more', { n: others.length })}</span>}
    </section>
  );
}
