import { IconFileSpreadsheet } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

/** The roster as files: a unit's spreadsheet in, a spreadsheet and calendars out. */
export const screens: SliceScreens = {
  key: 'rosterFiles',
  nav: [{ path: '/roster/files', icon: IconFileSpreadsheet, label: 'rosterFiles:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/roster/files',
      component: lazyRouteComponent(() => import('./RosterFilesPage'), 'RosterFilesPage'),
    }),
  ],
};
