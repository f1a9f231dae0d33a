import { VisuallyHidden } from '@mantine/core';
import { type Path, textAt, useFormatEditing, useProblem } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField, TextField } from '../widgets/FormField';
import { usePlanEditing } from './editing';

/** When something is due: so long before or after T, the activation or the end; whole days may name a time of day. */
export function PlanTimeField({ path, label }: { path: Path; label: string }) {
  const { whole, set } = useFormatEditing();
  const { plan } = usePlanEditing();
  const t = useWords('plans');
  const problem = useProblem(path);
  const match = /^([TAE])([+-])(\d*)(min|h|d)(?: (.*))?$/u.exec(textAt(whole, path));
  const now = {
    anchor: match?.[1] ?? 'A',
    sign: match?.[2] ?? '+',
    digits: match?.[3] ?? '',
    unit: match?.[4] ?? 'min',
    clock: match?.[5],
  };
  const change = (parts: Partial<typeof now>) => {
    const { anchor, sign, digits, unit, clock } = { ...now, ...parts };
    set(path, `${anchor}${sign}${digits}${unit}${clock === undefined || clock === '' || unit !== 'd' ? '' : ` ${clock}`}`);
  };
  const hidden = (word: string) => <VisuallyHidden>{`${label} · ${word}`}</VisuallyHidden>;
  return (
    <div className={styles.time}>
      <ChoiceField
        label={label}
        value={now.anchor}
        onChange={(anchor) => change({ anchor })}
        choices={[
          { value: 'T', label: t(plan.announced ? 'time.anchorT' : 'time.anchorStart') },
          { value: 'A', label: t('time.anchorA') },
          { value: 'E', label: t('time.anchorE') },
        ]}
        width="11.5rem"
      />
      <ChoiceField
        label={hidden(t('time.side'))}
        value={now.sign}
        onChange={(sign) => change({ sign })}
        choices={[
          { value: '-', label: t('time.sideBefore') },
          { value: '+', label: t('time.sideAfter') },
        ]}
        width="6.5rem"
      />
      <NumberField
        label={hidden(t('time.amount'))}
        value={now.digits === '' ? undefined : Number(now.digits)}
        onChange={(number) => change({ digits: number === undefined ? '' : String(number) })}
        min={0}
        max={9_999}
        error={problem}
        width="6rem"
      />
      <ChoiceField
        label={hidden(t('time.unitOf'))}
        value={now.unit}
        onChange={(unit) => change({ unit })}
        choices={(['min', 'h', 'd'] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
        width="6rem"
      />
      {now.unit === 'd' && (
        <TextField
          label={t('time.clock')}
          value={now.clock ?? ''}
          onChange={(clock) => change({ clock: clock.trim() })}
          maxLength={5}
          width="9rem"
        />
      )}
    </div>
  );
}
