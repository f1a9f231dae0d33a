import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { ActivatePreset } from './activation';
import { activateKey } from './open-run';

export { openRun } from './open-run';

const ActivatePanel = lazy(() => import('./ActivatePanel').then((module) => ({ default: module.ActivatePanel })));

/** Opens the activation beside whatever is on the screen, from anywhere. */
export function openActivate(shell: ShellVerbs, preset: ActivatePreset = {}): void {
  shell.openPanel({
    key: activateKey,
    title: () => i18next.t('planRuns:activate.title'),
    element: (
      <Suspense fallback={null}>
        <ActivatePanel preset={preset} />
      </Suspense>
    ),
    keep: true,
  });
}
