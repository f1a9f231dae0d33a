import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import type { RequestBeginning } from './request-beginning';

const RequestPanel = lazy(() => import('./RequestPanel').then((module) => ({ default: module.RequestPanel })));
const NewRequest = lazy(() => import('./NewRequest').then((module) => ({ default: module.NewRequest })));

/** Opens a request beside whatever is on the screen. */
export function openRequest(shell: ShellVerbs, request: { id: string; number: string }): void {
  shell.openPanel({
    key: `serviceRequest:${request.id}`,
    title: () => i18next.t('serviceRequests:panel.title', { number: request.number || i18next.t('serviceRequests:list.unheard') }),
    element: (
      <Suspense fallback={null}>
        <RequestPanel id={request.id} />
      </Suspense>
    ),
  });
}

export function openNewRequest(shell: ShellVerbs, begins?: RequestBeginning): void {
  const key = begins?.fault ? `serviceRequests.new:${begins.fault.id}` : 'serviceRequests.new';
  shell.openPanel({
    key,
    title: () => i18next.t('serviceRequests:form.title'),
    element: (
      <Suspense fallback={null}>
        <NewRequest
          panel={key}
          begins={begins}
          onDone={(request) => {
            shell.closePanel(key);
            openRequest(shell, request);
          }}
        />
      </Suspense>
    ),
    keep: true,
  });
}
