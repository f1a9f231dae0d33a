export { planHandlers } from './handlers';
export { planProjection } from './projection';
export { type PlanInForce, planInForce, plansInForce, planVersion, unrecordedPlan } from './read';
export { plansDueForReview } from './review';
