import { type KeyboardEvent, useId, useRef } from 'react';
import type { FaultClass } from '../../shared/faults/intake';
import { classHelp, classShort, faultClasses } from './class-words';
import { useWords } from '../i18n/useWords';
import styles from './ClassChoice.module.css';
import { ClassMark } from './ClassMark';

export interface ClassChoiceProps {
  value: FaultClass | undefined;
  onChange: (grave: FaultClass) => void;
  error?: string | undefined;
}

/** Which class a fault is of, with what decides it in words (domain.md 3, P0). Keys A, B, C choose. */
export function ClassChoice({ value, onChange, error }: ClassChoiceProps) {
  const t = useWords('faults');
  const name = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const choose = (grave: FaultClass) => {
    onChange(grave);
    box.current?.querySelector<HTMLInputElement>(`input[value="${grave}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const grave = faultClasses.find((one) => one === event.key.toUpperCase());
    if (!grave || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    choose(grave);
  };
  return (
    <fieldset ref={box} className={styles.choice} onKeyDown={onKeyDown} data-error={error !== undefined || undefined}>
      <legend className={styles.legend}>
        {t('class.label')} <span className={styles.keys}>{t('class.keys')}</span>
      </legend>
      <div className={styles.options}>
        {faultClasses.map((grave) => (
          <label key={grave} className={styles.option} data-chosen={grave === value || undefined}>
            <input type="radio" name={name} value={grave} checked={grave === value} onChange={() => onChange(grave)} />
            <ClassMark grave={grave} />
            <span className={styles.short}>{classShort(t, grave)}</span>
          </label>
        ))}
      </div>
      {value && <p className={styles.help}>{classHelp(t, value)}</p>}
      {error !== undefined && <div className="mantine-InputWrapper-error">{error}</div>}
    </fieldset>
  );
}
