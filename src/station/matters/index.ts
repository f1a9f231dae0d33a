export { matterHandlers } from './handlers';
export { handoverItems, matterFigures } from './handover';
export { openingOf } from './open-matter';
export { matterProjection } from './projection';
