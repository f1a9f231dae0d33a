import { z } from 'zod';
import { differencesOf } from '../service-profiles/differences';
import type { PlanShape, PlanStep } from './template-format';

const Step = z.union([z.string(), z.number()]);
/** One place in which two versions differ; parts of lists by their code. */
export const PlanDifference = z.object({ path: z.array(Step), before: z.unknown().optional(), after: z.unknown().optional() });
export type PlanDifference = z.infer<typeof PlanDifference>;

const Words = z.object({ zh: z.string(), en: z.string() });
/** Where a step stands: its phase, and which it is there, from 1. */
const Place = z.object({ phase: z.string(), name: Words, number: z.number() });

/** What became of one step, named by its code. */
export const StepChange = z.object({
  code: z.string(),
  what: Words,
  change: z.enum(['added', 'removed', 'kept']),
  before: Place.optional(),
  after: Place.optional(),
  /** `phase`: into another phase. `order`: within its phase, past steps that stayed where they were. */
  moved: z.enum(['phase', 'order']).optional(),
  /** Which of its fields differ, for a step that both have: `['due']`, `['evidence', 0, 'label']`. */
  fields: z.array(PlanDifference),
});
export type StepChange = z.infer<typeof StepChange>;

export const PlanComparison = z.object({
  /** Steps that differ, in the order of the later version; each removed one where it stood. */
  steps: z.array(StepChange),
  /** Everything else: triggers, levels, groups and posts, phases, reporting, kit, vehicles, annexes. */
  rest: z.array(PlanDifference),
});
export type PlanComparison = z.infer<typeof PlanComparison>;

interface Standing {
  step: PlanStep;
  place: z.infer<typeof Place>;
}

/** Two versions of a plan, step by step. A step is the same step wherever it stands, as long as it keeps its code. */
export function planComparison(before: PlanShape, after: PlanShape): PlanComparison {
  const [left, right] = [standingSteps(before), standingSteps(after)];
  const stayed = stepsThatStayed(left, right);
  const steps: StepChange[] = [];
  for (const [code, now] of right) {
    const then = left.get(code);
    if (!then) {
      steps.push({ code, what: now.step.what, change: 'added', after: now.place, fields: [] });
      continue;
    }
    const fields = differencesOf(then.step, now.step);
    const moved = then.place.phase !== now.place.phase ? 'phase' : stayed.has(code) ? undefined : 'order';
    if (fields.length === 0 && moved === undefined) continue;
    const both = { before: then.place, after: now.place };
    steps.push({ code, what: now.step.what, change: 'kept', ...both, ...(moved ? { moved } : {}), fields });
  }
  // Each removed one before what follows it, as far as that is still there.
  const removed = [...left].filter(([code]) => !right.has(code));
  for (const [code, { step, place }] of removed) {
    const change: StepChange = { code, what: step.what, change: 'removed', before: place, fields: [] };
    const at = steps.findIndex((one) => one.before !== undefined && one.before.phase === place.phase && one.before.number > place.number);
    steps.splice(at < 0 ? steps.length : at, 0, change);
  }
  return { steps, rest: differencesOf(withoutSteps(before), withoutSteps(after)) };
}

/** Whether two versions say the same. */
export function saysTheSame({ steps, rest }: PlanComparison): boolean {
  return steps.length + rest.length === 0;
}

function standingSteps({ phases }: PlanShape): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const { code: phase, name, steps } of phases) {
    for (const [i, step] of steps.entries()) standing.set(step.code, { step, place: { phase, name, number: i + 1 } });
  }
  return standing;
}

function withoutSteps(plan: PlanShape): unknown {
  return { ...plan, phases: plan.phases.map(({ steps: _, ...phase }) => phase) };
}

/** Of the steps that kept their phase, the most that also kept their order: who moved past them moved, not they. */
function stepsThatStayed(left: ReadonlyMap<string, Standing>, right: ReadonlyMap<string, Standing>): Set<string> {
  const stayed = new Set<string>();
  const phases = new Map<string, { code: string; then: number }[]>();
  for (const [code, { place }] of right) {
    const then = left.get(code)?.place;
    if (then?.phase !== place.phase) continue;
    const known = phases.get(place.phase);
    if (known) known.push({ code, then: then.number });
    else phases.set(place.phase, [{ code, then: then.number }]);
  }
  for (const steps of phases.values()) for (const code of longestRising(steps)) stayed.add(code);
  return stayed;
}

/** The longest run of steps whose former numbers rise. At most 120 steps to a phase: looking at every pair is quick enough. */
function longestRising(steps: readonly { code: string; then: number }[]): string[] {
  const runs: { length: number; from: number | undefined }[] = [];
  let best: number | undefined;
  for (const [i, { then }] of steps.entries()) {
    let from: number | undefined;
    for (let j = 0; j < i; j++) {
      if ((steps[j]?.then ?? Infinity) < then && (runs[j]?.length ?? 0) > (from === undefined ? 0 : (runs[from]?.length ?? 0))) from = j;
    }
    runs.push({ length: (from === undefined ? 0 : (runs[from]?.length ?? 0)) + 1, from });
    if (best === undefined || (runs[i]?.length ?? 0) > (runs[best]?.length ?? 0)) best = i;
  }
  const codes: string[] = [];
  for (let i = best; i !== undefined; i = runs[i]?.from) codes.unshift(steps[i]?.code ?? '');
  return codes;
}
