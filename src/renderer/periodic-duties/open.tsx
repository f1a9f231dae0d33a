import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const DutyPanel = lazy(() => import('./DutyPanel').then((module) => ({ default: module.DutyPanel })));

/** Opens a period of a duty beside whatever is on the screen. */
export function openDuty(shell: ShellVerbs, duty: { id: string }): void {
  shell.openPanel({
    key: `periodicDuty:${duty.id}`,
    title: () => i18next.t('periodicDuties:panel.title'),
    element: (
      <Suspense fallback={null}>
        <DutyPanel id={duty.id} />
      </Suspense>
    ),
  });
}
