import { IconFileSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

/** Service profiles: what every contract demands; the desk reads, the system administrator edits. */
export const screens: SliceScreens = {
  key: 'serviceProfiles',
  nav: [{ path: '/service-profiles', icon: IconFileSettings, label: 'serviceProfiles:nav', roles: [...deskRoles, 'sysAdmin'] }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/service-profiles',
      component: lazyRouteComponent(() => import('./ProfilesPage'), 'ProfilesPage'),
    }),
  ],
};
