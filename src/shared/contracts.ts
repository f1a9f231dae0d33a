import { accounts } from './accounts/contract';
import { alarms } from './alarms/contract';
import { attachments } from './attachments/contract';
import { calendar } from './calendar/contract';
import { attendance } from './attendance/contract';
import type { Procedure } from './contract';
import { devices } from './devices/contract';
import { drafts } from './drafts/contract';
import { dutyLog } from './duty-log/contract';
import { dutyRecord } from './duty-record/contract';
import { faults } from './faults/contract';
import { handover } from './handover/contract';
import { journal } from './journal/contract';
import { matters } from './matters/contract';
import { people } from './people/contract';
import { plannedWork } from './planned-work/contract';
import { planRuns } from './plan-runs/contract';
import { plans } from './plans/contract';
import { reports } from './reports/contract';
import { roster } from './roster/contract';
import { rosterFiles } from './roster-files/contract';
import { periodicDuties } from './periodic-duties/contract';
import { serviceProfiles } from './service-profiles/contract';
import { serviceRequests } from './service-requests/contract';
import { unit } from './unit/contract';
import { warnings } from './warnings/contract';

/** Every slice a station answers for. A new slice adds its line here. */
export const contracts = {
  accounts,
  alarms,
  attachments,
  attendance,
  calendar,
  devices,
  drafts,
  dutyLog,
  dutyRecord,
  faults,
  handover,
  journal,
  matters,
  people,
  periodicDuties,
  plannedWork,
  planRuns,
  plans,
  reports,
  roster,
  rosterFiles,
  serviceProfiles,
  serviceRequests,
  unit,
  warnings,
};

/** All procedures by full name, `slice.verb`. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  Object.values(contracts)
    .flatMap((facts) => Object.values(facts) as Procedure[])
    .map((facts) => [facts.name, facts]),
);
