export { calendarHandlers } from './handlers';
export { calendarDayProjection, calendarYearProjection } from './projection';
export { calendarOf } from './read';
