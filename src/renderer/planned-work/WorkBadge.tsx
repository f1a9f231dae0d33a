import { plannedWork } from '../../shared/planned-work/contract';
import { workUrgency } from '../../shared/planned-work/state';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import styles from './PlannedWork.module.css';

/** In the top bar: how many works are past their planned end, else how many soon will be. Nothing while none presses. */
export function WorkBadge() {
  const t = useWords('plannedWork');
  const shell = useShell();
  const now = useNow(minute / 4);
  const list = useStation(plannedWork.list, {});
  const urgencies = (list.data ?? []).map((work) => workUrgency(work, now));
  const urgency = urgencies.includes('red') ? 'red' : urgencies.includes('amber') ? 'amber' : undefined;
  if (!urgency) return null;
  const n = urgencies.filter((one) => one === urgency).length;
  const words = t(urgency === 'red' ? 'bar.over' : 'bar.near', { n });
  return (
    <button type="button" className={styles.badge} title={words} aria-label={words} onClick={() => shell.go('/planned-work')}>
      <StatusTag urgency={urgency}>
        <span className={styles.badgeWord}>{words}</span>
        <span className={styles.badgeShort}>{t('bar.short', { n })}</span>
      </StatusTag>
    </button>
  );
}
