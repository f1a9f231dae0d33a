export { periodicDutyHandlers } from './handlers';
export { dutyFigures, dutyItems } from './handover';
export { dutiesMissed } from './missed';
export { goalImprovementProjection, periodicDutyProjection } from './projection';
