import { dateIn, day, instantIn, type Instant } from '../../shared/time';
import type { CalendarDay } from '../../shared/calendar/calendar';
import type { PlanCard } from '../../shared/plans/contract';
import { holidayScenarios, type Scenario } from '../../shared/plans/scenarios';
import { holidaysIn } from '../../shared/warnings/holiday-prompts';
import type { WarningRow } from '../../shared/warnings/record';

/** A plan as it is offered, with what makes it likely now. */
export interface OfferedPlan {
  card: PlanCard;
  /** The warning in force it answers. */
  warning?: WarningRow;
  /** The holiday that comes or is on, and T from it: its first hour. */
  holiday?: { name: string; firstDay: string; target: Instant };
}

/** How far ahead a holiday makes its plan likely. */
const aheadOfHoliday = 45 * day;

/**
 * Plans that can be activated, the likely first: what a warning in force points at, the gravest first; the holiday that comes; then the
 * order of the plans themselves.
 */
export function likelyPlans(
  cards: readonly PlanCard[],
  facts: { warnings: readonly WarningRow[]; days: readonly CalendarDay[]; zone: string; now: Instant },
): OfferedPlan[] {
  const { warnings, days, zone, now } = facts;
  const inForce = warnings
    .filter(({ outcome }) => outcome === 'inForce')
    .toSorted((one, other) => (one.level ?? 'V').length - (other.level ?? 'V').length);
  const today = dateIn(zone, now);
  const coming = holidaysIn(days)
    .filter(({ lastDay }) => lastDay >= today)
    .flatMap(({ name, firstDay }) => {
      const target = instantIn(zone, firstDay, '00:00');
      const scenario = scenarioOfHoliday(name);
      return target === undefined || scenario === undefined || target > now + aheadOfHoliday ? [] : [{ name, firstDay, target, scenario }];
    });
  const offered = cards
    .filter(({ inForce: version }) => version !== undefined)
    .map((card): OfferedPlan & { rank: number } => {
      const warned = inForce.findIndex(({ contents }) => contents?.scenario === card.scenario || contents?.scenario === card.code);
      const warning = inForce[warned];
      const next = coming.find(({ scenario }) => scenario === card.scenario);
      const holiday = next && { name: next.name, firstDay: next.firstDay, target: next.target };
      const rank = warning ? warned : holiday ? 1_000 : 2_000;
      return { card, rank, ...(warning ? { warning } : {}), ...(holiday ? { holiday } : {}) };
    });
  return offered
    .toSorted((one, other) => one.rank - other.rank || (one.holiday?.target ?? 0) - (other.holiday?.target ?? 0))
    .map(({ rank: _rank, ...one }) => one);
}

/** Which plan a statutory holiday belongs to, by the name the calendar gives it; the longer name counts where two match. */
export function scenarioOfHoliday(name: string): Scenario | undefined {
  const [found] = Object.entries(holidayScenarios)
    .filter(([part]) => name.includes(part))
    .toSorted(([one], [other]) => other.length - one.length);
  return found?.[1];
}

/** Pinyin initials by which a scenario is typed; what officers say, so several may lead to one. */
const initials: Record<Scenario, readonly string[]> = {
  newYear: ['yd'],
  springFestival: ['cj'],
  qingming: ['qm'],
  labourDay: ['wy', 'ldj'],
  dragonBoat: ['dw', 'dwj'],
  midAutumn: ['zq', 'zqj'],
  nationalDay: ['gq', 'gqj'],
  rainstorm: ['by', 'fx'],
  iceAndSnow: ['bx', 'dx'],
  visitOfSuperiors: ['sj', 'jd'],
  majorEvent: ['zd', 'hd'],
  frontEnd: ['qd'],
  network: ['wl', 'cs'],
  machineRoom: ['jf'],
  cloudStorage: ['ypt', 'cc'],
  monitoringCentre: ['jk', 'zx'],
  securityIncident: ['aq', 'wa'],
  application: ['yy', 'xt'],
  powerFailure: ['td', 'dmj'],
};

/** Plans that fit what was typed: initials of the scenario, or a part of the name in either language. */
export function plansFitting(offered: readonly OfferedPlan[], typed: string): OfferedPlan[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...offered];
  const byInitials = offered.filter(({ card }) => initials[card.scenario].some((one) => one.startsWith(text)));
  const byName = offered.filter(
    (one) => !byInitials.includes(one) && (one.card.name.zh.includes(text) || one.card.name.en.toLowerCase().includes(text)),
  );
  return [...byInitials, ...byName];
}
