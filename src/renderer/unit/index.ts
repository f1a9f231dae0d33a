import { IconDeviceDesktop, IconSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

export { FirstRun } from './FirstRunToCome';

/** The unit and this station in it. */
export const screens: SliceScreens = {
  key: 'unit',
  nav: [
    { path: '/settings', icon: IconSettings, label: 'unit:settingsNav', roles: ['sysAdmin'] },
    { path: '/station', icon: IconDeviceDesktop, label: 'unit:nav', last: true },
  ],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/settings',
      component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/station',
      component: lazyRouteComponent(() => import('./StationPage'), 'StationPage'),
    }),
  ],
};
