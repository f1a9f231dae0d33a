export { alarmHandlers, mutedUntil } from './handlers';
export { alarmsProjection } from './projection';
