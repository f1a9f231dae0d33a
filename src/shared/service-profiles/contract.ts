import { z } from 'zod';
import { command, query, slice } from '../contract';
import { DraftInput, FormatProblem } from '../format-problems';
import { FilledText, Id } from '../input';
import { deskRoles, type Role } from '../roles';
import { Code, ProfileShape, ServiceProfile, Words } from './profile';

const keepers = ['sysAdmin'] as const satisfies readonly Role[];
const readers: readonly Role[] = [...deskRoles, 'sysAdmin'];
const Reason = FilledText(500);

/** One version of a profile, without its contents. */
export const ProfileVersionCard = z.object({
  version: Id,
  /** 1, 2, 3 per profile, in the order of the journal; its id names it for good. */
  number: z.number(),
  /** Undefined for what ships with the product and was never used. */
  at: z.number().optional(),
  author: z.string(),
  reason: z.string(),
  basedOn: Id.optional(),
  shipped: z.boolean(),
  inUse: z.boolean(),
});
export type ProfileVersionCard = z.infer<typeof ProfileVersionCard>;

export const ProfileCard = z.object({
  code: Code,
  name: Words,
  about: Words,
  /** The version faults are born under now. */
  inUse: Id.optional(),
  usual: z.boolean(),
  /** Who put it in use or took it out, when, and why; undefined as long as nobody decided. */
  decided: z.object({ author: z.string(), at: z.number(), reason: z.string() }).optional(),
  /** The version an edit starts from. */
  newest: Id,
  /** Two desks edited one version apart: both stand, somebody should look at them. */
  madeApart: z.boolean(),
  versions: z.array(ProfileVersionCard),
});
export type ProfileCard = z.infer<typeof ProfileCard>;

export const WholeProfile = ProfileVersionCard.extend({ code: Code, profile: ProfileShape });
export type WholeProfile = z.infer<typeof WholeProfile>;

export const ProfileProblem = FormatProblem;
export type ProfileProblem = FormatProblem;

/** One clock of an open fault, as it runs and as it would run. */
export const ClockEffect = z.object({
  clock: Code,
  name: Words,
  /** Undefined where the clock does not run. `dueAt` is undefined while it pauses. */
  before: z.object({ limit: z.number(), dueAt: z.number().optional(), over: z.boolean() }).optional(),
  after: z.object({ limit: z.number(), dueAt: z.number().optional(), over: z.boolean() }).optional(),
});
export type ClockEffect = z.infer<typeof ClockEffect>;

export const FaultEffect = z.object({
  id: Id,
  number: z.string(),
  /** What it is about: the device, else the place. */
  title: z.string(),
  class: z.string(),
  /** The version it runs under. */
  version: Id.optional(),
  /** False: the profile does not know its class; it must be given another to be moved. */
  fits: z.boolean(),
  /** Only what is still owed and would change. */
  clocks: z.array(ClockEffect),
});
export type FaultEffect = z.infer<typeof FaultEffect>;

/** Service profiles (服务方案): what every contract demands, as data (domain.md 3). */
export const serviceProfiles = slice('serviceProfiles', {
  /** Every profile known, what is in use first, the usual one before all. */
  list: query({ input: z.object({}), output: z.array(ProfileCard), roles: readers, reads: ['serviceProfiles'] }),
  /** A version whole; without `version` the one in use, else the newest. */
  one: query({
    input: z.object({ code: Code, version: Id.optional() }),
    output: WholeProfile,
    roles: readers,
    reads: ['serviceProfiles'],
  }),
  /** Every problem of a draft, none for one that can be published. Writes nothing. */
  check: query({ input: z.object({ profile: DraftInput }), output: z.array(ProfileProblem), roles: keepers, reads: [] }),
  /** What would change for the open faults of a profile if they ran under another text of it; the gravest change first. Writes nothing. */
  effect: query({
    input: z.object({ code: Code, profile: ServiceProfile }),
    output: z.object({ open: z.number(), faults: z.array(FaultEffect) }),
    roles: keepers,
    reads: ['serviceProfiles', 'faults', 'calendar'],
  }),
  /** A new version of a profile, or under a code of its own a copy. It is not in use yet. */
  publish: command({
    input: z.object({
      profile: ServiceProfile,
      /** The version that was edited or copied. */
      basedOn: Id.optional(),
      reason: Reason,
    }),
    output: z.object({ version: Id, number: z.number() }),
    roles: keepers,
    refuses: ['codeTaken', 'notNewest', 'nothingChanged'],
  }),
  /** From now on faults are born under this version; the ones there are keep theirs. */
  putInUse: command({
    input: z.object({ code: Code, version: Id, reason: Reason }),
    output: z.null(),
    roles: keepers,
    refuses: ['alreadyInUse'],
  }),
  takeOutOfUse: command({
    input: z.object({ code: Code, reason: Reason }),
    output: z.null(),
    roles: keepers,
    refuses: ['notInUse', 'lastInUse'],
  }),
  /** Proposed first for a new fault. */
  makeUsual: command({
    input: z.object({ code: Code, reason: Reason }),
    output: z.null(),
    roles: keepers,
    refuses: ['notInUse', 'alreadyUsual'],
  }),
});
