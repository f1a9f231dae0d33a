import type { z } from 'zod';
import { brokenPointers } from './pointers';
import { ProfileShape } from './profile-format';

export * from './profile-format';

/** A service profile that can be used: of the right shape, and every pointer in it points at something. */
export const ServiceProfile = ProfileShape.superRefine((profile, context) => {
  for (const { path, message } of brokenPointers(profile)) context.addIssue({ code: 'custom', path, message });
});
export type ServiceProfile = z.infer<typeof ServiceProfile>;
