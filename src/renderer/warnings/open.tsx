import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { PublishDraft } from './publish-draft';

const WarningPanel = lazy(() => import('./WarningPanel').then((module) => ({ default: module.WarningPanel })));
const PublishForm = lazy(() => import('./PublishForm').then((module) => ({ default: module.PublishForm })));
const SignForm = lazy(() => import('./SignForm').then((module) => ({ default: module.SignForm })));
const UnitsPanel = lazy(() => import('./UnitsPanel').then((module) => ({ default: module.UnitsPanel })));

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

/** Opens the form of a publication, new or of a sign that was judged. */
export function openPublish(shell: ShellVerbs, sign?: { id: string; draft: PublishDraft }): void {
  const key = sign ? `warnings.publish:${sign.id}` : 'warnings.publish';
  shell.openPanel({
    key,
    title: () => i18next.t('warnings:form.publish'),
    element: (
      <Suspense fallback={null}>
        <PublishForm
          sign={sign}
          onDone={(warning) => {
            shell.closePanel(key);
            openWarning(shell, warning);
          }}
        />
      </Suspense>
    ),
    keep: true,
  });
}

export function openSign(shell: ShellVerbs): void {
  shell.openPanel({
    key: 'warnings.sign',
    title: () => i18next.t('warnings:form.sign'),
    element: (
      <Suspense fallback={null}>
        <SignForm
          onDone={(warning) => {
            shell.closePanel('warnings.sign');
            openWarning(shell, warning);
          }}
        />
      </Suspense>
    ),
    keep: true,
  });
}

export function openUnits(shell: ShellVerbs): void {
  shell.openPanel({
    key: 'warnings.units',
    title: () => i18next.t('warnings:units.title'),
    element: (
      <Suspense fallback={null}>
        <UnitsPanel />
      </Suspense>
    ),
  });
}
