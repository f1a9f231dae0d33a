import type { MatterLevel } from '../../shared/matters/level';
import type { ReportContents } from '../../shared/reports/contents';

/** A report as typed; plain data, kept as a draft. */
export interface SendDraft extends Omit<ReportContents, 'time'> {
  time: number | null;
  level: MatterLevel;
  nextAt: number | null;
}
