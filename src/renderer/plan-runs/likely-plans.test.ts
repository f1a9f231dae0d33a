import { expect, test } from 'vitest';
import { instantIn } from '../../shared/time';
import type { PlanCard } from '../../shared/plans/contract';
import { type Scenario, scenarios } from '../../shared/plans/scenarios';
import type { WarningRow } from '../../shared/warnings/record';
import { likelyPlans, plansFitting, scenarioOfHoliday } from './likely-plans';

const zone = 'Asia/Shanghai';
const card = (scenario: Scenario) =>
  ({ code: scenario, scenario, name: { zh: `预案${scenario}`, en: scenario }, levels: [1, 2], inForce: 'version' }) as unknown as PlanCard;
const warning = (scenario: string, level: string) => ({ id: scenario, outcome: 'inForce', level, contents: { scenario } }) as WarningRow;
const cards = scenarios.map(card);
const days = [
  { date: '2026-10-01', kind: 'holiday' as const, name: '国庆节' },
  { date: '2026-10-02', kind: 'holiday' as const, name: '国庆节' },
];
const at = (date: string) => instantIn(zone, date, '09:00') ?? 0;

test('what a warning in force points at stands first, the gravest on top; then the holiday that comes, with T at its first hour', () => {
  const warnings = [warning('iceAndSnow', 'III'), warning('rainstorm', 'I')];
  const offered = likelyPlans(cards, { warnings, days, zone, now: at('2026-09-22') });
  expect(offered.slice(0, 3).map(({ card: one }) => one.scenario)).toEqual(['rainstorm', 'iceAndSnow', 'nationalDay']);
  expect(offered[2]?.holiday?.target).toBe(instantIn(zone, '2026-10-01', '00:00'));
  expect(offered).toHaveLength(scenarios.length);
});

test('a holiday far ahead or over makes nothing likely, and a plan that is not in force is not offered', () => {
  const order = (now: number) => likelyPlans(cards, { warnings: [], days, zone, now }).map(({ card: one }) => one.scenario);
  expect(order(at('2026-05-01'))).toEqual([...scenarios]);
  expect(order(at('2026-10-03'))).toEqual([...scenarios]);
  const { inForce: _version, ...withdrawn } = card('rainstorm');
  expect(likelyPlans([withdrawn as PlanCard], { warnings: [], days, zone, now: at('2026-05-01') })).toEqual([]);
});

test('two letters of pinyin lead to a plan; each scenario has some of its own', () => {
  const offered = likelyPlans(cards, { warnings: [], days: [], zone, now: at('2026-05-01') });
  expect(plansFitting(offered, 'BY')[0]?.card.scenario).toBe('rainstorm');
  expect(plansFitting(offered, 'gq')[0]?.card.scenario).toBe('nationalDay');
  expect(plansFitting(offered, 'zzz')).toEqual([]);
  expect(scenarioOfHoliday('国庆节、中秋节')).toBeDefined();
});
