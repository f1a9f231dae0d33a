import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { command, query, slice } from '../contract';
import { DraftInput, FormatProblem, longestDraft } from '../format-problems';
import { FilledText, Id } from '../input';
import { deskRoles, type Role } from '../roles';
import { PlanComparison } from './comparison';
import { PlanCode, PlanShape, PlanTemplate, ResponseLevel, ShortWords } from './template';
import { scenarios } from './scenarios';
import { versionStates } from './version-state';

/** Who writes plans (issue 5): group leaders, and those who decide on them. */
export const planAuthors = ['groupLeader', 'office', 'leadingGroup'] as const satisfies readonly Role[];
/** Who approves, sends back, publishes and withdraws. */
export const planDeciders = ['office', 'leadingGroup'] as const satisfies readonly Role[];

const Reason = FilledText(1_000);
const Due = z.iso.date('date');

export const PlanVersionCard = z.object({
  version: Id,
  /** 1, 2, 3 per plan, in the order of the journal; its id names it for good. */
  number: z.number(),
  /** Undefined for what ships with the product and was never used. */
  at: z.number().optional(),
  author: z.string(),
  reason: z.string(),
  basedOn: Id.optional(),
  shipped: z.boolean(),
  state: z.enum(versionStates),
  /** Approved at one desk, sent back at the other. */
  contested: z.boolean(),
  /** Whoever asks submitted it: somebody else must decide. */
  own: z.boolean(),
});
export type PlanVersionCard = z.infer<typeof PlanVersionCard>;

export const PlanCard = z.object({
  code: PlanCode,
  scenario: z.enum(scenarios),
  name: ShortWords,
  levels: z.array(ResponseLevel),
  steps: z.number(),
  /** The version runs start from; undefined where none does. */
  inForce: Id.optional(),
  /** Who took it out of force, when, and why; undefined while it is in force. */
  withdrawn: z.object({ author: z.string(), at: z.number(), reason: z.string() }).optional(),
  /** To be looked through again by the end of this date, `2027-07-03`; only while it is in force. */
  reviewDue: z.string().optional(),
  /** The version an edit starts from. */
  newest: Id,
  /** Versions that wait for approval. */
  waiting: z.number(),
  /** Two desks edited one version apart: both stand, somebody should look at them. */
  madeApart: z.boolean(),
  versions: z.array(PlanVersionCard),
});
export type PlanCard = z.infer<typeof PlanCard>;

/** What was said of a version. */
export const PlanDecided = z.object({
  entry: Id,
  what: z.enum(['approved', 'sentBack', 'published', 'reviewed', 'withdrawn']),
  author: z.string(),
  at: z.number(),
  text: z.string(),
  reviewDue: z.string().optional(),
});
export type PlanDecided = z.infer<typeof PlanDecided>;

export const WholePlan = PlanVersionCard.extend({ code: PlanCode, plan: PlanShape, decisions: z.array(PlanDecided) });
export type WholePlan = z.infer<typeof WholePlan>;

const One = z.object({ code: PlanCode, version: Id });
/** Who decides: whoever has the session, or whoever proves to be at the desk with login and password. */
const Decider = One.extend({ signer: Signer.optional() });

/** Emergency plans (应急预案), as templates: data, in versions that never change once they are published (domain.md 5). */
export const plans = slice('plans', {
  /** Every plan known, in the order of domain.md 5; the unit's own ones after. */
  list: query({ input: z.object({}), output: z.array(PlanCard), roles: deskRoles, reads: ['plans'] }),
  /** A version whole; without `version` the one in force, else the newest. */
  one: query({ input: z.object({ code: PlanCode, version: Id.optional() }), output: WholePlan, roles: deskRoles, reads: ['plans'] }),
  /** Two versions of one plan, step by step. */
  compare: query({
    input: z.object({ code: PlanCode, before: Id, after: Id }),
    output: PlanComparison,
    roles: deskRoles,
    reads: ['plans'],
  }),
  /** Every problem of a draft, none for one that can be submitted. Writes nothing. */
  check: query({ input: z.object({ plan: DraftInput }), output: z.array(FormatProblem), roles: planAuthors, reads: [] }),
  /** Reads a plan's file: the plan whole, or every problem by place and in words. Writes nothing. */
  importFile: query({
    input: z.object({ text: z.string().max(longestDraft, 'tooLong') }),
    output: z.object({
      plan: PlanTemplate.optional(),
      problems: z.array(FormatProblem),
      /** The newest version of a plan with its code that this station knows: what submitting it would be an edit of. */
      newest: Id.optional(),
    }),
    roles: planAuthors,
    reads: ['plans'],
  }),
  /** A version as a file that any desk can read in again: its proposed name, and its bytes in base64. */
  exportFile: query({ input: One, output: z.object({ name: z.string(), content: z.string() }), roles: deskRoles, reads: ['plans'] }),
  /** A new version of a plan, or under a code of its own a new plan. Somebody else must approve it. */
  submit: command({
    input: z.object({
      template: PlanTemplate,
      /** The version that was edited or copied. */
      basedOn: Id.optional(),
      reason: Reason,
    }),
    output: z.object({ version: Id, number: z.number() }),
    roles: planAuthors,
    refuses: ['codeTaken', 'notNewest', 'nothingChanged'],
  }),
  approve: command({
    input: Decider.extend({ note: FilledText(1_000).optional() }),
    output: z.null(),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notADecider', 'ownVersion', 'notWaiting'],
  }),
  sendBack: command({
    input: Decider.extend({ reason: Reason }),
    output: z.null(),
    roles: deskRoles,
    refuses: [...signerRefusals, 'notADecider', 'ownVersion', 'notWaiting'],
  }),
  /** From now on runs start from this version; those under way keep theirs. Without `reviewDue`: as long as the plan itself says. */
  publish: command({
    input: One.extend({ reason: Reason, reviewDue: Due.optional() }),
    output: z.object({ reviewDue: z.string() }),
    roles: planDeciders,
    refuses: ['notApproved', 'alreadyInForce', 'reviewDuePast', 'reviewDueTooLate'],
  }),
  /** Looked through and found right as it stands. */
  review: command({
    input: z.object({ code: PlanCode, note: Reason, reviewDue: Due.optional() }),
    output: z.object({ reviewDue: z.string() }),
    roles: planAuthors,
    refuses: ['notInForce', 'reviewDuePast', 'reviewDueTooLate'],
  }),
  /** No run starts from it any more. */
  withdraw: command({
    input: z.object({ code: PlanCode, reason: Reason }),
    output: z.null(),
    roles: planDeciders,
    refuses: ['notInForce'],
  }),
});
