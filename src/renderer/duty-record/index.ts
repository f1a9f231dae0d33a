/** The duty record each officer completes and signs: a card for the shift's page, the panel behind it, and figures in a row. */
export { DutyRecordCard } from './DutyRecordCard';
export { FigureGrid } from './FigureGrid';
export { openDutyRecord } from './open';
