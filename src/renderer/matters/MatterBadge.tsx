import { matters } from '../../shared/matters/contract';
import { matterUrgency } from '../../shared/matters/urgency';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Matters.module.css';

/** In the top bar: how many matters are over their deadline, else how many soon will be. Nothing while none presses. */
export function MatterBadge() {
  const t = useWords('matters');
  const shell = useShell();
  const now = useNow(minute / 4);
  const list = useStation(matters.list, {});
  const urgencies = (list.data ?? []).map((matter) => matterUrgency(matter, now));
  const urgency = urgencies.includes('red') ? 'red' : urgencies.includes('amber') ? 'amber' : undefined;
  if (!urgency) return null;
  const n = urgencies.filter((one) => one === urgency).length;
  const words = t(urgency === 'red' ? 'bar.over' : 'bar.near', { n });
  return (
    <button type="button" className={styles.badge} title={words} aria-label={words} onClick={() => shell.go('/matters')}>
      <StatusTag urgency={urgency}>
        <span className={styles.badgeWord}>{words}</span>
        <span className={styles.badgeShort}>{t('bar.short', { n })}</span>
      </StatusTag>
    </button>
  );
}
