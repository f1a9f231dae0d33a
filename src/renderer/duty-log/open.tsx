import { type ComponentType, lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import { newEntryPanel } from './panel-names';

/** The form of a new entry, once it is read. */
let NewEntry: ComponentType | undefined;
const readNewEntry = () =>
  import('./NewEntry').then((module) => {
    NewEntry = module.NewEntry;
    return { default: module.NewEntry };
  });
const NewEntryToCome = lazy(readNewEntry);
const EntryPanel = lazy(() => import('./EntryPanel').then((module) => ({ default: module.EntryPanel })));

// Whoever presses F2 types on at once: the form has to stand with the key, not a moment after it. Read ahead, when the window has nothing to do.
(globalThis.requestIdleCallback ?? setTimeout)(() => void readNewEntry());

/** Opens an empty entry, or the one not saved yet, beside whatever is on the screen. */
export function openNewEntry(shell: ShellVerbs): void {
  shell.openPanel({
    key: newEntryPanel,
    title: () => i18next.t('dutyLog:form.title'),
    element: NewEntry ? (
      <NewEntry />
    ) : (
      <Suspense fallback={null}>
        <NewEntryToCome />
      </Suspense>
    ),
    keep: true,
  });
}

/** Opens an entry of the log beside whatever is on the screen. */
export function openLogEntry(shell: ShellVerbs, entry: { id: string; number: string }): void {
  shell.openPanel({
    key: `logEntry:${entry.id}`,
    title: () => i18next.t('dutyLog:panel.title', { number: entry.number }),
    element: (
      <Suspense fallback={null}>
        <EntryPanel id={entry.id} />
      </Suspense>
    ),
  });
}
