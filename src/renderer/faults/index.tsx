import { IconTool } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { faults } from '../../shared/faults/contract';
import { deskRoles, type Role } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { openFault, openReport } from './open';

export { openFault, openReport } from './open';

/** The work order of a fault, read when one is asked for. */
export const readWorkOrderPaper = () => import('./work-order/WorkOrderPaper');

/** Faults: the board, reporting, and one fault with all its steps. */
export const screens: SliceScreens = {
  key: 'faults',
  nav: [{ path: '/faults', icon: IconTool, label: 'faults:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/faults',
      component: lazyRouteComponent(() => import('./Board'), 'Board'),
    }),
  ],
  opens: { fault: (shell, { id, title }) => openFault(shell, { id, number: title }) },
  keys: [{ key: 'F4', label: 'faults:keys.report', roles: faults.report.roles as readonly Role[], run: openReport }],
};
