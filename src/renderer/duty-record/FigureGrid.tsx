import { IconAlertTriangle } from '@tabler/icons-react';
import { kindWords, type LogKind } from '../../shared/duty-log/kinds';
import type { ShiftFigure } from '../../shared/handover/item';
import { useAnyWord, useLanguage } from '../i18n/useWords';
import styles from './DutyRecord.module.css';
import { figureGroups, isWrong } from './figure-groups';

/** A shift in numbers; what should be nought and is not stands out by colour and sign. */
export function FigureGrid({ figures }: { figures: readonly ShiftFigure[] }) {
  const word = useAnyWord();
  const language = useLanguage();
  const nameOf = (key: string) => {
    const kind = key.startsWith('log.') ? kindWords[key.slice(4) as LogKind] : undefined;
    return kind ? kind[language] : word(`attendance:figures.${key}`);
  };
  return (
    <dl className={styles.figures}>
      {figureGroups(figures).map((group) => (
        <div key={group[0]?.key} className={styles.figureGroup}>
          {group.map((figure) => (
            <div
              key={figure.key}
              className={styles.figure}
              data-zero={figure.value === 0 || undefined}
              data-wrong={isWrong(figure) || undefined}
            >
              <dt>{nameOf(figure.key)}</dt>
              <dd>
                {isWrong(figure) && <IconAlertTriangle size="1rem" stroke={1.9} aria-hidden />}
                {figure.value}
              </dd>
            </div>
          ))}
        </div>
      ))}
    </dl>
  );
}
