import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { planApproved, planPublished, planReviewed, planSentBack, planSubmitted, planWithdrawn } from '../../shared/plans/events';
import type { PlanTemplate } from '../../shared/plans/template';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';

export interface KeptVersion {
  /** Id of the entry that submitted it. */
  version: string;
  template: PlanTemplate;
  author: string;
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
}

export const planTable = sqliteTable('plans', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  code: text('code').notNull(),
  doc: text('doc', { mode: 'json' }).$type<KeptPlan>().notNull(),
});

const decided = (kept: KeptPlan, decision: PlanDecision): KeptPlan => ({ ...kept, decisions: [...kept.decisions, decision] });

export const planProjection = projection<KeptPlan>({
  slice: 'plans',
  kind: 'plan',
  version: 1,
  initial: () => ({ code: '', versions: [], decisions: [] }),
  folds: [
    on(planSubmitted, (kept: KeptPlan, { template, author, basedOn, reason }, { id, at }) => ({
      ...kept,
      code: template.code,
      versions: [...kept.versions, { version: id, template, author, at, reason, ...(basedOn === undefined ? {} : { basedOn }) }],
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
  ],
  tables: [planTable],
  open: (raw) => documentStore<KeptPlan>(raw, planTable, ({ code }) => ({ code })),
});
