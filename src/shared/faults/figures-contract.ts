import { z } from 'zod';
import { query } from '../contract';
import { Subsystem } from '../devices/facts';
import { Line } from '../input';
import { deskRoles } from '../roles';
import { Words } from '../service-profiles/profile';
import { daysOf, groupings, longestFigurePeriod } from './figure-groups';
import { countings } from './figures';
import { FaultClass } from './intake';
import { FaultLine } from './record';

/** A day that registers and calendars reach. */
const Day = z.iso.date('date').refine((date) => date >= '1970-01-01' && date < '3000-01-01', 'date');
export const FigureFilter = z.object({
  profile: FaultClass.optional(),
  class: FaultClass.optional(),
  subsystem: Subsystem.optional(),
  area: Line(60).optional(),
});
const inPeriod = <T extends { from: string; until: string }>({ from, until }: T) => from <= until;
const notTooLong = <T extends { from: string; until: string }>(period: T) => daysOf(period) <= longestFigurePeriod;
const Asked = FigureFilter.extend({ from: Day, until: Day });

const Share = z.object({ part: z.number(), of: z.number() });
const Times = z.object({ of: z.number(), p50: z.number().optional(), p90: z.number().optional() });
export const FigureValues = z.object({
  total: z.number(),
  response: Times,
  repair: Times,
  wallRepair: Times,
  breached: Share,
  firstTime: Share,
  reopened: Share,
  satisfied: Share,
});
const Bucket = z.object({
  key: z.string(),
  /** What it is called, where a profile or a text says so; otherwise the screen knows it by its key. */
  words: Words.optional(),
  profile: z.string().optional(),
  count: z.number(),
  before: z.number(),
  /** Of {@link comparedGroupings}: how soon its faults were answered and repaired, and how many of them were late. */
  compared: z.object({ response: Times, repair: Times, breached: Share }).optional(),
});
export type FigureBucket = z.infer<typeof Bucket>;
const Availability = z.object({
  /** Subsystem or area; `all` for everything asked about. */
  key: z.string(),
  /** Average over its devices, 0 to 1; undefined while nothing is known. */
  share: z.number().optional(),
  shareBefore: z.number().optional(),
  /** Devices of which something is known in the period. */
  devices: z.number(),
  /** Faults that kept one of them from being in order in the period. */
  faults: z.number(),
});
export type AvailabilityBucket = z.infer<typeof Availability>;

export const availabilityGroupings = ['all', 'subsystem', 'area'] as const;
const Apart = z.object(
  Object.fromEntries(countings.slice(1).map((counting) => [counting, z.number()])) as Record<
    'merged' | 'folded' | 'cancelled',
    z.ZodNumber
  >,
);
const PeriodFigures = z.object({ from: z.string(), until: z.string(), values: FigureValues, apart: Apart });

/** What has a median of its own opens the faults it is worked out of. */
export const timedFigures = ['response', 'repair', 'wallRepair'] as const;

/** What a bar stands for. `all`: everything counted; `timed`: what has such a time; `apart`: what is not; `out`: what kept devices from being in order. */
export const FigureBar = z.union([
  z.object({ by: z.enum(groupings), key: z.string().max(1_100) }),
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('timed'), key: z.enum(timedFigures) }),
  z.object({ by: z.literal('apart'), key: z.enum(['merged', 'folded', 'cancelled']) }),
  z.object({ by: z.literal('out'), grouping: z.enum(availabilityGroupings), key: z.string().max(100) }),
]);
export type FigureBar = z.infer<typeof FigureBar>;

const ListedFault = FaultLine.extend({
  engineer: z.string().optional(),
  breached: z.boolean(),
  responseTime: z.number().optional(),
  repairTime: z.number().optional(),
});
export type ListedFault = z.infer<typeof ListedFault>;

const reads = ['faults', 'serviceProfiles', 'calendar', 'devices'];

/** Faults reported from one day to another, counted (figures.ts says what counts), beside the period of the same length before. */
export const figureQueries = {
  figures: query({
    input: Asked.refine(inPeriod, { path: ['until'], message: 'too_small' }).refine(notTooLong, { path: ['until'], message: 'too_big' }),
    output: z.object({
      now: PeriodFigures,
      before: PeriodFigures,
      groups: z.record(z.enum(groupings), z.array(Bucket)),
      availability: z.record(z.enum(availabilityGroupings), z.array(Availability)),
      /** Monthly goals of the profile, or of every profile in use. */
      goals: z.array(
        z.object({
          profile: z.string(),
          name: Words,
          measure: z.enum(['availability', 'satisfaction']),
          atLeast: z.number(),
          actual: z.number().optional(),
          /** Devices or answers that `actual` speaks of. */
          of: z.number(),
          standing: z.enum(['met', 'missed', 'unknown']),
          otherwise: Words.optional(),
        }),
      ),
      /** Areas that faults or devices may be asked by. */
      areas: z.array(z.string()),
    }),
    roles: deskRoles,
    reads,
  }),
  /** The faults behind a bar, newest first: exactly as many as it says. */
  listOf: query({
    input: Asked.extend({ period: z.enum(['now', 'before']).default('now'), bar: FigureBar })
      .refine(inPeriod, { path: ['until'], message: 'too_small' })
      .refine(notTooLong, { path: ['until'], message: 'too_big' }),
    output: z.array(ListedFault),
    roles: deskRoles,
    reads,
  }),
};
