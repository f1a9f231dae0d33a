import { IconListSearch, IconShieldCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

export { RebuildQuestion } from './RebuildQuestion';

/** The journal as a person reads it: the audit trail and its verification (domain.md 9). */
export const screens: SliceScreens = {
  key: 'journal',
  nav: [
    { path: '/audit', icon: IconListSearch, label: 'journal:nav', roles: ['auditAdmin'] },
    { path: '/verify', icon: IconShieldCheck, label: 'journal:verifyNav', roles: ['auditAdmin', 'sysAdmin'] },
  ],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/audit',
      component: lazyRouteComponent(() => import('./AuditTrailPage'), 'AuditTrailPage'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/verify',
      component: lazyRouteComponent(() => import('./VerifyPage'), 'VerifyPage'),
    }),
  ],
};
