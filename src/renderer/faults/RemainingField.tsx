import { Checkbox } from '@mantine/core';
import type { FaultLine } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import styles from './FaultPanel.module.css';

export interface RemainingFieldProps {
  folded: readonly FaultLine[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Of what is folded under a fault those that are still there after its repair: they become faults of their own. */
export function RemainingField({ folded, value, onChange }: RemainingFieldProps) {
  const t = useWords('faults');
  return (
    <fieldset className={styles.remaining}>
      <legend>
        {t('step.remaining', { n: folded.length })}
        {' · '}
        <b>{value.length === 0 ? t('step.remainingNone') : t('step.remainingSome', { n: value.length })}</b>
      </legend>
      <div className={styles.scroll}>
        {folded.map(({ id, number, device, place }) => (
          <Checkbox
            key={id}
            size="sm"
            checked={value.includes(id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, id] : value.filter((one) => one !== id))}
            label={`${number} ${device ?? place}`}
          />
        ))}
      </div>
    </fieldset>
  );
}
