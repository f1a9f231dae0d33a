import { type WarningLevel, warningLevels } from '../../shared/warnings/levels';
import { useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { LevelTag } from '../widgets/LevelTag';
import styles from './Warnings.module.css';

export interface LevelChoiceProps {
  value: WarningLevel | '';
  onChange: (level: WarningLevel) => void;
  error?: string | undefined;
}

/** One of the four levels, one key each; nothing is chosen before somebody does. */
export function LevelChoice({ value, onChange, error }: LevelChoiceProps) {
  const t = useWords('warnings');
  useScreenKeys(warningLevels.map((level, at) => ({ key: `Alt+${at + 1}`, label: t(`level.${level}`), run: () => onChange(level) })));
  return (
    <fieldset className={styles.levels}>
      <legend>
        {t('fact.level')} <span className={styles.quiet}>{t('form.levelHint')}</span>
      </legend>
      {warningLevels.map((level) => (
        <label key={level} className={styles.level}>
          <input type="radio" name="warning-level" checked={value === level} onChange={() => onChange(level)} />
          <LevelTag level={level} inherits />
        </label>
      ))}
      {error && <div className={styles.wrong}>{error}</div>}
    </fieldset>
  );
}
