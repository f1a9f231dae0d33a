import { IconClipboardCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles, type Role } from '../../shared/roles';
import { serviceRequests } from '../../shared/service-requests/contract';
import { frameRoute, type SliceScreens } from '../shell';
import { openNewRequest } from './open';
import { ServiceBadge } from './ServiceBadge';

export { FaultRequests } from './FaultRequests';
export { openNewRequest, openRequest } from './open';

/** Every kind of service beside the fault, and what the contracts ask for again and again: one screen, three lists. */
export const screens: SliceScreens = {
  key: 'serviceRequests',
  nav: [{ path: '/services', icon: IconClipboardCheck, label: 'serviceRequests:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/services',
      component: lazyRouteComponent(() => import('./ServicesPage'), 'ServicesPage'),
    }),
  ],
  keys: [
    {
      key: 'Shift+F8',
      label: 'serviceRequests:keys.register',
      roles: serviceRequests.register.roles as readonly Role[],
      run: (shell) => openNewRequest(shell),
    },
  ],
  badges: [{ key: 'serviceRequests', element: <ServiceBadge />, roles: deskRoles }],
};
