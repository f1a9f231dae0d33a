import type { planRuns as contract } from '../../shared/plan-runs/contract';
import {
  planRunActivated,
  planRunActivationBarred,
  planRunJoined,
  planRunJoinedInto,
  planRunLevelChanged,
  planRunTargetMoved,
  planRunWithdrawn,
} from '../../shared/plan-runs/events';
import { levelNow, runStateOf, targetOf } from '../../shared/plan-runs/course';
import { inForce } from '../../shared/in-force';
import type { PostHolders } from '../../shared/plan-runs/events';
import { saidAs } from '../../shared/plan-runs/said';
import type { PlanTemplate } from '../../shared/plans/template';
import type { OutputOf } from '../../shared/contract';
import { yearIn } from '../../shared/time';
import { append, type Decided, type HandlersOf, refuse, type Refused, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { planInForce, unrecordedPlan } from '../plans';
import { shiftAt } from '../roster';
import { letterOf } from '../unit';
import { filledPosts } from './filling';
import { provenCommand } from './proven';
import { runById, runsIn, wholeRun } from './read';
import { stepOfRun } from './running';

type Handlers = Pick<HandlersOf<typeof contract>, 'propose' | 'activate' | 'withdraw' | 'changeLevel' | 'moveTarget' | 'join'>;

/** Starting a run, calling it off, changing its level and its day; two runs of one plan become one. */
export const activationHandlers = (passwordCost: number): Handlers => ({
  propose: ({ plan: code, level }, context) => {
    const plan = planInForce(context, code)?.template;
    const rule = plan?.levels.find((one) => one.level === level);
    if (!plan) return refuse('notFound');
    if (!rule) return refuse('levelMissing', { level });
    return proposal(plan, level, rule.activatedBy, context);
  },
  activate: provenCommand(passwordCost, (input, context, proven) => {
    const { plan: code, level, drill, reason, area, warning, target } = input;
    const { raw, db, zone, now, journal, officer, newId } = context;
    const known = planInForce(context, code);
    if (!known) return refuse('notFound');
    const { template, version } = known;
    const rule = template.levels.find((one) => one.level === level);
    if (!rule) return refuse('levelMissing', { level });
    if (!rule.activatedBy.some((role) => proven.roles.includes(role))) {
      const attempt = { author: officer.name, plan: code, title: template.name, level, drill, triedBy: proven.person, reason };
      return refuse('mayNotActivate', { level, roles: rule.activatedBy.join(',') }, [planRunActivationBarred(newId(), attempt)]);
    }
    // Level I wants a second confirmation, a drill of it as well: whoever declares it proves it at that moment.
    if (level === 1 && !proven.signed) return refuse('confirmationNeeded', { level });
    if (template.announced && target === undefined) return refuse('targetNeeded');
    const posts = withChosen(filledPosts(template, context), input.posts);
    if (typeof posts === 'string') return refuse('noSuchPost', { post: posts });
    const id = newId();
    const number = nextNumber(raw, 'plan_runs', letterOf(db, journal.station), yearIn(zone, now));
    const activated = planRunActivated(id, {
      author: officer.name,
      number,
      plan: code,
      version,
      title: template.name,
      level,
      drill,
      reason,
      target: target ?? now,
      activatedBy: proven.person,
      ...(warning === undefined ? {} : { warning }),
      area,
      posts,
      shift: shiftAt(context, now).key,
    });
    const output = { id, number, steps: stepsAt(template, level).length, called: distinct(posts).size };
    return append([...unrecordedPlan(context, version), activated], output);
  }),
  withdraw: ({ id, reason }, context) => {
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    const barred = notRunning(id, context);
    if (barred) return barred;
    const rule = found.plan.levels.find(({ level }) => level === found.activated.level);
    if (rule && !rule.activatedBy.some((role) => context.officer.roles.includes(role))) {
      return refuse('mayNotActivate', { level: rule.level, roles: rule.activatedBy.join(',') });
    }
    return append(planRunWithdrawn(id, { author: context.officer.name, reason }));
  },
  changeLevel: provenCommand(passwordCost, ({ id, level, reason }, context, proven): Decided<null> => {
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    const barred = notRunning(id, context);
    if (barred) return barred;
    const from = levelNow(found.run) ?? found.activated.level;
    if (from === level) return refuse('sameLevel', { level });
    const rules = [level, from].map((one) => found.plan.levels.find((rule) => rule.level === one));
    const [to] = rules;
    if (!to) return refuse('levelMissing', { level });
    // Into level I and out of it, only who may declare it (domain.md 4).
    const graver = rules.find((rule) => rule?.level === 1) ?? to;
    if (!graver.activatedBy.some((role) => proven.roles.includes(role))) {
      return refuse('mayNotActivate', { level: graver.level, roles: graver.activatedBy.join(',') });
    }
    if (level === 1 && !proven.signed) return refuse('confirmationNeeded', { level });
    const replaces = inForce(saidAs(found.run, 'changeLevel')).map(({ entry }) => entry);
    return append(planRunLevelChanged(id, { author: context.officer.name, from, to: level, reason, decidedBy: proven.person, replaces }));
  }),
  moveTarget: stepOfRun(({ id, target, reason }, { run, author }) => {
    const from = targetOf(run);
    if (from === target) return refuse('sameTarget');
    const replaces = inForce(saidAs(run, 'moveTarget')).map(({ entry }) => entry);
    return planRunTargetMoved(id, { author, from, to: target, reason, replaces });
  }),
  join: stepOfRun(({ id, other, reason }, { activated, author }, context) => {
    if (other === id) return refuse('sameRun');
    const twin = runById(context.raw, other);
    if (!twin?.activated) return refuse('notFound');
    if (twin.activated.plan !== activated.plan || twin.activated.drill !== activated.drill) return refuse('otherPlan');
    if (runStateOf(twin) !== 'running') return refuse('notRunning', { state: runStateOf(twin) });
    return [
      planRunJoined(id, { author, other, number: twin.activated.number, reason }),
      planRunJoinedInto(other, { author, into: id, number: activated.number, reason }),
    ];
  }),
});

function notRunning(id: string, { raw }: SignedContext): Refused | undefined {
  const run = runById(raw, id);
  const state = run && runStateOf(run);
  return state === 'running' ? undefined : refuse('notRunning', { state: state ?? 'unheard' });
}

function proposal(plan: PlanTemplate, level: number, roles: readonly string[], context: SignedContext): OutputOf<typeof contract.propose> {
  const filled = filledPosts(plan, context);
  const counts = new Map(plan.groups.flatMap(({ posts }) => posts).map(({ code, count }) => [code, count]));
  const posts = filled.map((post) => ({ ...post, count: counts.get(post.post) ?? 0 }));
  return {
    may: roles.some((role) => (context.officer.roles as readonly string[]).includes(role)),
    roles: [...roles],
    posts,
    unfilled: posts.reduce((sum, { people, count }) => sum + Math.max(0, count - people.length), 0),
    toCall: distinct(filled).size,
    steps: stepsAt(plan, level).length,
    running: runsIn(context.raw, ['running'])
      .filter(({ run }) => run.activated?.plan === plan.code)
      .map(({ id, run }) => ({ id, number: run.activated?.number ?? '' })),
  };
}

const distinct = (posts: readonly PostHolders[]) => new Set(posts.flatMap(({ people }) => people.map(({ id, name }) => id ?? name)));

function stepsAt(plan: PlanTemplate, level: number) {
  return plan.phases.flatMap(({ steps }) => steps.filter(({ levels }) => levels === undefined || levels.some((one) => one === level)));
}

/** Posts as proposed, and those named otherwise as chosen; the code of a post the plan does not have. */
function withChosen(proposed: readonly PostHolders[], chosen: readonly PostHolders[]): PostHolders[] | string {
  const stranger = chosen.find(({ post }) => !proposed.some((one) => one.post === post));
  if (stranger) return stranger.post;
  return proposed.map((post) => chosen.find((one) => one.post === post.post) ?? post);
}
