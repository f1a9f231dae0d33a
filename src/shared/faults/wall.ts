import { z } from 'zod';
import { query } from '../contract';
import { deskRoles } from '../roles';
import { clockAims, Words } from '../service-profiles/profile';
import type { Instant } from '../time';
import { urgencies, type Urgency } from '../urgency';
import { FaultStateName } from './record';

/** How many of the most urgent faults the wall shows. */
export const mostOnWall = 10;

/** A fault on the wall: read from three metres, so only what says where, what and how long still. */
export const WallCard = z.object({
  id: z.string(),
  number: z.string(),
  device: z.string().optional(),
  place: z.string(),
  symptom: z.string(),
  state: FaultStateName,
  class: z.string(),
  highRisk: z.boolean(),
  engineer: z.string().optional(),
  urgency: z.enum(urgencies),
  aim: z.enum(clockAims).optional(),
  name: Words.optional(),
  standing: z.enum(['running', 'paused']).optional(),
  amberAt: z.number().optional(),
  dueAt: z.number().optional(),
  /** While paused: time left, ms. */
  left: z.number().optional(),
});
export type WallCard = z.infer<typeof WallCard>;

/** Ranked for the wall: red, amber, the rest; grave ones before others; then what is, or was, due first; what pauses last. */
export function byWallRank(
  one: { urgency: Urgency; highRisk: boolean; dueAt?: Instant | undefined; reportedAt: Instant },
  other: { urgency: Urgency; highRisk: boolean; dueAt?: Instant | undefined; reportedAt: Instant },
): number {
  return (
    urgencies.indexOf(other.urgency) - urgencies.indexOf(one.urgency) ||
    Number(other.highRisk) - Number(one.highRisk) ||
    (one.dueAt ?? Number.MAX_SAFE_INTEGER) - (other.dueAt ?? Number.MAX_SAFE_INTEGER) ||
    one.reportedAt - other.reportedAt
  );
}

/**
 * `faults.wall`: what the second screen shows (大屏). On a locked desk the figures and the curve alone: no fault, no person is named.
 */
export const wall = query({
  input: z.object({}),
  output: z.object({
    locked: z.boolean(),
    figures: z.object({
      open: z.number(),
      red: z.number(),
      amber: z.number(),
      /** Of a class that is grave by itself (A of P0). */
      highRisk: z.number(),
      waiting: z.number(),
      reportedToday: z.number(),
      closedToday: z.number(),
      /** Share of the devices in service on which no fault stands unrepaired, 0 to 1; undefined without a register. */
      availability: z.number().optional(),
    }),
    cards: z.array(WallCard),
    /** Today from midnight in the station's zone, hour by hour, up to the present one. */
    curve: z.array(z.object({ hour: z.number(), reported: z.number(), closed: z.number() })),
    onDuty: z.object({ shift: z.string(), end: z.number(), leader: z.string().optional(), officers: z.array(z.string()) }).optional(),
    nextChange: z.number().optional(),
  }),
  roles: deskRoles,
  reads: ['faults', 'serviceProfiles', 'calendar', 'devices', 'roster', 'accounts'],
});
