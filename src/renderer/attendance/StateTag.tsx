import {
  IconCircleCheck,
  IconClockExclamation,
  IconDoorExit,
  IconHourglassEmpty,
  type Icon,
  IconLogout,
  IconUserExclamation,
  IconUserX,
} from '@tabler/icons-react';
import type { PresenceState } from '../../shared/attendance/record';
import { useWords } from '../i18n/useWords';
import { StatusTag, type Urgency } from '../widgets/StatusTag';

/** How urgent a state is, and its sign. Present is no news: it has no colour. */
const signs: Record<PresenceState, [Urgency, Icon]> = {
  expected: ['plain', IconHourglassEmpty],
  present: ['plain', IconCircleCheck],
  late: ['amber', IconClockExclamation],
  absent: ['red', IconUserX],
  awayWithPermission: ['blue', IconDoorExit],
  awayWithoutPermission: ['red', IconUserExclamation],
  checkedOut: ['stale', IconLogout],
};

export function StateTag({ state }: { state: PresenceState }) {
  const t = useWords('attendance');
  const [urgency, icon] = signs[state];
  return (
    <StatusTag urgency={urgency} icon={icon}>
      {t(`people.state.${state}`)}
    </StatusTag>
  );
}
