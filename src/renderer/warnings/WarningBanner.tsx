import { door } from '../../shared/door';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { LevelTag } from '../widgets/LevelTag';
import { openWarning } from './open';
import styles from './Warnings.module.css';

/** Across the head of every screen while a warning is in force: the gravest, since when, and how many more. */
export function WarningBanner() {
  const t = useWords('warnings');
  const shell = useShell();
  const [first, ...others] = useStation(door.warnings, {}).data?.inForce ?? [];
  if (!first) return null;
  const { id, number, level, kind, since, what, area, unconfirmed } = first;
  const look = () => {
    shell.go('/warnings');
    if (id) openWarning(shell, { id, number });
  };
  return (
    <button type="button" className={styles.banner} data-level={level} aria-label={t('banner.label')} onClick={look}>
      <LevelTag level={level} kind={kind} inherits />
      <span className={styles.what} title={what}>
        {[area, what].filter(Boolean).join(' ')}
      </span>
      {unconfirmed && <strong>{t('unconfirmed')}</strong>}
      <span className={styles.since}>{t('banner.since', { at: since })}</span>
      {others.length > 0 && <span className={styles.since}>{t('banner.more', { n: others.length })}</span>}
      <span className={styles.verb}>
        <KeyHint keys="F8" />
        {t('banner.look')}
      </span>
    </button>
  );
}
