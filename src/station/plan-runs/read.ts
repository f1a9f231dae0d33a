import type { RunState } from '../../shared/plan-runs/said';
import { saidAs } from '../../shared/plan-runs/said';
import type { PlanTemplate } from '../../shared/plans/template';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { planVersion } from '../plans';

export type RunContext = Pick<Context, 'raw' | 'db' | 'resources' | 'zone' | 'now'>;

export interface StoredRun {
  id: string;
  run: RunState;
}

/** A run of this station's tables with the template it was started from. */
export interface WholeRun extends StoredRun {
  activated: NonNullable<RunState['activated']>;
  plan: PlanTemplate;
  /** Runs joined into it; what stands in them is counted in. */
  joined: { id: string; number: string }[];
}

export function runById(raw: Raw, id: string): RunState | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM plan_runs WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as RunState);
}

/** Runs of these states, the newest first. */
export function runsIn(raw: Raw, states: readonly string[], limit = 500): StoredRun[] {
  return statement<unknown[], { id: string; doc: string }>(
    raw,
    `SELECT id, doc FROM plan_runs WHERE state IN (${states.map(() => '?').join(', ')}) ORDER BY activated_at DESC, id DESC LIMIT ?`,
  )
    .all(...states, limit)
    .map(({ id, doc }) => ({ id, run: JSON.parse(doc) as RunState }));
}

/**
 * A run as it is to be looked at: with its template, and with everything that stands in the runs joined into it, in the order it was
 * said, also what arrived after the joining. Undefined without its activation, or while its template has not arrived from the other desk.
 */
export function wholeRun(context: RunContext, id: string, stored: RunState | undefined = runById(context.raw, id)): WholeRun | undefined {
  const { activated } = stored ?? {};
  const plan = activated && planVersion(context, activated.plan, activated.version);
  if (!stored || !activated || !plan) return undefined;
  const joined = saidAs(stored, 'join').map(({ other, number }) => ({ id: other, number }));
  if (joined.length === 0) return { id, run: stored, activated, plan, joined };
  const others = joined.flatMap(({ id: other }) => (other === id ? [] : (runById(context.raw, other) ?? [])));
  const said = [...stored.said, ...others.flatMap((other) => other.said.filter(({ verb }) => verb !== 'joinedInto' && verb !== 'join'))];
  said.sort((one, other) => one.at - other.at || (one.entry < other.entry ? -1 : 1));
  return { id, run: { ...stored, activated: withHolders(activated, others), said }, activated, plan, joined };
}

/** Posts that the activation left empty are held by those the other desk put there. */
function withHolders(activated: NonNullable<RunState['activated']>, others: readonly RunState[]): NonNullable<RunState['activated']> {
  const held = new Map(activated.posts.map((post) => [post.post, post]));
  for (const other of others) {
    for (const post of other.activated?.posts ?? []) {
      if ((held.get(post.post)?.people.length ?? 0) === 0) held.set(post.post, post);
    }
  }
  return { ...activated, posts: [...held.values()] };
}

/** Every run under way, drills counted in. */
export function runsUnderWay(context: RunContext): WholeRun[] {
  return runsIn(context.raw, ['running', 'ended']).flatMap(({ id, run }) => wholeRun(context, id, run) ?? []);
}
