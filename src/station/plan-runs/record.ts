import { inForce } from '../../shared/in-force';
import { levelNow, levelsOf, levelSides, openProposal, runStateOf } from '../../shared/plan-runs/course';
import { kitMovesOf, kitOf } from '../../shared/plan-runs/kit';
import { rollCallsOf } from '../../shared/plan-runs/muster';
import type { Marked, RunRecord, RunStep } from '../../shared/plan-runs/record';
import { reportUrgency } from '../../shared/plan-runs/reporting';
import { saidAs } from '../../shared/plan-runs/said';
import { type StepState, stepUrgency } from '../../shared/plan-runs/steps';
import { isSamePerson } from '../../shared/references';
import type { SignedContext } from '../handler';
import { shiftAfter, shiftAt } from '../roster';
import { alarmLines, cardOf, twinsOf } from './cards';
import { commanderIn } from './command';
import { pictureOf, type RunPicture } from './picture';
import type { WholeRun } from './read';
import { timelineOf } from './timeline';

/** All there is to one run, for the officer who asks. */
export function recordOf(whole: WholeRun, context: SignedContext): RunRecord {
  const { run, plan, activated, joined } = whole;
  const { officer } = context;
  const picture = pictureOf(whole, context);
  const state = runStateOf(run);
  const twins = state === 'running' ? twinsOf(context, activated) : [];
  const holds = (roles: readonly string[] | undefined) => (roles ?? []).some((role) => (officer.roles as readonly string[]).includes(role));
  const ruleOf = (level: number | undefined) => plan.levels.find((rule) => rule.level === level);
  const into = saidAs(run, 'joinedInto')[0];
  const withdrawn = saidAs(run, 'withdraw')[0];
  const proposal = openProposal(run);
  const review = saidAs(run, 'review')[0];
  const evaluated = inForce(saidAs(run, 'evaluate')).at(-1);
  const { id: _id, ...card } = cardOf(whole, picture, context, twins);
  return {
    id: whole.id,
    ...card,
    version: activated.version,
    reason: activated.reason,
    ...(activated.warning === undefined ? {} : { warning: activated.warning }),
    callScript: plan.callScript,
    may: {
      run: state === 'running' || state === 'ended',
      end: holds(ruleOf(activated.level)?.endedBy ?? ['leadingGroup']),
      withdraw: state === 'running' && holds(ruleOf(activated.level)?.activatedBy),
      changeLevel: state === 'running' && holds(ruleOf(levelNow(run))?.activatedBy),
    },
    levels: levelsOf(run),
    levelChoices: plan.levels.map(({ level }) => level),
    levelContested: levelSides(run).length > 0,
    groups: plan.groups.map(({ code, name, area }) => ({ code, name, ...(area ? { area } : {}) })),
    posts: picture.posts.map(({ code, group, name, does, count, leads, filling, people, unfilled, sides }) => ({
      code,
      group,
      name,
      does,
      count,
      leads,
      ...(filling ? { role: filling.role } : {}),
      people,
      unfilled,
      contested: sides.length > 0,
    })),
    command: commandOf(whole, context),
    phases: picture.phases,
    stepList: picture.steps.map((step) => stepLine(step, picture, context)),
    callOut: picture.callOut,
    kit: kitOf(run, plan),
    kitMoves: kitMovesOf(run),
    rollCalls: rollCallsOf(run),
    instructions: saidAs(run, 'instruct').map(({ entry, at, from, text, to, due }) => {
      const done = saidAs(run, 'instructionDone').find(({ instruction }) => instruction === entry);
      return {
        id: entry,
        at,
        from,
        text,
        to,
        ...(due === undefined ? {} : { due }),
        ...(done ? { doneAt: done.at, doneBy: done.author } : {}),
        note: done?.note ?? '',
      };
    }),
    reports: picture.reports.map((report) => ({
      code: report.code,
      name: report.name,
      by: report.by,
      to: report.to,
      means: report.means,
      every: report.every,
      round: report.round,
      ...(report.due === undefined ? {} : { due: report.due }),
      ...(report.amberAt === undefined ? {} : { amberAt: report.amberAt }),
      urgency: reportUrgency(report, context.now),
      sent: saidAs(run, 'report')
        .filter((sent) => sent.report === report.code)
        .map(({ entry, stage, happenedAt, author, to, means, contents }) => ({
          entry,
          stage,
          at: happenedAt,
          author,
          to,
          means,
          contents,
        })),
    })),
    faults: picture.faults,
    alarms: alarmLines(whole, picture, context),
    ...(proposal ? { endProposal: { entry: proposal.entry, at: proposal.at, proposer: proposal.proposer.name, text: proposal.text } } : {}),
    endDecisions: saidAs(run, 'decideEnd').map(({ at, decidedBy, approved, text }) => ({ at, decidedBy: decidedBy.name, approved, text })),
    lessons: saidAs(run, 'noteLesson').map(({ entry, at, author, text, step, proposal: edit }) => ({
      entry,
      at,
      author,
      text,
      ...(step === undefined ? {} : { step }),
      proposal: edit,
    })),
    evaluation: plan.evaluation.map(({ code, item, points }) => {
      const given = evaluated?.points.find((one) => one.code === code);
      return { code, item, points, ...(given ? { given: given.given } : {}), remark: given?.remark ?? '' };
    }),
    ...(evaluated ? { evaluator: evaluated.evaluator.name } : {}),
    evaluationSummary: evaluated?.summary ?? '',
    ...(review ? { review: { at: review.at, author: review.author, text: review.summary } } : {}),
    joined,
    ...(into ? { joinedInto: { id: into.into, number: into.number } } : {}),
    ...(withdrawn ? { withdrawn: { at: withdrawn.at, author: withdrawn.author, reason: withdrawn.reason } } : {}),
    timeline: timelineOf(whole, context),
  };
}

/** Who commands in the shift on watch and in the next one. */
function commandOf(whole: WholeRun, context: SignedContext): RunRecord['command'] {
  const shift = shiftAt(context, context.now);
  return [shift, shiftAfter(context, shift)].map(({ key, name, start }) => {
    const commander = commanderIn(whole, key);
    return { shift: key, name, start, ...(commander ? { commander } : {}) };
  });
}

function stepLine(step: StepState, { posts, faults, openFaults }: RunPicture, { now, officer }: SignedContext): RunStep {
  const { mark, sides, replaces: _replaces, ...facts } = step;
  const holders = posts.find(({ code }) => code === step.who)?.people ?? [];
  const self = { ...(officer.personId === undefined ? {} : { id: officer.personId }), name: officer.name };
  return {
    ...facts,
    holders: holders.map(({ name }) => name),
    ...(mark ? { mark: markOf(mark) } : {}),
    sides: sides.map(markOf),
    urgency: stepUrgency(step, now),
    faults: faults.filter((fault) => fault.step === step.code).map(({ number }) => number),
    openFaults: openFaults.get(step.code) ?? 0,
    mine: holders.some((person) => isSamePerson(person, self)),
  };
}

function markOf(mark: NonNullable<StepState['mark']>): Marked {
  const { entry, verb, at, author } = mark;
  const base = { entry, verb, at, author };
  switch (mark.verb) {
    case 'stepDone': {
      const { doneBy, happenedAt, note, evidence } = mark;
      return { ...base, ...(doneBy ? { doneBy: doneBy.name } : {}), happenedAt, note, evidence };
    }
    case 'stepSetAside':
      return { ...base, note: mark.reason, how: mark.how };
    case 'stepFailed':
      return { ...base, note: mark.note };
    case 'stepReopened':
      return { ...base, note: mark.reason };
  }
}
