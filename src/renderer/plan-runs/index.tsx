import { IconRun } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { openActivate, openRun } from './open';
import { RunBadge } from './RunBadge';
import { RunBanner } from './RunBanner';
import { RunStrip } from './RunStrip';

export { LessonsOfPlan } from './LessonsOfPlan';
export { openActivate, openRun } from './open';
export const readRunPaper = () => import('./paper/RunPaper');

/** Plan runs (预案执行): one key activates from anywhere; what runs stands across every screen, and sounds until it is taken. */
export const screens: SliceScreens = {
  key: 'planRuns',
  nav: [{ path: '/runs', icon: IconRun, label: 'planRuns:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/runs',
      component: lazyRouteComponent(() => import('./RunList'), 'RunList'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/runs/drills',
      component: lazyRouteComponent(() => import('./DrillsScreen'), 'DrillsScreen'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/runs/$id/$tab',
      component: lazyRouteComponent(() => import('./RunScreen'), 'RunScreen'),
    }),
  ],
  opens: { planRun: openRun },
  keys: [{ key: 'F5', label: 'planRuns:keys.activate', roles: deskRoles, run: (shell) => openActivate(shell) }],
  badges: [{ key: 'planRuns', element: <RunBadge />, roles: deskRoles }],
  banners: [{ key: 'planRuns', element: <RunBanner />, roles: deskRoles }],
  strips: [{ key: 'planRuns', element: <RunStrip />, roles: deskRoles }],
};
