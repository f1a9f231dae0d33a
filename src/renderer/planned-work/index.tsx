import { IconBarrierBlock } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { WorkBadge } from './WorkBadge';

export { openWork } from './open';
export { PlannedWorkMark, type PlannedWorkMarkProps } from './PlannedWorkMark';

/** Planned work: tags hung on what is worked on, until they are taken down. */
export const screens: SliceScreens = {
  key: 'plannedWork',
  nav: [{ path: '/planned-work', icon: IconBarrierBlock, label: 'plannedWork:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/planned-work',
      component: lazyRouteComponent(() => import('./WorksPage'), 'WorksPage'),
    }),
  ],
  badges: [{ key: 'plannedWork', element: <WorkBadge />, roles: deskRoles }],
};
