import type { Instant } from '../time';
import { type Urgency, urgencyBetween } from '../urgency';
import { isEnded, type MatterState } from './record';

interface Timed {
  state: MatterState;
  receivedAt: Instant;
  deadline?: Instant | undefined;
}

/** How much a matter presses: amber at 75 % of the time to its deadline, red over it; an ended one, or one without deadline, never. */
export function matterUrgency({ state, receivedAt, deadline }: Timed, now: Instant): Urgency {
  return isEnded(state) || deadline === undefined ? 'calm' : urgencyBetween(receivedAt, deadline, now);
}
