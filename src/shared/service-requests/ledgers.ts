import { z } from 'zod';
import { Code } from '../service-profiles/profile-format';

/**
 * Lists that requests join by a step: what was entered in the improvement ledger (P2), and the collections of common problems that
 * a tracking sheet's evaluation sorts it into (P4: environment, use, code). Named by the step that enters them.
 */
export const ledgerSteps = { improvement: 'improved', collection: 'evaluated' } as const;
export const Ledger = z.enum(['improvement', 'collection']);
export type Ledger = z.infer<typeof Ledger>;

/** The service that a fault's reporter may ask for by way of the fault (投诉). */
export const complaintService = 'complaint';

/** A service that profiles in use offer, and the one a screen begins with. */
export const ServiceChoice = z.object({ profile: Code, service: Code });
export type ServiceChoice = z.infer<typeof ServiceChoice>;
