export { requestsFallingDue } from './falling-due';
export { serviceRequestHandlers } from './handlers';
export { requestFigures, requestItems } from './handover';
export { serviceRequestProjection } from './projection';
