export { entryOf } from './entry-of';
export { dutyLogHandlers } from './handlers';
export { lastOfKind, logItems } from './handover-items';
export { logProjection } from './projection';
export { entryById, type WrittenEntry } from './read';
export { entriesBetween, logFigures, type ShiftEntry } from './shift-figures';
