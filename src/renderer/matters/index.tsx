import { IconChecklist } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { matters } from '../../shared/matters/contract';
import { deskRoles, type Role } from '../../shared/roles';
import { addToEntries } from '../duty-log';
import { frameRoute, type SliceScreens } from '../shell';
import { EntryMatters } from './EntryMatters';
import { MatterBadge } from './MatterBadge';
import { openNewMatter } from './open';

export { openMatter, openNewMatter } from './open';

const writers = matters.open.roles as readonly Role[];

addToEntries({
  key: 'matters',
  Panel: EntryMatters,
  tick: { label: 'matters:entry.tick', digit: '0', roles: writers, afterSaving: async ({ id }, shell) => openNewMatter(shell, id) },
});

/** What is tracked to done and passed from shift to shift until it is. */
export const screens: SliceScreens = {
  key: 'matters',
  nav: [{ path: '/matters', icon: IconChecklist, label: 'matters:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/matters',
      component: lazyRouteComponent(() => import('./MattersPage'), 'MattersPage'),
    }),
  ],
  badges: [{ key: 'matters', element: <MatterBadge />, roles: deskRoles }],
};
