import { accountProjection } from './accounts';
import { alarmsProjection } from './alarms';
import { calendarDayProjection, calendarYearProjection } from './calendar';
import { attemptProjection } from './attempts';
import { attendanceProjection, visitorProjection } from './attendance';
import { deviceProjection } from './devices';
import { logProjection } from './duty-log';
import { dutyRecordProjection } from './duty-record';
import { faultProjection } from './faults';
import { countListProjection, handoverProjection, sealedItemProjection } from './handover';
import type { Projection } from './journal/projection';
import { matterProjection } from './matters';
import { personProjection } from './people';
import { goalImprovementProjection, periodicDutyProjection } from './periodic-duties';
import { plannedWorkProjection } from './planned-work';
import { planRunProjection } from './plan-runs';
import { planProjection } from './plans';
import { rosterRulesProjection, shiftChangeProjection, shiftProjection } from './roster';
import { reportProjection } from './reports';
import { serviceProfileProjection } from './service-profiles';
import { serviceRequestProjection } from './service-requests';
import { settingsProjection, stationProjection } from './unit';
import { holidayPromptProjection, taskOrderProjection, taskUnitProjection, warningProjection } from './warnings';

/** Every projection of the station. A new slice adds its line here. */
export const projections: readonly Projection[] = [
  accountProjection,
  alarmsProjection,
  countListProjection,
  calendarDayProjection,
  calendarYearProjection,
  attemptProjection,
  attendanceProjection,
  deviceProjection,
  dutyRecordProjection,
  faultProjection,
  handoverProjection,
  logProjection,
  matterProjection,
  personProjection,
  goalImprovementProjection,
  periodicDutyProjection,
  plannedWorkProjection,
  planRunProjection,
  planProjection,
  reportProjection,
  rosterRulesProjection,
  sealedItemProjection,
  serviceProfileProjection,
  serviceRequestProjection,
  shiftChangeProjection,
  shiftProjection,
  settingsProjection,
  stationProjection,
  visitorProjection,
  warningProjection,
  taskOrderProjection,
  taskUnitProjection,
  holidayPromptProjection,
];
