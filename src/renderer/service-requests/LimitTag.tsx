import { IconClock } from '@tabler/icons-react';
import { isBroken } from '../../shared/service-requests/limits';
import type { RequestRow } from '../../shared/service-requests/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { limitUrgency } from './limit-urgency';
import styles from './Requests.module.css';

/** How much of a limit is left, or by how much it is over. */
export function LimitTag({ limit }: { limit: RequestRow['clock'] }) {
  const t = useWords('serviceRequests');
  const common = useWords('common');
  const now = useNow(10_000);
  if (!limit) return <span className={styles.quiet}>{t('list.noLimit')}</span>;
  const { dueAt, standing } = limit;
  if (standing !== 'running') {
    return (
      <StatusTag urgency={isBroken(limit, now) ? 'red' : 'plain'}>
        {t(isBroken(limit, now) ? 'limit.broken' : `limit.${standing}`)}
      </StatusTag>
    );
  }
  if (limit.direction === 'notBefore') {
    return <StatusTag>{now < dueAt ? t('limit.notBefore', { age: ageInWords(common, dueAt - now) }) : t('limit.may')}</StatusTag>;
  }
  const urgency = limitUrgency(limit, now);
  return (
    <StatusTag urgency={urgency === 'calm' ? 'plain' : urgency} icon={urgency === 'calm' ? IconClock : undefined}>
      {now > dueAt ? t('list.over', { age: ageInWords(common, now - dueAt) }) : t('list.left', { age: ageInWords(common, dueAt - now) })}
    </StatusTag>
  );
}
