import { expect, test } from 'vitest';
import { smallPlan } from '../../../tests/support/small-plan';
import { emptyStep, freePostCode, freeStepCode, lineMoved, stepAdded, stepInPhase, stepMoved, stepRemoved } from './plan-edits';

const codes = (plan: ReturnType<typeof smallPlan> | undefined) => plan?.phases.map(({ steps }) => steps.map(({ code }) => code).join(' '));

test('a step moves within its phase, over its edge into the next one, and no further than the plan', () => {
  const plan = smallPlan();
  expect(codes(stepMoved(plan, { phase: 0, step: 0 }, 1)?.plan)?.[0]).toBe('isolate phoneReport patrol check');
  const over = stepMoved(plan, { phase: 0, step: 3 }, 1);
  expect(codes(over?.plan)).toEqual(['phoneReport isolate patrol', 'check count', 'review']);
  expect(over?.place).toEqual({ phase: 1, step: 0 });
  const back = over && stepMoved(over.plan, over.place, -1);
  expect(codes(back?.plan)).toEqual(codes(plan));
  expect(stepMoved(plan, { phase: 0, step: 0 }, -1)).toBeUndefined();
  expect(stepMoved(plan, { phase: 2, step: 0 }, 1)).toBeUndefined();
  expect(codes(stepInPhase(plan, { phase: 0, step: 0 }, 2)?.plan)?.[2]).toBe('review phoneReport');
  expect(codes(plan)).toEqual(codes(smallPlan()));
});

test('added below, taken away, with codes nobody has', () => {
  const plan = smallPlan();
  const added = stepAdded(plan, { phase: 0, step: 0 }, emptyStep(plan, 'duty', 'A+1h'));
  expect(codes(added)?.[0]).toBe('phoneReport step7 isolate patrol check');
  expect(freeStepCode(added)).toBe('step8');
  expect(codes(stepRemoved(added, { phase: 0, step: 1 }))).toEqual(codes(plan));
  expect(freePostCode(plan)).toBe('post5');
  expect(lineMoved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(lineMoved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
});
