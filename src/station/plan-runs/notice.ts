import { planRunFaultNoticed, planRunOverdueNoted } from '../../shared/plan-runs/events';
import { runStateOf, targetOf } from '../../shared/plan-runs/course';
import { toldBy } from '../../shared/plan-runs/overdue';
import { saidAs } from '../../shared/plan-runs/said';
import { isSettled } from '../../shared/plan-runs/steps';
import { day } from '../../shared/time';
import { statement } from '../database/statements';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { pictureOf } from './picture';
import { runsUnderWay, type WholeRun } from './read';

type Noticed = ReturnType<Notice>;

/**
 * What falls due in a run as time passes: steps and reports that were not done in time, told to the leader of the group and five minutes
 * later to the shift leader, once each, also when the station was off meanwhile; faults on what the plan depends on.
 */
export const noticeRuns: Notice = (context) =>
  runsUnderWay(context).flatMap((whole) => {
    const { id, run } = whole;
    const told = new Set(saidAs(run, 'overdue').map(({ what, code, round, due, told: to }) => `${what}/${code}/${round}/${due}/${to}`));
    const { steps, reports } = pictureOf(whole, context);
    const owed = [
      ...steps.flatMap((step) =>
        isSettled(step) || step.lapsed || step.due === undefined
          ? []
          : [{ what: 'step' as const, code: step.code, round: step.round, due: step.due }],
      ),
      ...reports.flatMap(({ code, round, due }) => (due === undefined ? [] : [{ what: 'report' as const, code, round, due }])),
    ];
    const overdue = owed.flatMap(({ what, code, round, due }) =>
      toldBy(due, context.now).flatMap((to) => {
        const key = `${what}/${code}/${round}/${due}/${to}`;
        return told.has(key)
          ? []
          : [{ ...planRunOverdueNoted(id, { what, code, round, due, told: to }), derivedId: derivedId(`planRun/${id}/${key}`) }];
      }),
    );
    return [...overdue, ...touchedBy(whole, context)];
  });

/**
 * Faults reported since the run began on a subsystem the plan depends on, in its area; a bad point of a check is linked already. What is
 * announced long ahead depends on nothing before the checks of its last seven days (domain.md 5).
 */
function touchedBy({ id, run, plan, activated }: WholeRun, { raw, now }: Parameters<Notice>[0]): Noticed {
  if (plan.dependsOn.length === 0 || runStateOf(run) !== 'running') return [];
  const since = plan.announced ? Math.max(activated.at, targetOf(run) - 7 * day) : activated.at;
  if (now < since) return [];
  const known = new Set(
    run.said.flatMap((one) =>
      one.verb === 'linkFault' || one.verb === 'faultNoticed' ? [one.fault.id] : one.verb === 'unlinkFault' ? [one.fault] : [],
    ),
  );
  const rows = statement<
    unknown[],
    { id: string; number: string; device: string | null; place: string; symptom: string; reportedAt: number }
  >(
    raw,
    `SELECT id, number, device, place, symptom, reported_at AS reportedAt FROM faults
     WHERE reported_at >= ? AND open = 1 AND number <> '' AND subsystem IN (${plan.dependsOn.map(() => '?').join(', ')})
     ORDER BY reported_at, id LIMIT 500`,
  ).all(since, ...plan.dependsOn);
  const area = activated.area;
  return rows
    .filter(({ id: fault, device, place }) => !known.has(fault) && (area === '' || `${device ?? ''} ${place}`.includes(area)))
    .map((fault) => {
      const title = [...`${fault.device ?? fault.place} ${fault.symptom}`.trim()].slice(0, 120).join('');
      const noticed = planRunFaultNoticed(id, { fault: { id: fault.id, number: fault.number, title }, at: fault.reportedAt });
      return { ...noticed, derivedId: derivedId(`planRun/${id}/fault/${fault.id}`) };
    });
}
