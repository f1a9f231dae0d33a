import type { PlanPhase, PlanShape, PlanStep } from '../../shared/plans/template';

/** Where a step stands: which phase, which of its steps. */
export interface StepPlace {
  phase: number;
  step: number;
}

/** The plan with one step moved up or down by one; at the end of its phase into the next one. Undefined where it can go no further. */
export function stepMoved(plan: PlanShape, { phase, step }: StepPlace, by: -1 | 1): { plan: PlanShape; place: StepPlace } | undefined {
  const steps = plan.phases[phase]?.steps;
  if (!steps?.[step]) return undefined;
  const at = step + by;
  if (at >= 0 && at < steps.length) return placed(plan, { phase, step }, { phase, step: at });
  const next = plan.phases[phase + by];
  if (!next) return undefined;
  return placed(plan, { phase, step }, { phase: phase + by, step: by > 0 ? 0 : next.steps.length });
}

/** The plan with one step as the last of another phase. */
export function stepInPhase(plan: PlanShape, from: StepPlace, phase: number): { plan: PlanShape; place: StepPlace } | undefined {
  return placed(plan, from, { phase, step: plan.phases[phase]?.steps.length ?? 0 });
}

function placed(plan: PlanShape, from: StepPlace, to: StepPlace): { plan: PlanShape; place: StepPlace } | undefined {
  const moving = plan.phases[from.phase]?.steps[from.step];
  if (!moving || !plan.phases[to.phase]) return undefined;
  const phases = plan.phases.map((phase): PlanPhase => ({ ...phase, steps: [...phase.steps] }));
  phases[from.phase]?.steps.splice(from.step, 1);
  phases[to.phase]?.steps.splice(to.step, 0, moving);
  return { plan: { ...plan, phases }, place: to };
}

/** The plan with a step put in below another; with `step: -1` as the first of its phase. */
export function stepAdded(plan: PlanShape, { phase, step }: StepPlace, added: PlanStep): PlanShape {
  const phases = plan.phases.map((one, i) => (i === phase ? { ...one, steps: one.steps.toSpliced(step + 1, 0, added) } : one));
  return { ...plan, phases };
}

/** The plan without one step. */
export function stepRemoved(plan: PlanShape, { phase, step }: StepPlace): PlanShape {
  return { ...plan, phases: plan.phases.map((one, i) => (i === phase ? { ...one, steps: one.steps.toSpliced(step, 1) } : one)) };
}

/** A step that says nothing yet, for the post that does the one above. */
export function emptyStep(plan: PlanShape, who: string, due: string): PlanStep {
  return { code: freeStepCode(plan), what: { zh: '', en: '' }, who, due, critical: false };
}

/** A code no step of the plan has: a step keeps its own from version to version, so none is used twice. */
export function freeStepCode(plan: PlanShape): string {
  const taken = new Set(plan.phases.flatMap(({ steps }) => steps.map(({ code }) => code)));
  for (let i = taken.size + 1; ; i++) if (!taken.has(`step${i}`)) return `step${i}`;
}

/** A code no post of the plan has: steps point at posts of any group. */
export function freePostCode(plan: PlanShape): string {
  const taken = new Set(plan.groups.flatMap(({ posts }) => posts.map(({ code }) => code)));
  for (let i = taken.size + 1; ; i++) if (!taken.has(`post${i}`)) return `post${i}`;
}

/** A list with one line moved by one; the same where it can go no further. */
export function lineMoved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const lines = [...list];
  if (to < 0 || to >= lines.length) return lines;
  lines.splice(to, 0, ...lines.splice(at, 1));
  return lines;
}
