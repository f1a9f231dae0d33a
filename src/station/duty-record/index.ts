export { dutyRecordHandlers } from './handlers';
export { dutyRecordProjection } from './projection';
export { alteredDutyRecords, recordsDue, recordsOfShift } from './read';
