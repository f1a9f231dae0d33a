import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { PublishDraft } from './publish-draft';

const PublishForm = lazy(() => import('./PublishForm').then((module) => ({ default: module.PublishForm })));
const SignForm = lazy(() => import('./SignForm').then((module) => ({ default: module.SignForm })));
const UnitsPanel = lazy(() => import('./UnitsPanel').then((module) => ({ default: module.UnitsPanel })));

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
            shell.open('warning', { id: warning.id, title: warning.number });
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
            shell.open('warning', { id: warning.id, title: warning.number });
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
