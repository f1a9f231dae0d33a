import { deskRoles } from '../../shared/roles';
import type { SliceScreens } from '../shell';
import { AlarmBadge } from './AlarmBadge';
import { AlarmStrip } from './AlarmStrip';

export { useAgainAt } from './useAlarms';
export { type ToldNow, useSoundUntilTaken } from './useSoundUntilTaken';

/** Alarms: what is nearly due or over, told until somebody takes it. */
export const screens: SliceScreens = {
  key: 'alarms',
  routes: [],
  badges: [{ key: 'alarms', element: <AlarmBadge />, roles: deskRoles }],
  strips: [{ key: 'alarms', element: <AlarmStrip />, roles: deskRoles }],
};

export { DoorAlarms } from './DoorAlarms';
