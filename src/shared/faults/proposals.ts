import { z } from 'zod';
import { query } from '../contract';
import { Id } from '../input';
import { PersonReference } from '../references';
import { deskRoles } from '../roles';
import { Words } from '../service-profiles/profile';

/** Somebody proposed for a fault, and why. */
export const Proposal = z.object({
  person: PersonReference,
  post: z.string(),
  group: z.string(),
  organisation: z.string(),
  tier: Words.optional(),
  /** `unknown`: not of the watch that runs now. */
  duty: z.enum(['onDuty', 'expected', 'unknown', 'away']),
  former: z.boolean(),
  area: z.string().optional(),
  skill: z.string().optional(),
  /** Faults in hand. */
  load: z.number(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Who could be sent to a fault, the best first: how they are ranked, proposing.ts says. */
export const proposals = query({
  input: z.object({ id: Id }),
  output: z.array(Proposal),
  roles: deskRoles,
  reads: ['faults', 'people', 'attendance', 'roster', 'devices', 'serviceProfiles'],
});
