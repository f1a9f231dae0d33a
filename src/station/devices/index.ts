export { downstreamOf } from './downstream';
export { deviceHandlers } from './handlers';
export { deviceProjection } from './projection';
export { deviceById } from './read';
