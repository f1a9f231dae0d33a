import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { PlanTemplate } from '../../shared/plans/template';
import { derivedId } from '../random';

export interface ShippedPlan {
  /** Id its entry has on every desk that ships the same text. */
  version: string;
  template: PlanTemplate;
}

const read = new Map<string, ShippedPlan[]>();

/** The plans that ship with the product, in order of their files. Read once; a file that is not a plan is our bug and throws. */
export function shippedPlans(resources: string): ShippedPlan[] {
  let shipped = read.get(resources);
  if (!shipped) {
    const folder = join(resources, 'plans');
    const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
    shipped = files.sort().map((file) => {
      const template = PlanTemplate.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const hash = createHash('sha256').update(canonicalJson(template)).digest('hex');
      return { version: derivedId(`plan/${template.code}/${hash}`), template };
    });
    read.set(resources, shipped);
  }
  return shipped;
}

/** Every desk names a plan alike. */
export const planStream = (code: string): string => derivedId(`plan/${code}`);
