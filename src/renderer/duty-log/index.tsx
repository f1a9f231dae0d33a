import { IconNotebook } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dutyLog } from '../../shared/duty-log/contract';
import { deskRoles, type Role } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { openNewEntry } from './open';
import { askForSearch } from './search-call';

export { addToEntries } from './entry-slots';
export { openLogEntry, openNewEntry } from './open';

/** The duty log: what happened, who called, what was said and done. */
export const screens: SliceScreens = {
  key: 'dutyLog',
  nav: [{ path: '/log', icon: IconNotebook, label: 'dutyLog:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/log',
      component: lazyRouteComponent(() => import('./LogPage'), 'LogPage'),
    }),
  ],
  keys: [
    { key: 'F2', label: 'dutyLog:keys.write', roles: dutyLog.write.roles as readonly Role[], run: openNewEntry },
    {
      key: 'F3',
      label: 'dutyLog:keys.find',
      roles: deskRoles,
      run: (shell) => {
        askForSearch();
        shell.go('/log');
      },
    },
  ],
};
