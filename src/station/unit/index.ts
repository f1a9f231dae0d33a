export { unitHandlers } from './handlers';
export { settingsProjection, stationProjection } from './projection';
export { foundedStation, letterOf, readSettings } from './read';
