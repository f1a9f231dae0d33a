export { unitHandlers } from './handlers';
export { type FoundedStation, settingsProjection, stationProjection } from './projection';
export { foundedStation, letterOf, readSettings } from './read';
