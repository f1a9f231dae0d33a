export { findPeople } from './find';
export { peopleHandlers } from './handlers';
export { personProjection } from './projection';
export { personById, type StoredPerson } from './read';
