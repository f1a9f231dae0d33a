import type { Mend } from '../../shared/devices/import-preview';

/** What a person decided so far. */
export interface ListDecisions {
  mends: readonly Mend[];
  leaveOut: readonly string[];
  retire: readonly string[];
  reason: string;
}
