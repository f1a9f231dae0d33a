import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const loadNewEntry = () => import('./NewEntry');
const NewEntry = lazy(() => loadNewEntry().then((module) => ({ default: module.NewEntry })));
const EntryPanel = lazy(() => import('./EntryPanel').then((module) => ({ default: module.EntryPanel })));

export const newEntryPanel = 'dutyLog.new';

// Whoever presses F2 types on at once: the form has to be there with the key. Read ahead, when the window has nothing to do.
(globalThis.requestIdleCallback ?? setTimeout)(() => void loadNewEntry());

/** Opens an empty entry, or the one not saved yet, beside whatever is on the screen. */
export function openNewEntry(shell: ShellVerbs): void {
  shell.openPanel({
    key: newEntryPanel,
    title: i18next.t('dutyLog:form.title'),
    element: (
      <Suspense fallback={null}>
        <NewEntry />
      </Suspense>
    ),
    keep: true,
  });
}

/** Opens an entry of the log beside whatever is on the screen. */
export function openLogEntry(shell: ShellVerbs, entry: { id: string; number: string }): void {
  shell.openPanel({
    key: `logEntry:${entry.id}`,
    title: i18next.t('dutyLog:panel.title', { number: entry.number }),
    element: (
      <Suspense fallback={null}>
        <EntryPanel id={entry.id} />
      </Suspense>
    ),
  });
}
