import { serviceRequests } from '../../shared/service-requests/contract';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { limitUrgency } from './limit-urgency';
import styles from './Requests.module.css';

/** In the top bar: how many requests are over a limit, else how many soon will be. Nothing while none presses. */
export function ServiceBadge() {
  const t = useWords('serviceRequests');
  const shell = useShell();
  const now = useNow(minute / 4);
  const list = useStation(serviceRequests.list, {});
  const urgencies = (list.data ?? []).map(({ clock }) => limitUrgency(clock, now));
  const urgency = urgencies.includes('red') ? 'red' : urgencies.includes('amber') ? 'amber' : undefined;
  if (!urgency) return null;
  const n = urgencies.filter((one) => one === urgency).length;
  const words = t(urgency === 'red' ? 'bar.over' : 'bar.near', { n });
  return (
    <button
      type="button"
      className={styles.badge}
      data-urgency={urgency}
      title={words}
      aria-label={words}
      onClick={() => shell.go('/services')}
    >
      <StatusTag urgency={urgency}>
        <span className={styles.badgeWord}>{words}</span>
        <span className={styles.badgeShort}>{t('bar.short', { n })}</span>
      </StatusTag>
    </button>
  );
}
