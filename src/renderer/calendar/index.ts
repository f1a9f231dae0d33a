import { IconCalendarStats } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

/** Holidays, make-up workdays and the days that demand the stronger watch. */
export const screens: SliceScreens = {
  key: 'calendar',
  nav: [{ path: '/calendar', icon: IconCalendarStats, label: 'calendar:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/calendar',
      component: lazyRouteComponent(() => import('./CalendarPage'), 'CalendarPage'),
    }),
  ],
};
