import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import { openWork } from './open';

const HangForm = lazy(() => import('./HangForm').then((module) => ({ default: module.HangForm })));

const hangPanel = 'plannedWork.hang';

/** Opens the form of a new tag. */
export function openHang(shell: ShellVerbs): void {
  shell.openPanel({
    key: hangPanel,
    title: () => i18next.t('plannedWork:form.title'),
    element: (
      <Suspense fallback={null}>
        <HangForm
          onDone={(work) => {
            shell.closePanel(hangPanel);
            openWork(shell, work);
          }}
        />
      </Suspense>
    ),
    keep: true,
  });
}
