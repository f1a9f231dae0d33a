import { type KeyboardEvent, useId, useRef } from 'react';
import type { FaultClass } from '../../shared/faults/intake';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import styles from './ClassChoice.module.css';
import { useProfiles } from './useProfiles';

export interface ClassChoiceProps {
  value: FaultClass | undefined;
  onChange: (grave: FaultClass) => void;
  /** Code of the profile; the usual one without. */
  profile?: string | undefined;
  error?: string | undefined;
}

/** Which class a fault is of, with what decides it in the words of its profile. The first letter or digit of a class chooses it. */
export function ClassChoice({ value, onChange, profile, error }: ClassChoiceProps) {
  const t = useWords('faults');
  const name = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const classes = useProfiles().classes(profile);
  const choose = (grave: FaultClass) => {
    onChange(grave);
    box.current?.querySelector<HTMLInputElement>(`input[value="${grave}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const hit = classes.find(({ key }) => key === event.key.toUpperCase());
    if (!hit || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    choose(hit.code);
  };
  const chosen = classes.find(({ code }) => code === value);
  const keys = classes.map(({ key }) => key).join(t('common:separator'));
  return (
    <fieldset ref={box} className={styles.choice} onKeyDown={onKeyDown} data-error={error !== undefined || undefined}>
      <legend className={styles.legend}>
        {t('class.label')} <span className={styles.keys}>{t('class.keys', { keys })}</span>
      </legend>
      <div className={styles.options} data-many={classes.length > 3 || undefined}>
        {classes.map((grave) => (
          <label key={grave.code} className={styles.option} data-chosen={grave.code === value || undefined} title={grave.help}>
            <input type="radio" name={name} value={grave.code} checked={grave.code === value} onChange={() => onChange(grave.code)} />
            <StatusTag urgency={grave.highRisk ? 'red' : 'plain'}>{grave.name}</StatusTag>
            <span className={styles.short}>{grave.help}</span>
          </label>
        ))}
      </div>
      {chosen && (
        <p className={styles.help}>
          {chosen.help}
          {chosen.examples.length > 0 && ` ${t('class.examples', { list: chosen.examples.join(t('common:separator')) })}`}
        </p>
      )}
      {error !== undefined && <div className="mantine-InputWrapper-error">{error}</div>}
    </fieldset>
  );
}
