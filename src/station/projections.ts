import { accountProjection } from './accounts';
import type { Projection } from './journal/projection';
import { settingsProjection, stationProjection } from './unit';

/** Every projection of the station. A new slice adds its line here. */
export const projections: readonly Projection[] = [accountProjection, settingsProjection, stationProjection];
