export { lastOfKind, logFigures, logItems } from './handover-items';
export { dutyLogHandlers } from './handlers';
export { logProjection } from './projection';
export { entriesBetween, logFigures, type ShiftEntry } from './shift-figures';
