import type { z } from 'zod';
import { brokenPlanPointers } from './plan-pointers';
import { PlanShape } from './template-format';

export * from './template-format';

/** An emergency plan (template) that can be used: of the right shape, and every pointer in it points at something. */
export const PlanTemplate = PlanShape.superRefine((plan, context) => {
  for (const { path, message } of brokenPlanPointers(plan)) context.addIssue({ code: 'custom', path, message });
});
export type PlanTemplate = z.infer<typeof PlanTemplate>;
