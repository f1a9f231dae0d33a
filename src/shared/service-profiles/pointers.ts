import type { Clock, ClockRule, Doer, ProfileShape, Telling, When } from './profile-format';

type Path = (string | number)[];

/** What is wrong in a profile of the right shape: where, and a word for what. */
export interface BrokenPointer {
  path: Path;
  /** `codeTwice`, `pointsNowhere`, `spanOrder`, `neverReached`. */
  message: string;
}

/**
 * Every place where a profile points at a part of itself that is not there, names one part twice, or has a rule that a broader
 * one before it leaves nothing to.
 */
export function brokenPointers(profile: ProfileShape): BrokenPointer[] {
  const broken: BrokenPointer[] = [];
  const say = (message: string, ...path: Path) => broken.push({ path, message });
  const codes = (list: readonly { code: string }[], ...at: Path): Set<string> => {
    const seen = new Set<string>();
    for (const [i, { code }] of list.entries()) {
      if (seen.has(code)) say('codeTwice', ...at, i, 'code');
      seen.add(code);
    }
    return seen;
  };
  const within = (known: ReadonlySet<string> | undefined, code: string | undefined, ...path: Path) => {
    if (code !== undefined && !known?.has(code)) say('pointsNowhere', ...path);
  };
  const hours = codes(profile.hours, 'hours');
  const classes = codes(profile.classes, 'classes');
  const tiers = codes(profile.tiers, 'tiers');
  const clocks = codes(profile.clocks, 'clocks');
  const services = codes(profile.services, 'services');
  for (const part of ['traits', 'raises', 'duties', 'goals', 'handling'] as const) codes(profile[part], part);
  const traits = new Map(profile.traits.map(({ code, options }, i) => [code, codes(options, 'traits', i, 'options')]));

  const when = (rule: When | undefined, ...path: Path) => {
    for (const [i, code] of (rule?.class ?? []).entries()) within(classes, code, ...path, 'class', i);
    within(hours, rule?.beginsIn, ...path, 'beginsIn');
    within(hours, rule?.beginsOutside, ...path, 'beginsOutside');
    chosen(traits, rule?.traits, ...path, 'traits');
  };
  const chosen = (known: ReadonlyMap<string, ReadonlySet<string>>, said: Record<string, string[]> | undefined, ...path: Path) => {
    for (const [name, values] of Object.entries(said ?? {})) {
      const options = known.get(name);
      if (!options) say('pointsNowhere', ...path, name);
      else for (const [i, value] of values.entries()) within(options, value, ...path, name, i);
    }
  };
  const doer = (who: Doer, ...path: Path) => {
    if (typeof who === 'object' && 'tier' in who) within(tiers, who.tier, ...path, 'tier');
  };
  const telling = (rule: Telling | undefined, ...path: Path) => {
    for (const side of ['amber', 'breach'] as const) for (const [i, who] of (rule?.[side] ?? []).entries()) doer(who, ...path, side, i);
  };

  for (const [i, { spans }] of profile.hours.entries()) {
    let end = '';
    for (const [j, span] of spans.entries()) {
      if (span.from >= span.until || span.from < end) say('spanOrder', 'hours', i, 'spans', j);
      end = span.until;
    }
  }
  for (const [i, { code, usual }] of profile.traits.entries()) within(traits.get(code), usual, 'traits', i, 'usual');
  for (const [i, { guide }] of profile.classes.entries()) {
    codes(guide, 'classes', i, 'guide');
    for (const [j, step] of guide.entries()) {
      when(step.when, 'classes', i, 'guide', j, 'when');
      doer(step.by, 'classes', i, 'guide', j, 'by');
    }
  }
  for (const [i, clock] of profile.clocks.entries()) {
    telling(clock.telling, 'clocks', i, 'telling');
    for (const [j, rule] of clock.rules.entries()) {
      when(rule.when, 'clocks', i, 'rules', j, 'when');
      within(hours, rule.hours, 'clocks', i, 'rules', j, 'hours');
      if (isNeverReached(clock, rule, j)) say('neverReached', 'clocks', i, 'rules', j);
    }
  }
  telling(profile.telling, 'telling');
  for (const [i, { when: condition, tier }] of profile.takeOver.entries()) {
    when(condition, 'takeOver', i, 'when');
    within(tiers, tier, 'takeOver', i, 'tier');
  }
  for (const [i, raise] of profile.raises.entries()) {
    when(raise.when, 'raises', i, 'when');
    within(clocks, raise.over, 'raises', i, 'over');
  }
  for (const [i, { steps, limits }] of profile.services.entries()) {
    const known = codes(steps, 'services', i, 'steps');
    const choices = new Map(steps.map((step, j) => [step.code, codes(step.choices ?? [], 'services', i, 'steps', j, 'choices')] as const));
    for (const [j, step] of steps.entries()) {
      doer(step.by, 'services', i, 'steps', j, 'by');
      chosen(choices, step.when, 'services', i, 'steps', j, 'when');
      chosen(choices, step.unless, 'services', i, 'steps', j, 'unless');
      for (const [k, { becomes }] of (step.choices ?? []).entries()) {
        within(services, becomes, 'services', i, 'steps', j, 'choices', k, 'becomes');
      }
    }
    codes(limits, 'services', i, 'limits');
    for (const [j, limit] of limits.entries()) {
      if (limit.from !== 'registered' && limit.from !== 'planned') within(known, limit.from, 'services', i, 'limits', j, 'from');
      within(known, limit.until, 'services', i, 'limits', j, 'until');
      within(hours, limit.hours, 'services', i, 'limits', j, 'hours');
      chosen(choices, limit.when, 'services', i, 'limits', j, 'when');
    }
  }
  return broken;
}

/** A rule before it holds whatever this one asks for: for everything, or for the same conditions and more. */
function isNeverReached({ rules }: Clock, { when = {} }: ClockRule, at: number): boolean {
  return rules.slice(0, at).some(({ when: earlier = {} }) => covers(earlier, when));
}

function covers(broad: When, narrow: When): boolean {
  const among = (wide: readonly string[] | undefined, near: readonly string[] | undefined) =>
    wide === undefined || (near !== undefined && near.every((value) => wide.includes(value)));
  return (
    among(broad.class, narrow.class) &&
    among(broad.priority, narrow.priority) &&
    among(broad.subsystem, narrow.subsystem) &&
    among(broad.source, narrow.source) &&
    Object.entries(broad.traits ?? {}).every(([name, values]) => among(values, narrow.traits?.[name])) &&
    (broad.beginsIn === undefined || broad.beginsIn === narrow.beginsIn) &&
    (broad.beginsOutside === undefined || broad.beginsOutside === narrow.beginsOutside)
  );
}
