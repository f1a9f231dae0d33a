import { z } from 'zod';

/** By which means somebody was told. */
export const means = ['phone', 'inPerson', 'system', 'fax'] as const;
export const Means = z.enum(means);
export type Means = z.infer<typeof Means>;
