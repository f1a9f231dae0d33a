import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const read = () => import('./AlarmPanel');
const AlarmPanel = lazy(() => read().then((module) => ({ default: module.AlarmPanel })));

/** Reads the panel ahead: when something sounds, nobody waits for code. */
export function readAlarms(): void {
  void read();
}

/** Opens every alarm beside whatever is on the screen. */
export function openAlarms(shell: ShellVerbs): void {
  shell.openPanel({
    key: 'alarms',
    title: () => i18next.t('alarms:panel.title'),
    element: (
      <Suspense fallback={null}>
        <AlarmPanel />
      </Suspense>
    ),
  });
}
