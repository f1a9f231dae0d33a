import { inForce } from '../../shared/in-force';
import { endOf, openProposal, runStateOf } from '../../shared/plan-runs/course';
import type { planRuns as contract } from '../../shared/plan-runs/contract';
import {
  planRunAlarmTaken,
  planRunEndDecided,
  planRunEndProposed,
  planRunEvaluated,
  planRunLessonNoted,
  planRunNoted,
  planRunReported,
  planRunReviewed,
} from '../../shared/plan-runs/events';
import { kitOf } from '../../shared/plan-runs/kit';
import { reportsDue } from '../../shared/plan-runs/reporting';
import { saidAs } from '../../shared/plan-runs/said';
import { stepsOf } from '../../shared/plan-runs/steps';
import { missingContents } from '../../shared/reports/contents';
import { isAhead } from '../../shared/duty-log/late';
import { append, type Decided, type HandlersOf, refuse } from '../handler';
import { provenCommand } from './proven';
import { wholeRun } from './read';
import { runUnderWay, stepOfRun } from './running';

type Handlers = Pick<
  HandlersOf<typeof contract>,
  'report' | 'note' | 'takeAlarm' | 'proposeEnd' | 'decideEnd' | 'noteLesson' | 'evaluate' | 'review'
>;

/** Situation reports, the end of a run and what comes after it. */
export const endHandlers = (passwordCost: number): Handlers => ({
  report: stepOfRun(({ id, report: code, stage, happenedAt, contents, ...facts }, { run, plan, activated, author }, { now, zone }) => {
    const rule = reportsDue(run, plan, zone).find((one) => one.code === code);
    if (!rule) return refuse('noSuchReport');
    const at = happenedAt ?? now;
    if (isAhead(at, now)) return refuse('timeInFuture', { at });
    if (at < activated.at) return refuse('timeBeforeStart', { at, start: activated.at });
    // The first report comes first, and nothing follows the final one.
    if ((rule.round === 0) !== (stage === 'first') || rule.last?.stage === 'final') return refuse('stageOrder', { sent: rule.round });
    const missing = missingContents(stage, contents);
    if (missing.length > 0) return refuse('contentsMissing', { parts: missing.join(',') });
    return planRunReported(id, { author, report: code, stage, happenedAt: at, contents, ...facts });
  }),
  note: ({ id, text }, context) =>
    wholeRun(context, id) ? append(planRunNoted(id, { author: context.officer.name, text })) : refuse('notFound'),
  takeAlarm: ({ id, alarm }, context) =>
    wholeRun(context, id) ? append(planRunAlarmTaken(id, { author: context.officer.name, alarm })) : refuse('notFound'),
  proposeEnd: (input, context) => {
    const found = runUnderWay(input.id, context, ['running']);
    if ('refusal' in found) return found;
    if (openProposal(found.run)) return refuse('alreadyProposed');
    const replaces = inForce(saidAs(found.run, 'proposeEnd')).map(({ entry }) => entry);
    return append(planRunEndProposed(input.id, { author: found.author, proposer: input.proposer, text: input.text, replaces }));
  },
  decideEnd: provenCommand(passwordCost, ({ id, approved, text }, context, proven): Decided<null> => {
    const found = runUnderWay(id, context, ['running']);
    if ('refusal' in found) return found;
    const { run, plan, activated, author } = found;
    const proposal = openProposal(run);
    if (!proposal) return refuse('notProposed');
    const enders = plan.levels.find(({ level }) => level === activated.level)?.endedBy ?? ['leadingGroup'];
    if (!enders.some((role) => proven.roles.includes(role))) return refuse('mayNotEnd', { roles: enders.join(',') });
    if (!approved && text === '') return refuse('noteNeeded');
    const replaces = saidAs(run, 'proposeEnd').map(({ entry }) => entry);
    return append(planRunEndDecided(id, { author, decidedBy: proven.person, approved, text, replaces: replaces.slice(-40) }));
  }),
  noteLesson: ({ id, text, step, proposal }, context) => {
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    if (endOf(found.run) === undefined) return refuse('stillRunning');
    if (step !== undefined && !stepsOf(found.run, found.plan, context.zone, context.now).some(({ code }) => code === step)) {
      return refuse('noSuchStep', { step });
    }
    return append(planRunLessonNoted(id, { author: context.officer.name, text, ...(step === undefined ? {} : { step }), proposal }));
  },
  evaluate: ({ id, points, summary }, context) => {
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    if (!found.activated.drill) return refuse('notADrill');
    if (endOf(found.run) === undefined) return refuse('stillRunning');
    for (const { code, given } of points) {
      const point = found.plan.evaluation.find((one) => one.code === code);
      if (!point) return refuse('noSuchPoint', { point: code });
      if (given > point.points) return refuse('tooManyPoints', { item: point.item.zh, itemEn: point.item.en, most: point.points });
    }
    const { officer } = context;
    const evaluator = { ...(officer.personId === undefined ? {} : { id: officer.personId }), name: officer.name };
    const replaces = inForce(saidAs(found.run, 'evaluate')).map(({ entry }) => entry);
    return append(planRunEvaluated(id, { author: officer.name, evaluator, points, summary, replaces }));
  },
  review: ({ id, summary }, context) => {
    const found = wholeRun(context, id);
    if (!found) return refuse('notFound');
    const state = runStateOf(found.run);
    if (state === 'running') return refuse('stillRunning');
    if (state !== 'ended') return refuse('alreadyReviewed', { state });
    const out = kitOf(found.run, found.plan).find(({ issued, returned }) => issued > returned);
    if (out) return refuse('kitNotBack', { name: out.name.zh, nameEn: out.name.en, out: out.issued - out.returned });
    const owed = reportsDue(found.run, found.plan, context.zone).find(({ last }) => last?.stage !== 'final');
    if (owed) return refuse('reportOwed', { name: owed.name.zh, nameEn: owed.name.en });
    return append(planRunReviewed(id, { author: context.officer.name, summary }));
  },
});
