import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const MatterPanel = lazy(() => import('./MatterPanel').then((module) => ({ default: module.MatterPanel })));
const NewMatter = lazy(() => import('./NewMatter').then((module) => ({ default: module.NewMatter })));

/** Opens a matter beside whatever is on the screen. */
export function openMatter(shell: ShellVerbs, matter: { id: string; number: string }): void {
  shell.openPanel({
    key: `matter:${matter.id}`,
    title: () => i18next.t('matters:panel.title', { number: matter.number || i18next.t('matters:list.unheard') }),
    element: (
      <Suspense fallback={null}>
        <MatterPanel id={matter.id} />
      </Suspense>
    ),
  });
}

/** Opens the form of a new matter; with a log entry it begins with what that says. */
export function openNewMatter(shell: ShellVerbs, logEntry?: string): void {
  const key = logEntry === undefined ? 'matters.new' : `matters.new:${logEntry}`;
  shell.openPanel({
    key,
    title: () => i18next.t('matters:form.title'),
    element: (
      <Suspense fallback={null}>
        <NewMatter
          panel={key}
          logEntry={logEntry}
          onDone={(matter) => {
            shell.closePanel(key);
            openMatter(shell, matter);
          }}
        />
      </Suspense>
    ),
    keep: true,
  });
}
