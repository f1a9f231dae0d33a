import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const WarningPanel = lazy(() => import('./WarningPanel').then((module) => ({ default: module.WarningPanel })));

/** Opens a warning beside whatever is on the screen, under any of the names others know it by. */
export function openWarning(shell: ShellVerbs, warning: { id: string; number?: string | undefined; title?: string }): void {
  shell.openPanel({
    key: `warning:${warning.id}`,
    title: () => i18next.t('warnings:panel.title', { number: warning.number || warning.title || '' }),
    element: (
      <Suspense fallback={null}>
        <WarningPanel id={warning.id} />
      </Suspense>
    ),
  });
}
