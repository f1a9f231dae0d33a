import { lazy, Suspense } from 'react';
import type { ShellVerbs } from '../shell';
import { i18next } from '../i18n/i18n';

const FaultPanel = lazy(() => import('./FaultPanel').then((module) => ({ default: module.FaultPanel })));
const ReportForm = lazy(() => import('./ReportForm').then((module) => ({ default: module.ReportForm })));

/** Grows with each call for the next step, so that a second one on the same fault is heard. */
let calls = 0;

const reportPanel = 'faults.report';

/** Opens the report form beside whatever is on the screen. */
export function openReport(shell: ShellVerbs): void {
  shell.openPanel({
    key: reportPanel,
    title: () => i18next.t('faults:report.title'),
    element: (
      <Suspense fallback={null}>
        <ReportForm onOpen={(fault, step) => openFault(shell, fault, step)} onSent={() => shell.closePanel(reportPanel)} />
      </Suspense>
    ),
    keep: true,
  });
}

/** Opens a fault beside whatever is on the screen; with `step`, the keyboard goes to its next step at once. */
export function openFault(shell: ShellVerbs, fault: { id: string; number: string }, step = false): void {
  const key = `fault:${fault.id}`;
  // An open panel keeps its element: closed and opened again it takes the new one without losing its place.
  shell.closePanel(key);
  shell.openPanel({
    key,
    title: () => fault.number || i18next.t('faults:board.unheard'),
    element: (
      <Suspense fallback={null}>
        <FaultPanel id={fault.id} call={step ? (calls += 1) : 0} onOpen={(other) => openFault(shell, other)} />
      </Suspense>
    ),
  });
}
