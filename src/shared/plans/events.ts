import { z } from 'zod';
import { event } from '../event';
import { FilledText, Id, Line } from '../input';
import { PlanTemplate } from './template';

const author = Line(40);
const reason = FilledText(1_000);

/**
 * A version of a plan, whole, laid before those who approve it. The entry's id names the version: what a run was started from is found
 * by it on every desk, and it never changes. Blank author: it ships with the product, and needs nobody's approval.
 */
export const planSubmitted = event(
  'plan.submitted@1',
  z.strictObject({
    author,
    template: PlanTemplate,
    /** The version that was edited. */
    basedOn: Id.optional(),
    reason,
  }),
);

/** Approved by somebody other than who submitted it; not in force yet. */
export const planApproved = event('plan.approved@1', z.strictObject({ author, version: Id, note: FilledText(1_000).optional() }));
/** Sent back, with what must be mended. */
export const planSentBack = event('plan.sentBack@1', z.strictObject({ author, version: Id, reason }));
/** From now on runs start from this version. `reviewDue` is a date, `2027-07-03`. */
export const planPublished = event('plan.published@1', z.strictObject({ author, version: Id, reason, reviewDue: z.iso.date('date') }));
/** Looked through and found right as it stands: due for review again later. */
export const planReviewed = event(
  'plan.reviewed@1',
  z.strictObject({ author, version: Id, note: FilledText(1_000), reviewDue: z.iso.date('date') }),
);
/** No run starts from it any more; runs under way go on. */
export const planWithdrawn = event('plan.withdrawn@1', z.strictObject({ author, reason }));
/** Its review date has passed: noticed by the station, told to the office and the group leaders. */
export const planReviewFellDue = event('plan.reviewFellDue@1', z.strictObject({ version: Id, reviewDue: z.iso.date('date') }));
