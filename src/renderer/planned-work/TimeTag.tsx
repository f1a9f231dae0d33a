import { IconBarrierBlock, IconClock } from '@tabler/icons-react';
import { workStateAt, type WorkTimes, workUrgency } from '../../shared/planned-work/state';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';

/** How long until the tag is to come down, by how much it is over, or when it comes into force; nothing once it has ended. */
export function TimeTag({ work }: { work: WorkTimes }) {
  const t = useWords('plannedWork');
  const common = useWords('common');
  const now = useNow(10_000);
  switch (workStateAt(work, now)) {
    case 'planned':
      return <StatusTag icon={IconClock}>{t('list.begins', { age: ageInWords(common, work.starts - now) })}</StatusTag>;
    case 'inForce': {
      const urgency = workUrgency(work, now);
      const left = t('list.left', { age: ageInWords(common, work.end - now) });
      return urgency === 'calm' ? <StatusTag icon={IconBarrierBlock}>{left}</StatusTag> : <StatusTag urgency={urgency}>{left}</StatusTag>;
    }
    case 'overdue':
      return <StatusTag urgency="red">{t('list.over', { age: ageInWords(common, now - work.end) })}</StatusTag>;
    default:
      return null;
  }
}
