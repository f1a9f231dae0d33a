import { lazy, Suspense } from 'react';
import type { RunRecord } from '../../shared/plan-runs/record';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { RunFormKind } from './run-form';

const RunFormPanel = lazy(() => import('./RunFormPanel').then((module) => ({ default: module.RunFormPanel })));

/** Opens what a leader does with the run as a whole. */
export function openRunForm(shell: ShellVerbs, run: Pick<RunRecord, 'id' | 'number'>, form: RunFormKind, phase?: string): void {
  const key = `planRun.${form}:${run.id}:${phase ?? ''}`;
  shell.openPanel({
    key,
    title: () => `${i18next.t(`planRuns:form.${form}`)} ${run.number}`,
    element: (
      <Suspense fallback={null}>
        <RunFormPanel run={run.id} form={form} phase={phase} onDone={() => shell.closePanel(key)} />
      </Suspense>
    ),
  });
}
