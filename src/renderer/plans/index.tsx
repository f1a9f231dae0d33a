import { IconChecklist } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { planAuthors } from '../../shared/plans/contract';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { PlanBadge } from './PlanBadge';

export const readPlanPaper = () => import('./paper/PlanPaper');

/** Emergency plans (预案) as templates: everybody reads, group leaders edit, the office and the leading group decide. */
export const screens: SliceScreens = {
  key: 'plans',
  nav: [{ path: '/plans', icon: IconChecklist, label: 'plans:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/plans',
      component: lazyRouteComponent(() => import('./PlansPage'), 'PlansPage'),
    }),
  ],
  badges: [{ key: 'plans', element: <PlanBadge />, roles: planAuthors }],
};
