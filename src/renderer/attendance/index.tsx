import { IconUserCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';

const ShiftBadge = lazy(() => import('./ShiftBadge').then((module) => ({ default: module.ShiftBadge })));

/** The shift of now: who is at the post, spot checks, visitors, its duty records; and the badge that says whose watch it is. */
export const screens: SliceScreens = {
  key: 'attendance',
  nav: [{ path: '/shift', icon: IconUserCheck, label: 'attendance:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/shift',
      component: lazyRouteComponent(() => import('./ShiftPage'), 'ShiftPage'),
    }),
  ],
  badges: [
    {
      key: 'attendance.shift',
      roles: deskRoles,
      element: (
        <Suspense fallback={null}>
          <ShiftBadge />
        </Suspense>
      ),
    },
  ],
};
