export { serviceProfileProjection } from './projection';
export { type ProfileInUse, profilesInUse, profileVersion, unrecorded } from './read';
