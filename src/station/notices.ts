import { noteAbsences } from './attendance';
import { faultsFallingDue } from './faults';
import { noticeUnsigned } from './handover';
import type { Notice } from './notice';
import { noticeRuns } from './plan-runs';
import { noticeWorkEnds } from './planned-work';
import { plansDueForReview } from './plans';
import { missedReports } from './reports';
import { warningsFallingDue } from './warnings';
import { dutiesMissed } from './periodic-duties';
import { requestsFallingDue } from './service-requests';

/** Every notice of the station. A slice that watches the clock adds its line here. */
export const notices: readonly Notice[] = [
  faultsFallingDue,
  missedReports,
  noteAbsences,
  noticeUnsigned,
  noticeWorkEnds,
  noticeRuns,
  warningsFallingDue,
  requestsFallingDue,
  dutiesMissed,
  plansDueForReview,
];
