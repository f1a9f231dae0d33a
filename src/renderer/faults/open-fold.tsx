import { lazy, Suspense } from 'react';
import type { FaultCluster } from '../../shared/faults/contract';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { FaultOpener } from './opener';

const FoldForm = lazy(() => import('./FoldForm').then((module) => ({ default: module.FoldForm })));

/** Opens the form that puts a group of faults under their cause. */
export function openFold(shell: ShellVerbs, cluster: FaultCluster, onOpen: FaultOpener): void {
  const key = `faults.fold:${cluster.key}`;
  shell.openPanel({
    key,
    title: () => i18next.t('faults:cluster.title'),
    element: (
      <Suspense fallback={null}>
        <FoldForm cluster={cluster} onDone={() => shell.closePanel(key)} onOpen={onOpen} />
      </Suspense>
    ),
    keep: true,
  });
}
