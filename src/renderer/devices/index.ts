import { IconDeviceCctv } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

export { DeviceFinder, type DeviceFinderProps } from './DeviceFinder';

/** The register of devices. */
export const screens: SliceScreens = {
  key: 'devices',
  nav: [{ path: '/devices', icon: IconDeviceCctv, label: 'devices:nav', roles: [...deskRoles, 'sysAdmin'] }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/devices',
      component: lazyRouteComponent(() => import('./DevicesPage'), 'DevicesPage'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/devices/import',
      component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
    }),
  ],
};
