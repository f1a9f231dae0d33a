import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  planApproved,
  planPublished,
  planReviewed,
  planReviewFellDue,
  planSentBack,
  planSubmitted,
  planWithdrawn,
} from '../../shared/plans/events';
import type { PlanTemplate } from '../../shared/plans/template';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';

export interface KeptVersion {
  /** Id of the entry that submitted it. */
  version: string;
  template: PlanTemplate;
  author: string;
  /** Account that submitted it: it may not decide on it. */
  by: string;
  at: Instant;
  basedOn?: string | undefined;
  reason: string;
}

/** What was said of a version, in order. */
export interface PlanDecision {
  entry: string;
  what: 'approved' | 'sentBack' | 'published' | 'reviewed' | 'withdrawn';
  /** Undefined where it is said of the plan as a whole. */
  version?: string;
  author: string;
  at: Instant;
  text: string;
  reviewDue?: string;
}

/** One plan: all its versions, and all that was decided about them. */
export interface KeptPlan {
  code: string;
  versions: KeptVersion[];
  decisions: PlanDecision[];
  /** Review dates that passed and were told, as `version/date`. */
  fellDue: string[];
}

/** What a plan of this stream is due by, as far as the stream alone says: undefined for one that was never published nor looked through. */
export function reviewOnRecord({ decisions }: Pick<KeptPlan, 'decisions'>): { version: string; reviewDue: string } | undefined {
  const last = decisions.findLast(({ what }) => what === 'published' || what === 'withdrawn');
  if (last?.what === 'withdrawn') return undefined;
  // A review counts for the version that is in force: one that ships as long as nothing was published.
  const said = decisions.findLast((one) =>
    last === undefined ? one.what === 'reviewed' : one === last || (one.what === 'reviewed' && one.version === last.version),
  );
  return said?.version === undefined || said.reviewDue === undefined ? undefined : { version: said.version, reviewDue: said.reviewDue };
}

export const planTable = sqliteTable('plans', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  code: text('code').notNull(),
  /** The review date that was not told yet. */
  reviewDue: text('review_due'),
  doc: text('doc', { mode: 'json' }).$type<KeptPlan>().notNull(),
});

export const dueKey = ({ version, reviewDue }: { version: string; reviewDue: string }): string => `${version}/${reviewDue}`;

function untold(kept: KeptPlan): string | null {
  const due = reviewOnRecord(kept);
  return due && !kept.fellDue.includes(dueKey(due)) ? due.reviewDue : null;
}

const decided = (kept: KeptPlan, decision: PlanDecision): KeptPlan => ({ ...kept, decisions: [...kept.decisions, decision] });

export const planProjection = projection<KeptPlan>({
  slice: 'plans',
  kind: 'plan',
  version: 2,
  initial: () => ({ code: '', versions: [], decisions: [], fellDue: [] }),
  folds: [
    on(planSubmitted, (kept: KeptPlan, { template, author, basedOn, reason }, { id, at, actor }) => ({
      ...kept,
      code: template.code,
      versions: [...kept.versions, { version: id, template, author, by: actor, at, reason, ...(basedOn === undefined ? {} : { basedOn }) }],
    })),
    on(planApproved, (kept: KeptPlan, { author, version, note }, { id, at }) =>
      decided(kept, { entry: id, what: 'approved', version, author, at, text: note ?? '' }),
    ),
    on(planSentBack, (kept: KeptPlan, { author, version, reason }, { id, at }) =>
      decided(kept, { entry: id, what: 'sentBack', version, author, at, text: reason }),
    ),
    on(planPublished, (kept: KeptPlan, { author, version, reason, reviewDue }, { id, at }) =>
      decided(kept, { entry: id, what: 'published', version, author, at, text: reason, reviewDue }),
    ),
    on(planReviewed, (kept: KeptPlan, { author, version, note, reviewDue }, { id, at }) =>
      decided(kept, { entry: id, what: 'reviewed', version, author, at, text: note, reviewDue }),
    ),
    on(planWithdrawn, (kept: KeptPlan, { author, reason }, { id, at }) =>
      decided(kept, { entry: id, what: 'withdrawn', author, at, text: reason }),
    ),
    on(planReviewFellDue, (kept: KeptPlan, { version, reviewDue }) => ({
      ...kept,
      fellDue: [...new Set([...kept.fellDue, dueKey({ version, reviewDue })])].sort(),
    })),
  ],
  tables: [planTable],
  open: (raw) => documentStore<KeptPlan>(raw, planTable, (kept) => ({ code: kept.code, review_due: untold(kept) })),
});
