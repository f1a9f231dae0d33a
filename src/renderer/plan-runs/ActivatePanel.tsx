import { useState } from 'react';
import type { ActivatePreset, ActivationChosen } from './activation';
import { ActivateChoice } from './ActivateChoice';
import { ActivateConfirm } from './ActivateConfirm';
import { ActivateLevel } from './ActivateLevel';
import styles from './Activate.module.css';
import { useWords } from '../i18n/useWords';
import type { OfferedPlan } from './likely-plans';
import { useOfferedPlans } from './useOfferedPlans';

const steps = ['plan', 'level', 'confirm'] as const;

/** Activates a plan in three steps: which one, at what level, and what that would do. */
export function ActivatePanel({ preset }: { preset: ActivatePreset }) {
  const t = useWords('planRuns');
  const offered = useOfferedPlans();
  const [step, setStep] = useState<(typeof steps)[number]>('plan');
  const [picked, setPicked] = useState<OfferedPlan>();
  const [chosen, setChosen] = useState<ActivationChosen>({
    level: undefined,
    drill: preset.drill ?? false,
    target: undefined,
    area: '',
    reason: '',
  });
  const pick = (plan: OfferedPlan) => {
    setPicked(plan);
    const [only, ...more] = plan.card.levels;
    setChosen((before) => ({
      ...before,
      level: more.length === 0 ? only : undefined,
      target: plan.holiday?.target,
      area: plan.warning?.contents?.area.slice(0, 60) ?? '',
    }));
    setStep('level');
  };
  const early = preset.plan !== undefined && picked === undefined && offered?.find(({ card }) => card.code === preset.plan);
  if (early) pick(early);
  return (
    <div className={styles.panel}>
      <ol className={styles.progress}>
        {steps.map((one, at) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {at + 1} {t(`activate.step.${one}`)}
          </li>
        ))}
      </ol>
      {step === 'plan' && <ActivateChoice offered={offered} onPick={pick} />}
      {step === 'level' && picked && (
        <ActivateLevel
          plan={picked}
          value={chosen}
          onChange={(some) => setChosen((before) => ({ ...before, ...some }))}
          onBack={() => setStep('plan')}
          onNext={() => setStep('confirm')}
        />
      )}
      {step === 'confirm' && picked && chosen.level !== undefined && (
        <ActivateConfirm plan={picked} chosen={{ ...chosen, level: chosen.level }} preset={preset} onBack={() => setStep('level')} />
      )}
    </div>
  );
}
