import { IconUserShield } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

export { LockScreen } from './LockScreen';
export { MustChangePassword } from './MustChangePassword';
export { type NewPassword, NewPasswordFields, newPasswordFits } from './NewPasswordFields';
export { SignerFields, type SignerTyped, useSigner } from './SignerFields';
export { SignIn } from './SignIn';

/** Accounts: three administrators apart (domain.md 1); the security administrator grants, the others look. */
export const screens: SliceScreens = {
  key: 'accounts',
  nav: [{ path: '/accounts', icon: IconUserShield, label: 'accounts:nav', roles: ['secAdmin', 'auditAdmin'] }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/accounts',
      component: lazyRouteComponent(() => import('./AccountsPage'), 'AccountsPage'),
    }),
  ],
};
