import type { FaultLine } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import { ageInWords } from '../widgets/words-of-age';
import type { FaultOpener } from './opener';
import styles from './ReportForm.module.css';

export interface SimilarFaultsProps {
  /** Those shown, in the order of their keys. */
  lines: readonly FaultLine[];
  count: number;
  onOpen: FaultOpener;
  onMerge: (line: FaultLine) => void;
}

/** Open faults on the same device or at the same place: one key opens one, one merges this call into it. */
export function SimilarFaults({ lines, count, onOpen, onMerge }: SimilarFaultsProps) {
  const t = useWords('faults');
  const common = useWords('common');
  const now = useNow(minute);
  if (lines.length === 0) return null;
  return (
    <Notice urgency="amber" title={t('report.similar', { n: count })}>
      <ol className={styles.similar}>
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.number} · {t(`state.${line.state}`)} · {t('report.reportedAgo', { age: ageInWords(common, now - line.reportedAt) })} ·{' '}
              {line.device ?? line.place} · {line.symptom}
            </span>{' '}
            <button type="button" className={styles.link} onClick={() => onMerge(line)}>
              {t('report.mergeIt')}
            </button>{' '}
            <button type="button" className={styles.link} onClick={() => onOpen(line)}>
              {t('report.openIt')}
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.keys}>{t('report.mergeKeys')}</div>
    </Notice>
  );
}
