export { planRunHandlers } from './handlers';
export { planRunFigures, planRunItems, runWithoutCommander } from './handover';
export { noticeRuns } from './notice';
export { planRunProjection } from './projection';
