import { IconClock } from '@tabler/icons-react';
import type { MatterRow } from '../../shared/matters/record';
import { isEnded } from '../../shared/matters/record';
import { matterUrgency } from '../../shared/matters/urgency';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Matters.module.css';

/** How much time is left, or by how much it is over. */
export function DeadlineTag({ matter, withTime = false }: { matter: MatterRow; withTime?: boolean }) {
  const t = useWords('matters');
  const common = useWords('common');
  const now = useNow(10_000);
  const { deadline } = matter;
  if (deadline === undefined) return <span className={styles.quiet}>{t('list.noDeadline')}</span>;
  if (isEnded(matter.state)) return <ZoneTime at={deadline} />;
  const urgency = matterUrgency(matter, now);
  return (
    <span className={styles.row}>
      <StatusTag urgency={urgency === 'calm' ? 'plain' : urgency} icon={urgency === 'calm' ? IconClock : undefined}>
        {now > deadline
          ? t('list.over', { age: ageInWords(common, now - deadline) })
          : t('list.left', { age: ageInWords(common, deadline - now) })}
      </StatusTag>
      {withTime && <ZoneTime at={deadline} />}
    </span>
  );
}
