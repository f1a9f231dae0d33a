import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallPlan } from '../../../tests/support/small-plan';
import { planComparison, saysTheSame } from './comparison';
import type { PlanShape, PlanStep } from './template-format';

const respond = (plan: PlanShape) => plan.phases[0]?.steps ?? [];
const withSteps = (change: (steps: PlanStep[]) => PlanStep[]): PlanShape => {
  const plan = smallPlan();
  return { ...plan, phases: plan.phases.map((phase, i) => (i === 0 ? { ...phase, steps: change([...phase.steps]) } : phase)) };
};

test('nothing changed is nothing said', () => {
  expect(planComparison(smallPlan(), smallPlan())).toEqual({ steps: [], rest: [] });
});

test('a changed step names its field, an added and a removed one stand where they are', () => {
  const later = withSteps(([report, isolate, patrol, check]) => [
    { ...(report as PlanStep), due: 'A+10min' },
    { ...(isolate as PlanStep), code: 'bridge' },
    patrol as PlanStep,
    check as PlanStep,
  ]);
  const { steps, rest } = planComparison(smallPlan(), later);
  expect(rest).toEqual([]);
  expect(steps.map(({ code, change }) => `${code} ${change}`)).toEqual(['phoneReport kept', 'bridge added', 'isolate removed']);
  expect(steps[0]?.fields).toEqual([{ path: ['due'], before: 'A+15min', after: 'A+10min' }]);
  expect(steps[1]?.after).toMatchObject({ phase: 'respond', number: 2 });
  expect(steps[2]?.before).toMatchObject({ phase: 'respond', number: 2 });
});

test('one step taken to the end is one move, whatever it passed', () => {
  const later = withSteps(([first, ...others]) => [...others, first as PlanStep]);
  expect(planComparison(smallPlan(), later).steps).toMatchObject([{ code: 'phoneReport', change: 'kept', moved: 'order', fields: [] }]);
});

test('a step in another phase is the same step, moved', () => {
  const plan = smallPlan();
  const [respondPhase, close, after] = plan.phases;
  const [taken, ...left] = respond(plan);
  if (!respondPhase || !close || !after || !taken) throw new Error('the small plan has three phases');
  const later = { ...plan, phases: [{ ...respondPhase, steps: left }, { ...close, steps: [...close.steps, taken] }, after] };
  const { steps, rest } = planComparison(plan, later);
  expect(steps).toMatchObject([{ code: taken.code, moved: 'phase', before: { phase: 'respond' }, after: { phase: 'close', number: 2 } }]);
  expect(rest).toEqual([]);
});

test('groups, posts, kit and reporting are said by their codes', () => {
  const plan = smallPlan();
  const later: PlanShape = {
    ...plan,
    groups: plan.groups.map((group, i) =>
      i === 0 ? group : { ...group, posts: group.posts.map((post) => (post.code === 'repair' ? { ...post, count: 5 } : post)) },
    ),
    kit: [],
    reporting: plan.reporting.map((report) => ({ ...report, every: '30min' })),
  };
  expect(planComparison(plan, later).rest.map(({ path }) => path.join('.'))).toEqual([
    'groups.group1.posts.repair.count',
    'reporting.toLeadingGroup.every',
    'kit.splicer',
  ]);
});

test('shuffled steps: what stayed and what moved make up all, and the same text both ways is the same', () => {
  const codes = respond(smallPlan()).map(({ code }) => code);
  fc.assert(
    fc.property(fc.shuffledSubarray(codes, { minLength: 1 }), (order) => {
      const later = withSteps((steps) => order.flatMap((code) => steps.find((step) => step.code === code) ?? []));
      const { steps } = planComparison(smallPlan(), later);
      expect(steps.filter(({ change }) => change === 'removed')).toHaveLength(codes.length - order.length);
      expect(steps.some(({ change }) => change === 'added')).toBe(false);
      // At least one of them stays: a move is of one step past the others.
      expect(steps.filter(({ moved }) => moved === 'order').length).toBeLessThan(order.length);
      expect(saysTheSame(planComparison(later, later))).toBe(true);
    }),
    { seed: 20_261_122, numRuns: 200 },
  );
});
