export { type FaultClocks, clocksOfFault, owedFaults } from './clocks';
export { faultHandlers } from './handlers';
export { faultsFallingDue } from './falling-due';
export { faultItems } from './handover-items';
export { faultProjection } from './projection';
export { faultsUnderProfiles } from './under-profiles';
export { faultFigures } from './shift-figures';
