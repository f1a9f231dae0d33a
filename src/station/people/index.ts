export { findPeople } from './find';
export { peopleHandlers } from './handlers';
export { personProjection } from './projection';
export { allPeople, personById, type StoredPerson } from './read';
