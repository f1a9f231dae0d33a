export { dutyRecordHandlers } from './handlers';
export { dutyRecordProjection } from './projection';
export { recordsDue, recordsOfShift } from './read';
