export { planProjection } from './projection';
export { type PlanInForce, planInForce, plansInForce, planVersion, unrecordedPlan } from './read';
