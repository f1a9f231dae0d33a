import { IconAlertTriangle, IconClockHour4, IconFlame } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { ageInWords } from '../widgets/words-of-age';
import { urgencyOfEnd } from './shift-end';
import styles from './ShiftBadge.module.css';
import { useShift } from './useShift';

const icons = { plain: IconClockHour4, amber: IconAlertTriangle, red: IconFlame };

/** Whose watch it is and how long still; amber in the last hour, red when it is over and nobody has come. */
export function ShiftBadge() {
  const t = useWords('attendance');
  const common = useWords('common');
  const shell = useShell();
  const { data, now } = useShift();
  // Its place is kept while the first answer is on its way.
  if (!data) return <div className={styles.badge} aria-hidden />;
  const over = data.unrelieved?.shift;
  const shift = over ?? data.shift;
  const urgency = urgencyOfEnd(data.shift.end, over !== undefined, now);
  const Icon = icons[urgency];
  return (
    <button type="button" className={styles.badge} data-urgency={urgency} title={t('badge.open')} onClick={() => shell.go('/shift')}>
      <Icon size="1.35rem" stroke={1.7} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>
          <strong>{shift.name}</strong>
          <span className={styles.leader}>{shift.leader ? t('badge.leader', { name: shift.leader.name }) : t('badge.noLeader')}</span>
        </span>
        <span className={styles.left}>
          {over
            ? t('badge.over', { over: ageInWords(common, now - over.end) })
            : t('badge.left', { left: ageInWords(common, shift.end - now) })}
        </span>
      </span>
    </button>
  );
}
