import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const WorkPanel = lazy(() => import('./WorkPanel').then((module) => ({ default: module.WorkPanel })));

/** Opens a work beside whatever is on the screen. */
export function openWork(shell: ShellVerbs, work: { id: string; number: string }): void {
  shell.openPanel({
    key: `plannedWork:${work.id}`,
    title: () => i18next.t('plannedWork:panel.title', { number: work.number || i18next.t('plannedWork:list.unheard') }),
    element: (
      <Suspense fallback={null}>
        <WorkPanel id={work.id} />
      </Suspense>
    ),
  });
}
