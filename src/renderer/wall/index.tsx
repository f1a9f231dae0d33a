import { deskRoles } from '../../shared/roles';
import type { SliceScreens } from '../shell';
import { WallButton } from './WallButton';

/** The wall view (大屏), which has a window of its own; here is only what opens it. */
export const screens: SliceScreens = {
  key: 'wall',
  routes: [],
  badges: [{ key: 'wall', element: <WallButton />, roles: deskRoles }],
};
