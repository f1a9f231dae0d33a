export { alarmHandlers } from './handlers';
export { alarmsProjection } from './projection';
