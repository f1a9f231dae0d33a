import { lazy, Suspense } from 'react';
import type { ShiftOnDuty } from '../../shared/attendance/contract';
import type { Presence } from '../../shared/attendance/record';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const LeaveForm = lazy(() => import('./LeaveForm').then((module) => ({ default: module.LeaveForm })));
const SpotCheckForm = lazy(() => import('./SpotCheckForm').then((module) => ({ default: module.SpotCheckForm })));
const VisitorForm = lazy(() => import('./VisitorForm').then((module) => ({ default: module.VisitorForm })));

/** Opens the form in which somebody's leaving of the post is put on record. */
export function openLeave(shell: ShellVerbs, duty: ShiftOnDuty, presence: Presence): void {
  const { name, id } = presence.person;
  const key = `attendance.leave:${id ?? name}`;
  shell.openPanel({
    key,
    title: () => i18next.t('attendance:leave.title', { name }),
    element: (
      <Suspense fallback={null}>
        <LeaveForm shift={duty.shift} person={presence.person} onDone={() => shell.closePanel(key)} />
      </Suspense>
    ),
    keep: true,
  });
}

/** Opens the form of a spot check. */
export function openSpotCheck(shell: ShellVerbs, duty: ShiftOnDuty): void {
  const key = 'attendance.spotCheck';
  shell.openPanel({
    key,
    title: () => i18next.t('attendance:spotCheck.title'),
    element: (
      <Suspense fallback={null}>
        <SpotCheckForm duty={duty} onDone={() => shell.closePanel(key)} />
      </Suspense>
    ),
    keep: true,
  });
}

/** Opens the form in which a visitor is recorded. */
export function openVisitor(shell: ShellVerbs): void {
  const key = 'attendance.visitor';
  shell.openPanel({
    key,
    title: () => i18next.t('attendance:visitors.arrive'),
    element: (
      <Suspense fallback={null}>
        <VisitorForm onDone={() => shell.closePanel(key)} />
      </Suspense>
    ),
    keep: true,
  });
}
