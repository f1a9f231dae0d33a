import { Button } from '@mantine/core';
import { IconFlag3, IconSchool } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { plans } from '../../shared/plans/contract';
import { responseLevels } from '../../shared/plans/scenarios';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { useStation } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import type { ActivationChosen } from './activation';
import styles from './Activate.module.css';
import { levelNames } from '../../shared/plan-runs/level-names';
import type { OfferedPlan } from './likely-plans';
import { RunLevel } from './RunMarks';

export interface ActivateLevelProps {
  plan: OfferedPlan;
  value: ActivationChosen;
  onChange: (some: Partial<ActivationChosen>) => void;
  onBack: () => void;
  onNext: () => void;
}

/** The second step: the level by what must be the case for it, drill or real, and T where the plan is announced. */
export function ActivateLevel({ plan, value, onChange, onBack, onNext }: ActivateLevelProps) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const { card, holiday } = plan;
  const whole = useStation(plans.one, { code: card.code });
  const box = useRef<HTMLFieldSetElement>(null);
  const [tried, setTried] = useState(false);
  const announced = whole.data?.plan.announced ?? holiday !== undefined;
  const { level, drill, target } = value;
  // Number keys are heard only outside of text: the keyboard begins at the levels.
  useEffect(() => {
    const radios = box.current?.querySelectorAll<HTMLInputElement>('input[type=radio]');
    (box.current?.querySelector<HTMLInputElement>('input[type=radio]:checked') ?? radios?.[0])?.focus({ preventScroll: true });
  }, []);
  useScreenKeys([
    ...responseLevels
      .filter((one) => card.levels.includes(one))
      .map((one) => ({
        key: String(one),
        label: t('keys.level', { level: t(`shortLevel.${levelNames[one]}`) }),
        run: () => onChange({ level: one }),
      })),
    { key: 'D', label: t('keys.drill'), run: () => onChange({ drill: !drill }) },
    { key: 'Alt+B', label: t('keys.back'), run: onBack },
  ]);
  const next = () => {
    setTried(true);
    if (level === undefined) return;
    // Below the edge of a low display: the keyboard goes where something lacks.
    if (announced && target === undefined) box.current?.form?.querySelector<HTMLInputElement>('input[inputmode=numeric]')?.focus();
    else onNext();
  };
  return (
    <Form
      onSubmit={next}
      label={t('activate.step.level')}
      pinned
      actions={
        <>
          <Button type="submit" rightSection={<KeyHint keys="Enter" />}>
            {t('common:next')}
          </Button>
          <Button variant="default" rightSection={<KeyHint keys="Alt+B" />} onClick={onBack}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      <div className={styles.name}>{card.name[language]}</div>
      <fieldset ref={box} className={styles.levels}>
        <legend className={styles.legend}>{t('activate.level')}</legend>
        {responseLevels
          .filter((one) => card.levels.includes(one))
          .map((one) => (
            <label key={one} className={styles.level}>
              <input type="radio" name="run-level" checked={level === one} onChange={() => onChange({ level: one })} />
              <KeyHint keys={String(one)} />
              <span className={styles.levelWords}>
                <RunLevel level={one} inherits />
                <span className={styles.when}>{whole.data?.plan.levels.find((rule) => rule.level === one)?.when[language]}</span>
              </span>
            </label>
          ))}
        {tried && level === undefined && <div className={styles.wrong}>{t('activate.chooseLevel')}</div>}
      </fieldset>
      <fieldset className={styles.kinds}>
        <legend className={styles.legend}>
          {t('activate.kind')} <KeyHint keys="D" />
        </legend>
        <label className={styles.kind} data-kind="real">
          <input type="radio" name="run-kind" checked={!drill} onChange={() => onChange({ drill: false })} />
          <IconFlag3 size="1.2rem" aria-hidden />
          {t('real')}
        </label>
        <label className={styles.kind} data-kind="drill">
          <input type="radio" name="run-kind" checked={drill} onChange={() => onChange({ drill: true })} />
          <IconSchool size="1.2rem" aria-hidden />
          {t('drill')}
        </label>
      </fieldset>
      {announced && (
        <TimeInput
          label={holiday ? t('activate.targetOf', { name: holiday.name }) : t('activate.target')}
          value={target}
          onChange={(at) => onChange({ target: at })}
          direction="future"
          required
          error={tried && target === undefined ? t('common:rules.required') : undefined}
        />
      )}
      <TextField label={t('activate.reason')} value={value.reason} onChange={(reason) => onChange({ reason })} maxLength={500} />
      <TextField
        label={t('activate.area')}
        hint={t('activate.areaHint')}
        value={value.area}
        onChange={(area) => onChange({ area })}
        maxLength={60}
      />
      <RefusalNote refusal={whole.refusal} />
    </Form>
  );
}
