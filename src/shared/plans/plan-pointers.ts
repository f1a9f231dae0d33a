import type { BrokenPointer } from '../service-profiles/pointers';
import type { PlanShape, ResponseLevel } from './template-format';
import type { z } from 'zod';

type Path = (string | number)[];

/**
 * Every place where a plan names one part twice (`codeTwice`), points at a post that is not there (`pointsNowhere`), speaks of a level it
 * does not have (`levelMissing`), has a group without exactly one leading post (`oneLeader`), or a level without a step (`neverDone`).
 */
export function brokenPlanPointers(plan: PlanShape): BrokenPointer[] {
  const broken: BrokenPointer[] = [];
  const say = (message: string, ...path: Path) => broken.push({ path, message });
  const once = (list: readonly { code: string }[], seen: Set<string>, ...at: Path) => {
    for (const [i, { code }] of list.entries()) {
      if (seen.has(code)) say('codeTwice', ...at, i, 'code');
      seen.add(code);
    }
  };
  for (const part of ['triggers', 'groups', 'phases', 'reporting', 'kit', 'vehicles', 'evaluation', 'annexes'] as const) {
    once(plan[part], new Set(), part);
  }
  const posts = new Set<string>();
  for (const [i, group] of plan.groups.entries()) {
    once(group.posts, posts, 'groups', i, 'posts');
    if (group.posts.filter(({ leads }) => leads).length !== 1) say('oneLeader', 'groups', i, 'posts');
  }
  const levels = new Set<number>();
  for (const [i, { level }] of plan.levels.entries()) {
    if (levels.has(level)) say('codeTwice', 'levels', i, 'level');
    levels.add(level);
  }
  const known = (named: readonly z.infer<typeof ResponseLevel>[] | undefined, ...path: Path) => {
    for (const [i, level] of (named ?? []).entries()) if (!levels.has(level)) say('levelMissing', ...path, i);
  };
  if (!posts.has(plan.commander)) say('pointsNowhere', 'commander');
  const steps = new Set<string>();
  for (const [i, phase] of plan.phases.entries()) {
    once(phase.steps, steps, 'phases', i, 'steps');
    for (const [j, step] of phase.steps.entries()) {
      if (!posts.has(step.who)) say('pointsNowhere', 'phases', i, 'steps', j, 'who');
      known(step.levels, 'phases', i, 'steps', j, 'levels');
    }
  }
  for (const [i, report] of plan.reporting.entries()) {
    if (!posts.has(report.by)) say('pointsNowhere', 'reporting', i, 'by');
    known(report.levels, 'reporting', i, 'levels');
  }
  for (const [i, { level }] of plan.triggers.entries()) if (level !== undefined) known([level], 'triggers', i, 'level');
  for (const [i, { level }] of plan.levels.entries()) {
    const has = plan.phases.some((phase) => phase.steps.some((step) => step.levels === undefined || step.levels.includes(level)));
    if (!has) say('neverDone', 'levels', i);
  }
  return broken;
}
