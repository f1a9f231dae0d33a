import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const RecordPanel = lazy(() => import('./RecordPanel').then((module) => ({ default: module.RecordPanel })));

export interface WhoseRecord {
  shift: string;
  account: string;
  name: string;
}

/** Opens an officer's duty record of a shift: the form as long as it is not signed, then the record as it was signed. */
export function openDutyRecord(shell: ShellVerbs, { shift, account, name }: WhoseRecord): void {
  shell.openPanel({
    key: `dutyRecord:${shift}:${account}`,
    title: () => i18next.t('dutyRecord:form.title', { name }),
    element: (
      <Suspense fallback={null}>
        <RecordPanel shift={shift} account={account} />
      </Suspense>
    ),
    keep: true,
  });
}
