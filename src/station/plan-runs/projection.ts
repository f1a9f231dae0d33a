import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntryFacts } from '../../shared/event';
import { planRunActivated, planRunActivationBarred } from '../../shared/plan-runs/events';
import { runStateOf, type RunStateName } from '../../shared/plan-runs/course';
import { type RunState, runVerbNames, runVerbs, type Said, unheardRun } from '../../shared/plan-runs/said';
import { documentStore, type FoldOf, on, projection } from '../journal/projection';

export const planRunTable = sqliteTable(
  'plan_runs',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    /** Blank while the activation has not arrived, and of an attempt that was barred. */
    number: text('number').notNull(),
    plan: text('plan').notNull(),
    state: text('state').$type<RunStateName>().notNull(),
    activatedAt: integer('activated_at').notNull(),
    doc: text('doc', { mode: 'json' }).$type<RunState>().notNull(),
  },
  (table) => [index('plan_runs_number').on(table.number), index('plan_runs_state').on(table.state)],
);

const factsOf = ({ id, at, station }: EntryFacts) => ({ entry: id, at, station });

/** What was said is kept in clock order, word for word; what it amounts to is read off it (shared/plan-runs). */
const saidFolds = runVerbNames.map(
  (verb): FoldOf<RunState> =>
    on(runVerbs[verb], (run: RunState, payload, facts) => ({
      ...run,
      said: [...run.said, { ...payload, verb, ...factsOf(facts) } as unknown as Said],
    })),
);

export const planRunProjection = projection<RunState>({
  slice: 'planRuns',
  kind: 'planRun',
  version: 1,
  initial: () => unheardRun,
  folds: [
    // Nobody else can begin the same run: the first activation stands.
    on(planRunActivated, (run: RunState, activation, facts) =>
      run.activated ? run : { ...run, activated: { ...activation, ...factsOf(facts) } },
    ),
    on(planRunActivationBarred, (run: RunState, attempt, facts) =>
      run.barred ? run : { ...run, barred: { ...attempt, ...factsOf(facts) } },
    ),
    ...saidFolds,
  ],
  tables: [planRunTable],
  open: (raw) =>
    documentStore<RunState>(raw, planRunTable, (run) => ({
      number: run.activated?.number ?? '',
      plan: run.activated?.plan ?? run.barred?.plan ?? '',
      state: runStateOf(run),
      activated_at: run.activated?.at ?? run.barred?.at ?? 0,
    })),
});
