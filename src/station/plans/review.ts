import { planReviewFellDue } from '../../shared/plans/events';
import { firstReviewAfterMonths, isReviewOverdue, monthsAfter } from '../../shared/plans/review-due';
import { dateIn } from '../../shared/time';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { chainSpan } from '../journal/chains';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { dueKey, reviewOnRecord } from './projection';
import { keptPlan, planInForce, unrecordedPlan } from './read';
import { planStream, shippedPlans } from './shipped';

export type ReviewContext = Pick<Context, 'raw' | 'resources' | 'zone' | 'journal'>;

/** The date by whose end a plan in force is to be looked through; undefined for one that is not in force. */
export function reviewDueOf(context: ReviewContext, code: string): string | undefined {
  const inForce = planInForce(context, code);
  if (!inForce) return undefined;
  const kept = keptPlan(context.raw, code);
  const said = kept && reviewOnRecord(kept);
  if (said?.version === inForce.version) return said.reviewDue;
  // It ships, and nobody has said anything yet.
  return monthsAfter(firstDay(context), firstReviewAfterMonths);
}

/** The date of the oldest first entry among the stations known here. */
function firstDay({ raw, zone, journal }: ReviewContext): string {
  const first = statement<[number], number>(raw, 'SELECT at FROM entries WHERE key = ?').pluck();
  const moments = journal.chains.all().flatMap(({ n }) => first.get(n * chainSpan + 1) ?? []);
  return dateIn(zone, moments.length === 0 ? 0 : Math.min(...moments));
}

/** A plan whose review date has passed goes on record once for each date, whichever desk notices; a shipped one is put there with it. */
export const plansDueForReview: Notice = (context) => {
  const today = dateIn(context.zone, context.now);
  const codes = statement<[string], string>(context.raw, 'SELECT code FROM plans WHERE review_due < ?').pluck().all(today);
  // Plans that ship fall due all at once, a year after the first day: until then nobody need look at them.
  if (today > monthsAfter(firstDay(context), firstReviewAfterMonths)) {
    codes.push(...shippedPlans(context.resources).map(({ template }) => template.code));
  }
  return [...new Set(codes)].sort().flatMap((code) => {
    const version = planInForce(context, code)?.version;
    const reviewDue = reviewDueOf(context, code);
    if (version === undefined || reviewDue === undefined || !isReviewOverdue(reviewDue, today)) return [];
    const due = { version, reviewDue };
    if (keptPlan(context.raw, code)?.fellDue.includes(dueKey(due))) return [];
    const fell = planReviewFellDue(planStream(code), due);
    return [...unrecordedPlan(context, version), { ...fell, derivedId: derivedId(`plan review/${dueKey(due)}`) }];
  });
};
