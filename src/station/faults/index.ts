export { faultHandlers } from './handlers';
export { faultItems } from './handover-items';
export { faultProjection } from './projection';
export { faultFigures } from './shift-figures';
