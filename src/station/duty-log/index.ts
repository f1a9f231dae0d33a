export { dutyLogHandlers } from './handlers';
export { logProjection } from './projection';
