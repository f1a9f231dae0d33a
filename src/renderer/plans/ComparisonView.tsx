import { useMemo } from 'react';
import { planComparison, saysTheSame, type StepChange } from '../../shared/plans/comparison';
import type { PlanShape } from '../../shared/plans/template';
import { useAnyWord, useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import { StatusTag } from '../widgets/StatusTag';
import { differenceOfPlan, stepOf } from './comparison-words';
import styles from './PlanView.module.css';
import { usePlanWords } from './usePlanWords';

/** Two versions of a plan, step by step, then everything else that changed. */
export function ComparisonView({ before, after, title }: { before: PlanShape; after: PlanShape; title: string }) {
  const t = useWords('plans');
  const any = useAnyWord();
  const words = usePlanWords(after);
  const compared = useMemo(() => planComparison(before, after), [before, after]);
  const speech = { t, any, words };
  if (saysTheSame(compared)) {
    return (
      <Panel title={title}>
        <span className={styles.quiet}>{t('compare.same')}</span>
      </Panel>
    );
  }
  const place = (where: StepChange['before']) =>
    where ? t('compare.at', { phase: words.say(where.name), number: where.number }) : t('view.none');
  const places = ({ change, before: from, after: to, moved }: StepChange) => {
    if (change === 'removed') return place(from);
    return moved ? t('compare.fromTo', { before: place(from), after: place(to) }) : place(to);
  };
  return (
    <div className={styles.view}>
      {compared.steps.length > 0 && (
        <Panel title={`${title} · ${t('compare.steps', { count: compared.steps.length })}`} flush>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {[t('compare.what'), t('compare.step'), t('compare.place')].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {compared.steps.map((step) => (
                  <tr key={step.code}>
                    <td className={styles.number}>
                      <StatusTag>
                        {step.change !== 'kept'
                          ? t(`compare.${step.change}`)
                          : step.moved
                            ? t(step.moved === 'phase' ? 'compare.movedPhase' : 'compare.movedOrder')
                            : t('compare.changed')}
                      </StatusTag>
                    </td>
                    <td>
                      {words.say(step.what)}
                      {step.fields.length > 0 && (
                        <ul className={styles.fields}>
                          {step.fields.map((field) => (
                            <li key={field.path.join('.')}>
                              {differenceOfPlan(field, [stepOf(after, step.code), stepOf(before, step.code)], speech)}
                            </li>
                          ))}
                        </ul>
                      )}
                    </td>
                    <td className={styles.quiet}>{places(step)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
      {compared.rest.length > 0 && (
        <Panel title={`${title} · ${t('compare.rest', { count: compared.rest.length })}`}>
          <ul className={styles.fields}>
            {compared.rest.map((difference) => (
              <li key={difference.path.join('.')}>{differenceOfPlan(difference, [after, before], speech)}</li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
