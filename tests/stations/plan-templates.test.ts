import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PlanTemplate } from '../../src/shared/plans/template';
import { PlanShape } from '../../src/shared/plans/template-format';
import { momentOf } from '../../src/shared/plans/plan-time';
import { smallPlan } from '../support/small-plan';

const folder = join(import.meta.dirname, '../../resources/plans');
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
const plans = files.map((file) => ({ file, plan: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }));

test('the format lies beside the plans as JSON Schema, in step (vitest -u writes it anew)', async () => {
  const schema = { title: 'Emergency plan (应急预案)', ...z.toJSONSchema(PlanShape, { io: 'input' }) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'plan.schema.json'));
});

test.each(plans)('$file is a plan, and every pointer in it points at something', ({ plan }) => {
  const parsed = PlanTemplate.safeParse(plan);
  expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual([]);
});

const problems = (plan: unknown) =>
  (PlanTemplate.safeParse(plan).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('a plan that points nowhere is refused, and each place is named', () => {
  expect(problems(smallPlan())).toEqual([]);
  expect(problems(smallPlan({ commander: 'nobody' }))).toEqual(['commander: pointsNowhere']);
  const plan = smallPlan();
  const [phase] = plan.phases;
  const [group] = plan.groups;
  if (!phase || !group) throw new Error('the small plan has phases and groups');
  const steps = phase.steps.map((step, i) => (i === 1 ? { ...step, code: 'phoneReport', who: 'nobody', levels: [3 as const] } : step));
  expect(problems({ ...plan, phases: [{ ...phase, steps }] })).toEqual([
    'phases.0.steps.1.code: codeTwice',
    'phases.0.steps.1.who: pointsNowhere',
    'phases.0.steps.1.levels.0: levelMissing',
  ]);
  const leaderless = group.posts.map((post) => ({ ...post, leads: false }));
  expect(problems({ ...plan, groups: [{ ...group, posts: leaderless }, ...plan.groups.slice(1)] })).toEqual(['groups.0.posts: oneLeader']);
});

test('a time of a plan hangs on T, the activation or the end; a time of day is read on that date', () => {
  const zone = 'Asia/Shanghai';
  const at = (text: string) => Date.parse(`${text}:00+08:00`);
  const anchors = { target: at('2027-10-01T00:00'), activated: at('2027-09-20T14:00') };
  expect(momentOf('T-7d', anchors, zone)).toBe(at('2027-09-24T00:00'));
  expect(momentOf('T-3d 18:00', anchors, zone)).toBe(at('2027-09-28T18:00'));
  expect(momentOf('T+0d 08:00', anchors, zone)).toBe(at('2027-10-01T08:00'));
  expect(momentOf('A+15min', anchors, zone)).toBe(at('2027-09-20T14:15'));
  expect(momentOf('E+3d', anchors, zone)).toBeUndefined();
  expect(momentOf('E+3d', { ...anchors, ended: at('2027-10-08T09:00') }, zone)).toBe(at('2027-10-11T09:00'));
});
