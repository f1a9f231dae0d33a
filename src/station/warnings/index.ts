import type { WarningInForce } from '../../shared/warnings/record';
import type { Raw } from '../database/open';
import { inForceOf } from './following-handlers';
import { warningsStanding } from './read';

export { warningsFallingDue } from './falling-due';
export { warningHandlers } from './handlers';
export { warningAttention, warningFigures, warningItems } from './handover';
export { holidayPromptProjection, taskOrderProjection, taskUnitProjection, warningProjection } from './projection';

/** The warnings in force now, the gravest first, with level, kind, scenario and since when: for plans that are activated under them. */
export function warningsInForce({ raw }: { raw: Raw }): WarningInForce[] {
  return warningsStanding(raw).flatMap((read) => inForceOf(read, true));
}
