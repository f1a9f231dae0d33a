import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PlanTemplate } from '../../src/shared/plans/template';
import { PlanShape } from '../../src/shared/plans/template-format';

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
