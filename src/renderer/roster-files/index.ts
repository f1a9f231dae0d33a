import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

/** The roster as files: a unit's spreadsheet in, a spreadsheet and calendars out. Reached from the roster's own page. */
export const screens: SliceScreens = {
  key: 'rosterFiles',
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/roster/files',
      component: lazyRouteComponent(() => import('./RosterFilesPage'), 'RosterFilesPage'),
    }),
  ],
};
