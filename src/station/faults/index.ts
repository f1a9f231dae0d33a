export { faultHandlers } from './handlers';
export { faultProjection } from './projection';
