import { kindWords, type LogKind } from '../../shared/duty-log/kinds';
import type { ShiftFigure } from '../../shared/handover/item';
import { useAnyWord, useLanguage } from '../i18n/useWords';
import styles from './DutyRecord.module.css';

/** A shift in numbers. Kinds of log entries that did not occur are left out; what is not zero and should be stands out by its sign. */
export function FigureGrid({ figures }: { figures: readonly ShiftFigure[] }) {
  const word = useAnyWord();
  const language = useLanguage();
  const nameOf = (key: string) => {
    const kind = key.startsWith('log.') ? kindWords[key.slice(4) as LogKind] : undefined;
    return kind ? kind[language] : word(`attendance:figures.${key}`);
  };
  return (
    <dl className={styles.figures}>
      {figures
        .filter(({ key, value }) => value > 0 || !key.startsWith('log.'))
        .map(({ key, value }) => (
          <div key={key} className={styles.figure} data-zero={value === 0 || undefined}>
            <dt>{nameOf(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
