import { door } from '../../shared/door';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { LevelTag } from '../widgets/LevelTag';
import styles from './DoorWarnings.module.css';

/** Before the sign-in and on the locked desk: which levels are in force since when, and nothing of what. */
export function DoorWarnings() {
  const t = useWords('warnings');
  const inForce = useStation(door.warnings, {}).data?.inForce ?? [];
  if (inForce.length === 0) return null;
  return (
    <div className={styles.line} role="status" aria-label={t('banner.label')}>
      {inForce.slice(0, 4).map(({ level, kind, since }) => (
        <span key={`${level} ${kind} ${since}`}>
          <LevelTag level={level} kind={kind} /> <span className={styles.since}>{t('banner.since', { at: since })}</span>
        </span>
      ))}
    </div>
  );
}
