import { lazy, Suspense } from 'react';
import type { RunRecord } from '../../shared/plan-runs/record';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { StepFormKind } from './StepPanel';

const StepPanel = lazy(() => import('./StepPanel').then((module) => ({ default: module.StepPanel })));

/** Opens a step beside the list, at one of its forms where that is what is wanted. */
export function openStep(shell: ShellVerbs, run: Pick<RunRecord, 'id' | 'number'>, step: string, form?: StepFormKind): void {
  const key = `planRun.step:${run.id}:${step}:${form ?? ''}`;
  shell.openPanel({
    key,
    title: () => i18next.t('planRuns:step.title', { number: run.number }),
    element: (
      <Suspense fallback={null}>
        <StepPanel run={run.id} code={step} form={form} onDone={() => shell.closePanel(key)} />
      </Suspense>
    ),
  });
}
