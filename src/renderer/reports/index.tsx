import { IconAlarm } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { reports } from '../../shared/reports/contract';
import { deskRoles, type Role } from '../../shared/roles';
import { addToEntries } from '../duty-log';
import { frameRoute, type SliceScreens } from '../shell';
import { EntryReport } from './EntryReport';
import { startFromEntry } from './open';
import { ReportBadge } from './ReportBadge';

export { openReport } from './open';

addToEntries({
  key: 'reports',
  Panel: EntryReport,
  tick: { label: 'reports:entry.tick', digit: '9', roles: reports.start.roles as readonly Role[], afterSaving: startFromEntry },
});

/** What was important: who was told within five minutes, what was said, what the leaders wanted. */
export const screens: SliceScreens = {
  key: 'reports',
  nav: [{ path: '/reports', icon: IconAlarm, label: 'reports:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/reports',
      component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
    }),
  ],
  keys: [{ key: 'F9', label: 'reports:keys.open', roles: deskRoles, run: (shell) => shell.go('/reports') }],
  badges: [{ key: 'reports', element: <ReportBadge />, roles: deskRoles }],
};
