import { accountProjection } from './accounts';
import { deviceProjection } from './devices';
import { logProjection } from './duty-log';
import { faultProjection } from './faults';
import type { Projection } from './journal/projection';
import { matterProjection } from './matters';
import { personProjection } from './people';
import { reportProjection } from './reports';
import { rosterRulesProjection, shiftProjection } from './roster';
import { settingsProjection, stationProjection } from './unit';

/** Every projection of the station. A new slice adds its line here. */
export const projections: readonly Projection[] = [
  accountProjection,
  deviceProjection,
  faultProjection,
  logProjection,
  matterProjection,
  personProjection,
  reportProjection,
  rosterRulesProjection,
  shiftProjection,
  settingsProjection,
  stationProjection,
];
