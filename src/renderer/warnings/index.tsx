import { IconSpeakerphone } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoles } from '../../shared/roles';
import { frameRoute, type SliceScreens } from '../shell';
import { openWarning } from './open';
import { WarningBanner } from './WarningBanner';
import { WarningStrip } from './WarningStrip';

export { openWarning } from './open';
export const readWarningPaper = () => import('./paper/WarningPaper');

/** Warnings and response levels: what is in force stands across every screen until it is lifted. */
export const screens: SliceScreens = {
  key: 'warnings',
  nav: [{ path: '/warnings', icon: IconSpeakerphone, label: 'warnings:nav', roles: deskRoles }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/warnings',
      component: lazyRouteComponent(() => import('./WarningsPage'), 'WarningsPage'),
    }),
  ],
  opens: { warning: openWarning },
  keys: [{ key: 'F8', label: 'warnings:keys.open', roles: deskRoles, run: (shell) => shell.go('/warnings') }],
  banners: [{ key: 'warnings', element: <WarningBanner />, roles: deskRoles }],
  strips: [{ key: 'warnings', element: <WarningStrip />, roles: deskRoles }],
};
