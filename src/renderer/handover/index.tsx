import { IconArrowsExchange } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { DueBadge } from './DueBadge';
import { askForHandover } from './handover-call';

/** The paper of a handover, read when a paper is asked for. */
export const readHandoverPaper = () => import('./paper/HandoverPaper');

const page = lazyRouteComponent(() => import('./HandoverPage'), 'HandoverPage');

/** The handover: drafted, gone through item by item, signed three times, never changed. */
export const screens: SliceScreens = {
  key: 'handover',
  nav: [{ path: '/handover', icon: IconArrowsExchange, label: 'handover:nav', roles: deskRoles }],
  routes: [
    createRoute({ getParentRoute: () => frameRoute, path: '/handover', component: page }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/handover/list',
      component: lazyRouteComponent(() => import('./HandoverList'), 'HandoverList'),
    }),
    createRoute({ getParentRoute: () => frameRoute, path: '/handover/$date/$shift', component: page }),
  ],
  keys: [
    {
      key: 'F7',
      label: 'handover:keys.handOver',
      roles: deskRoles,
      run: (shell) => {
        askForHandover();
        shell.go('/handover');
      },
    },
  ],
  badges: [{ key: 'handover.due', element: <DueBadge />, roles: deskRoles }],
};
