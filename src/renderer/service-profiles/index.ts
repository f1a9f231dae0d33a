import { IconFileSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

/** Service profiles: what every contract demands; the desk reads, the system administrator edits. */
export const screens: SliceScreens = {
  key: 'serviceProfiles',
  // The desk looks at them seldom, and its rail is full: it goes there from the page of the station.
  nav: [{ path: '/service-profiles', icon: IconFileSettings, label: 'serviceProfiles:nav', roles: ['sysAdmin'] }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/service-profiles',
      component: lazyRouteComponent(() => import('./ProfilesPage'), 'ProfilesPage'),
    }),
  ],
};
