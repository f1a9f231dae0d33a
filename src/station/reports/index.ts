export { entriesUnderReport, handoverItems, reportFigures } from './figures';
export { reportHandlers } from './handlers';
export { missedReports } from './missed';
export { reportProjection } from './projection';
