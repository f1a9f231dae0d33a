export type { OpenFaults } from './effect';
export { serviceProfileHandlers } from './handlers';
export { serviceProfileProjection } from './projection';
export { dutiesSince, type ProfileInUse, profilesInUse, profileVersion, unrecorded } from './read';
