import { useId } from 'react';
import { type LogKind, logKinds } from '../../shared/duty-log/kinds';
import { useWords } from '../i18n/useWords';
import styles from './EntryForm.module.css';
import { kindIcons } from './KindMark';

/** The kind that Ctrl with a digit means, anywhere in the form. */
export function kindOfKey(event: { key: string; code: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean }): LogKind | undefined {
  if (!event.ctrlKey || event.altKey || event.shiftKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1] ?? /^[1-8]$/.exec(event.key)?.[0];
  return digit === undefined ? undefined : logKinds[Number(digit) - 1];
}

/** What the entry is about; arrows or Ctrl with a digit choose. */
export function KindChoice({ value, onChange }: { value: LogKind; onChange: (kind: LogKind) => void }) {
  const t = useWords('dutyLog');
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>
        {t('kind.label')} <span className={styles.keys}>{t('kind.keys')}</span>
      </legend>
      <div className={styles.options}>
        {logKinds.map((kind, i) => {
          const Icon = kindIcons[kind];
          return (
            <label key={kind} className={styles.option} data-chosen={kind === value || undefined}>
              <input type="radio" name={name} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
              <Icon size="1.1rem" stroke={1.8} aria-hidden />
              <span className={styles.word}>{t(`kind.${kind}`)}</span>
              <span className={styles.digit} aria-hidden>
                {i + 1}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
