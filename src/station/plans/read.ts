import type { EventDraft } from '../../shared/event';
import { planSubmitted } from '../../shared/plans/events';
import type { PlanTemplate } from '../../shared/plans/template';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import type { KeptPlan } from './projection';
import { planStream, shippedPlans } from './shipped';

/** What reading a plan needs of the station. */
export type PlanContext = Pick<Context, 'raw' | 'resources'>;

/** A plan as runs start from it now. */
export interface PlanInForce {
  version: string;
  template: PlanTemplate;
}

const documents = new WeakMap<Raw, Map<string, KeptPlan>>();

/** A document is long and seldom changes: the same text is read once. */
function keptOf(raw: Raw, doc: string): KeptPlan {
  let known = documents.get(raw);
  if (!known || known.size > 64) documents.set(raw, (known = new Map<string, KeptPlan>()));
  let kept = known.get(doc);
  if (!kept) known.set(doc, (kept = JSON.parse(doc) as KeptPlan));
  return kept;
}

/** Everything on record about plans, by code. */
export function keptPlans(raw: Raw): KeptPlan[] {
  return statement<[], string>(raw, 'SELECT doc FROM plans ORDER BY code')
    .pluck()
    .all()
    .map((doc) => keptOf(raw, doc));
}

export function keptPlan(raw: Raw, code: string): KeptPlan | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM plans WHERE id = ?').pluck().get(planStream(code));
  return doc === undefined ? undefined : keptOf(raw, doc);
}

/** The version a run names; undefined while the other desk's entry that holds it has not arrived. */
export function planVersion({ raw, resources }: PlanContext, code: string, version: string): PlanTemplate | undefined {
  const kept = keptPlan(raw, code)?.versions.find((one) => one.version === version);
  return kept?.template ?? shippedPlans(resources).find((shipped) => shipped.version === version)?.template;
}

/** The plan of a code that runs start from: the version published last, else what ships; none once it was withdrawn. */
export function planInForce(context: PlanContext, code: string): PlanInForce | undefined {
  const kept = keptPlan(context.raw, code);
  const last = kept?.decisions.findLast(({ what }) => what === 'published' || what === 'withdrawn');
  if (last?.what === 'withdrawn') return undefined;
  if (last?.version !== undefined) {
    const template = planVersion(context, code, last.version);
    if (template) return { version: last.version, template };
  }
  const shipped = shippedPlans(context.resources).find(({ template }) => template.code === code);
  return shipped && { version: shipped.version, template: shipped.template };
}

/** Every plan that a run can be started from, in the order of the files, the unit's own ones after. */
export function plansInForce(context: PlanContext): PlanInForce[] {
  const codes = new Set([
    ...shippedPlans(context.resources).map(({ template }) => template.code),
    ...keptPlans(context.raw).map(({ code }) => code),
  ]);
  return [...codes].flatMap((code) => planInForce(context, code) ?? []);
}

/** What must be written before a run may name a version: a shipped one is put on record at its first use, on every desk under the same id. */
export function unrecordedPlan({ raw, resources }: PlanContext, version: string): (EventDraft & { derivedId: string })[] {
  const shipped = shippedPlans(resources).find((one) => one.version === version);
  if (!shipped || keptPlan(raw, shipped.template.code)?.versions.some((kept) => kept.version === version)) return [];
  const draft = planSubmitted(planStream(shipped.template.code), { author: '', template: shipped.template, reason: 'shipped' });
  return [{ ...draft, derivedId: version }];
}
