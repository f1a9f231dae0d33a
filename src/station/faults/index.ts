export { faultHandlers } from './handlers';
export { faultProjection } from './projection';
export { faultFigures } from './shift-figures';
