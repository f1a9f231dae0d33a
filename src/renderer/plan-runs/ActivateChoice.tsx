import { type KeyboardEvent, useEffect, useState } from 'react';
import { useLanguage, useWords } from '../i18n/useWords';
import { EmptyState } from '../widgets/EmptyState';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { LevelTag } from '../widgets/LevelTag';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Activate.module.css';
import { type OfferedPlan, plansFitting } from './likely-plans';

/** The first step: the plan, by its number, its initials or the arrows. */
export function ActivateChoice({ offered, onPick }: { offered: readonly OfferedPlan[] | undefined; onPick: (plan: OfferedPlan) => void }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // A number typed before the list was there still means a place in it.
  const number = /^[1-9]$/.test(typed) ? Number(typed) : undefined;
  const shown = offered && plansFitting(offered, number === undefined ? typed : '');
  const marked = Math.min(at, Math.max(0, (shown?.length ?? 0) - 1));
  const meant = number === undefined ? undefined : shown?.[number - 1];
  useEffect(() => {
    if (meant) onPick(meant);
    // Only once the number is known to mean a plan.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [meant === undefined]);
  const type = (text: string) => {
    const digit = /[1-9]$/.exec(text)?.[0];
    const before = digit === undefined ? text : text.slice(0, -1);
    const nth = digit === undefined ? undefined : shown && plansFitting(offered ?? [], before)[Number(digit) - 1];
    if (nth) onPick(nth);
    else setTyped(text);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Record<string, number>)[event.key];
    const plan = shown?.[marked];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(Math.max(0, marked + step), Math.max(0, (shown?.length ?? 0) - 1)));
    } else if (event.key === 'Enter' && plan) {
      event.preventDefault();
      onPick(plan);
    }
  };
  return (
    <>
      <TextField
        label={t('activate.find')}
        hint={t('activate.findHint')}
        value={typed}
        onChange={type}
        onKeyDown={onKeyDown}
        maxLength={40}
        startHere
      />
      {shown?.length === 0 && <EmptyState title={t('activate.nothing')}>{t('activate.nothingHint')}</EmptyState>}
      <ol className={styles.plans} aria-label={t('activate.step.plan')}>
        {shown?.map((plan, index) => (
          <li key={plan.card.code}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.plan}
              data-marked={index === marked || undefined}
              ref={index === marked ? inSight : undefined}
              onClick={() => onPick(plan)}
            >
              {index < 9 ? <KeyHint keys={String(index + 1)} /> : <span />}
              <span className={styles.planName}>{plan.card.name[language]}</span>
              {plan.warning?.level && <LevelTag level={plan.warning.level} kind={plan.warning.kind} short />}
              {plan.holiday && !plan.warning && (
                <StatusTag urgency="blue">
                  {t('activate.holiday', { name: plan.holiday.name, date: plan.holiday.firstDay.slice(5) })}
                </StatusTag>
              )}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function inSight(line: HTMLElement | null): void {
  line?.scrollIntoView?.({ block: 'nearest' });
}
