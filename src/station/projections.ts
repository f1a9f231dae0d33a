import { accountProjection } from './accounts';
import { attendanceProjection, visitorProjection } from './attendance';
import { deviceProjection } from './devices';
import { logProjection } from './duty-log';
import { dutyRecordProjection } from './duty-record';
import { faultProjection } from './faults';
import type { Projection } from './journal/projection';
import { personProjection } from './people';
import { rosterRulesProjection, shiftProjection } from './roster';
import { settingsProjection, stationProjection } from './unit';

/** Every projection of the station. A new slice adds its line here. */
export const projections: readonly Projection[] = [
  accountProjection,
  attendanceProjection,
  deviceProjection,
  dutyRecordProjection,
  faultProjection,
  logProjection,
  personProjection,
  rosterRulesProjection,
  shiftProjection,
  settingsProjection,
  stationProjection,
  visitorProjection,
];
