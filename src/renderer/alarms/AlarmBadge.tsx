import { IconVolumeOff } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './Alarms.module.css';
import { openAlarms } from './open';
import { useAlarms, useMute } from './useAlarms';

/** In the top bar: how many limits are over and nearly due, taken or not, and how long the desk is muted still. */
export function AlarmBadge() {
  const t = useWords('alarms');
  const common = useWords('common');
  const shell = useShell();
  const counts = useAlarms().data?.counts;
  const mute = useMute();
  const { red = 0, amber = 0, redToTake = 0, amberToTake = 0 } = counts ?? {};
  if (red + amber === 0 && !mute) return null;
  const label = t('badge.label', { red, amber, toTake: redToTake + amberToTake });
  return (
    <button type="button" className={styles.badge} title={label} aria-label={label} onClick={() => openAlarms(shell)}>
      {red > 0 && <StatusTag urgency="red">{t('badge.red', { n: red })}</StatusTag>}
      {amber > 0 && <StatusTag urgency="amber">{t('badge.amber', { n: amber })}</StatusTag>}
      {mute && (
        <StatusTag urgency="amber" icon={IconVolumeOff}>
          {t('badge.muted', { left: ageInWords(common, mute.left) })}
        </StatusTag>
      )}
    </button>
  );
}
