import { scenarios } from '../../shared/plans/scenarios';
import type { PlanCard, PlanVersionCard, WholePlan } from '../../shared/plans/contract';
import type { PlanTemplate } from '../../shared/plans/template';
import { isContested, versionState } from '../../shared/plans/version-state';
import type { KeptPlan } from './projection';
import { keptPlan, keptPlans, planInForce } from './read';
import { type ReviewContext, reviewDueOf } from './review';
import { shippedPlans } from './shipped';

interface KnownVersion extends Omit<PlanVersionCard, 'own'> {
  template: PlanTemplate;
  /** Account that submitted it; undefined for what ships. */
  by?: string;
}

/** A plan with all its versions, on record or shipped and never used yet. */
export interface KnownPlan {
  code: string;
  kept?: KeptPlan | undefined;
  versions: KnownVersion[];
}

/** Every plan the station knows, in the order of the scenarios; several of one scenario by code. */
export function knownPlans(context: ReviewContext): KnownPlan[] {
  const kept = new Map(keptPlans(context.raw).map((plan) => [plan.code, plan]));
  const codes = new Set([...kept.keys(), ...shippedPlans(context.resources).map(({ template }) => template.code)]);
  const place = (plan: KnownPlan) => scenarios.indexOf(newestOf(plan)?.template.scenario ?? 'newYear');
  return [...codes]
    .sort()
    .flatMap((code) => known(context, code, kept.get(code)) ?? [])
    .sort((one, other) => place(one) - place(other));
}

export function knownPlan(context: ReviewContext, code: string): KnownPlan | undefined {
  return known(context, code, keptPlan(context.raw, code));
}

/** The version an edit starts from: the last on record, else what ships. */
export function newestOf({ kept, versions }: KnownPlan): KnownVersion | undefined {
  return versions[Math.max(0, (kept?.versions.length ?? 0) - 1)];
}

function known(context: ReviewContext, code: string, kept: KeptPlan | undefined): KnownPlan | undefined {
  const inForce = planInForce(context, code)?.version;
  const shipped = shippedPlans(context.resources).filter(({ template }) => template.code === code);
  const decisions = kept?.decisions ?? [];
  const standing = (version: string, ships: boolean) => ({
    shipped: ships,
    state: versionState(version, { shipped: ships, inForce: version === inForce }, decisions),
    contested: isContested(version, decisions),
  });
  const versions: KnownVersion[] = (kept?.versions ?? []).map(({ version, template, at, author, by, basedOn, reason }, i) => ({
    version,
    number: i + 1,
    at,
    author,
    reason,
    ...(basedOn === undefined ? {} : { basedOn }),
    // What an earlier release shipped was put on record by nobody, too.
    ...standing(version, author === '' || shipped.some((one) => one.version === version)),
    template,
    ...(author === '' ? {} : { by }),
  }));
  for (const { version, template } of shipped) {
    if (versions.some((one) => one.version === version)) continue;
    versions.push({ version, number: versions.length + 1, author: '', reason: '', ...standing(version, true), template });
  }
  // Nothing but decisions about a plan whose text has not arrived from the other desk.
  return versions.length === 0 ? undefined : { code, kept, versions };
}

/** Every plan as it stands, for who asks. */
export function planCards(context: ReviewContext, asker: string): PlanCard[] {
  return knownPlans(context).flatMap((plan) => {
    const newest = newestOf(plan);
    if (!newest) return [];
    const inForce = plan.versions.find(({ state }) => state === 'inForce');
    const { scenario, name, levels, phases } = (inForce ?? newest).template;
    const last = plan.kept?.decisions.findLast(({ what }) => what === 'published' || what === 'withdrawn');
    const reviewDue = reviewDueOf(context, plan.code);
    const bases = plan.versions.flatMap(({ basedOn }) => basedOn ?? []);
    return {
      code: plan.code,
      scenario,
      name,
      levels: levels.map(({ level }) => level).sort((one, other) => one - other),
      steps: phases.reduce((sum, { steps }) => sum + steps.length, 0),
      ...(inForce ? { inForce: inForce.version } : {}),
      ...(last?.what === 'withdrawn' ? { withdrawn: { author: last.author, at: last.at, reason: last.text } } : {}),
      ...(reviewDue === undefined ? {} : { reviewDue }),
      newest: newest.version,
      waiting: plan.versions.filter(({ state }) => state === 'waiting').length,
      madeApart: new Set(bases).size < bases.length,
      versions: plan.versions.map((version) => cardOf(version, asker)),
    };
  });
}

const cardOf = ({ template: _, by, ...card }: KnownVersion, asker: string): PlanVersionCard => ({ ...card, own: by === asker });

/** A version whole; without one the version in force, else the newest. */
export function wholePlan(context: ReviewContext, code: string, version: string | undefined, asker: string): WholePlan | undefined {
  const plan = knownPlan(context, code);
  const found = plan?.versions.find((one) => (version === undefined ? one.state === 'inForce' : one.version === version));
  const whole = found ?? (plan && version === undefined ? newestOf(plan) : undefined);
  if (!plan || !whole) return undefined;
  const decisions = (plan.kept?.decisions ?? []).filter((said) => said.version === undefined || said.version === whole.version);
  return {
    ...cardOf(whole, asker),
    code,
    plan: whole.template,
    decisions: decisions.map(({ version: _, ...said }) => said),
  };
}
