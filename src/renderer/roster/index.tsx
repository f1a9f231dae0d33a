import { IconCalendarUser } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

export { BrokenMarks } from './BrokenMarks';
export { saidOnce } from './matrix-cells';

/** Who stands when: the month, its rules, leave and swaps, whom to call. */
export const screens: SliceScreens = {
  key: 'roster',
  nav: [{ path: '/roster', icon: IconCalendarUser, label: 'roster:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/roster',
      component: lazyRouteComponent(() => import('./RosterPage'), 'RosterPage'),
    }),
  ],
};
