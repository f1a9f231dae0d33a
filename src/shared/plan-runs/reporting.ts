import { momentOf } from '../plans/plan-time';
import type { PlanReporting, PlanShape } from '../plans/template-format';
import { millisecondsOf } from '../service-profiles/duration';
import type { Instant } from '../time';
import { amberFrom, type Urgency } from '../urgency';
import { anchorsOf, endOf, levelNow } from './course';
import { type RunState, type SaidAs, saidAs } from './said';

export interface ReportDue extends PlanReporting {
  /** Which one this is: 0 is the first report (首报). */
  round: number;
  /** Undefined once the final report (终报) was given. */
  due?: Instant;
  amberAt?: Instant;
  last?: SaidAs<'report'>;
}

/**
 * When each situation report is due: the first at its time, each follow-up (续报) so long after the one before, until the final report
 * (终报). After the end the final one is owed at once.
 */
export function reportsDue(run: RunState, plan: Pick<PlanShape, 'reporting'>, zone: string): ReportDue[] {
  const level = levelNow(run);
  const ended = endOf(run);
  return plan.reporting.flatMap((rule) => {
    if (level === undefined || (rule.levels && !rule.levels.includes(level))) return [];
    const sent = saidAs(run, 'report').filter(({ report }) => report === rule.code);
    const last = sent.at(-1);
    const round = sent.length;
    if (last?.stage === 'final') return [{ ...rule, round, last }];
    const anchors = anchorsOf(run, rule.levels);
    const start = last?.happenedAt ?? anchors?.activated ?? 0;
    const regular = last ? last.happenedAt + millisecondsOf(rule.every) : anchors && momentOf(rule.first, anchors, zone);
    if (regular === undefined) return [{ ...rule, round, ...(last ? { last } : {}) }];
    const due = ended === undefined ? regular : Math.min(regular, Math.max(ended, start));
    return [{ ...rule, round, due, amberAt: amberFrom(start, due), ...(last ? { last } : {}) }];
  });
}

export function reportUrgency({ due, amberAt }: Pick<ReportDue, 'due' | 'amberAt'>, now: Instant): Urgency {
  if (due === undefined) return 'calm';
  if (now > due) return 'red';
  return now >= (amberAt ?? due) ? 'amber' : 'calm';
}
