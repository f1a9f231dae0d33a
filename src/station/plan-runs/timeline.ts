import type { RunMoment } from '../../shared/plan-runs/record';
import type { Said } from '../../shared/plan-runs/said';
import type { PlanWords } from '../../shared/plans/template-format';
import type { Context } from '../handler';
import { letterOf } from '../unit';
import type { WholeRun } from './read';

type Told = Pick<RunMoment, 'subject' | 'text'> & Partial<Pick<RunMoment, 'level' | 'outcome' | 'time'>>;

/** The run word for word, the newest first: who said what, when, at which station. */
export function timelineOf(whole: WholeRun, { db }: Pick<Context, 'db'>): RunMoment[] {
  const { run, activated } = whole;
  const letters = new Map<string, string>();
  const letter = (station: string) => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    return letters.get(station) as string;
  };
  const names = namesIn(whole);
  const began: RunMoment = {
    entry: activated.entry,
    verb: 'activate',
    at: activated.at,
    author: activated.activatedBy.name,
    letter: letter(activated.station),
    subject: activated.title,
    text: activated.reason,
    level: activated.level,
  };
  const told = run.said.map((one): RunMoment => {
    const author = 'author' in one ? one.author : '';
    return { entry: one.entry, verb: one.verb, at: one.at, author, letter: letter(one.station), ...toldOf(one, names) };
  });
  return [began, ...told].toReversed();
}

type NameOf = (code: string) => PlanWords | string;

/** Names of steps, posts, phases, kit and reports by their codes; a step added in the run by what it says. */
function namesIn({ run, plan }: WholeRun): NameOf {
  const names = new Map<string, PlanWords>();
  for (const { posts } of plan.groups) for (const { code, name } of posts) names.set(`post/${code}`, name);
  for (const { code, name, steps } of plan.phases) {
    names.set(`phase/${code}`, name);
    for (const step of steps) names.set(`step/${step.code}`, step.what);
  }
  for (const { code, name } of [...plan.kit, ...plan.vehicles]) names.set(`kit/${code}`, name);
  for (const { code, name } of plan.reporting) names.set(`report/${code}`, name);
  for (const one of run.said) if (one.verb === 'stepAdded') names.set(`step/${one.step}`, { zh: one.what, en: one.what });
  return (code) => names.get(code) ?? code.slice(code.indexOf('/') + 1);
}

const peopleOf = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、');

function toldOf(one: Said, name: NameOf): Told {
  switch (one.verb) {
    case 'withdraw':
      return { subject: '', text: one.reason };
    case 'changeLevel':
      return { subject: one.decidedBy.name, text: one.reason, level: one.to };
    case 'moveTarget':
      return { subject: '', text: one.reason, time: one.to };
    case 'fillPost':
      return { subject: name(`post/${one.post}`), text: [peopleOf(one.people), one.reason].filter(Boolean).join('；') };
    case 'nameCommander':
      return { subject: one.commander.name, text: one.note, outcome: one.shift };
    case 'stepDone':
      return { subject: name(`step/${one.step}`), text: one.note, time: one.happenedAt };
    case 'stepSetAside':
      return { subject: name(`step/${one.step}`), text: one.reason, outcome: one.how };
    case 'stepFailed':
      return { subject: name(`step/${one.step}`), text: one.note };
    case 'stepReopened':
      return { subject: name(`step/${one.step}`), text: one.reason };
    case 'stepAdded':
      return { subject: one.what, text: one.reason, time: one.due };
    case 'stepDueMoved':
      return { subject: name(`step/${one.step}`), text: one.reason, time: one.due };
    case 'closePhase':
      return { subject: name(`phase/${one.phase}`), text: one.note };
    case 'call':
      return {
        subject: one.person.name,
        text: one.note,
        outcome: one.outcome,
        ...(one.expectedAt === undefined ? {} : { time: one.expectedAt }),
      };
    case 'issueKit':
      return { subject: one.to.name, text: [one.vehicle, linesOf(one.lines, name), one.note].filter(Boolean).join('；') };
    case 'returnKit':
      return {
        subject: one.by.name,
        text: [linesOf(one.lines, name), one.note].filter(Boolean).join('；'),
        outcome: one.lost ? 'lost' : 'back',
      };
    case 'startRollCall':
      return { subject: String(one.people.length), text: '', outcome: String(one.minutes) };
    case 'answerRollCall':
      return { subject: one.person.name, text: one.note, outcome: one.present ? 'present' : 'absent' };
    case 'instruct':
      return { subject: one.from.name, text: one.text, ...(one.due === undefined ? {} : { time: one.due }) };
    case 'instructionDone':
      return { subject: '', text: one.note };
    case 'report':
      return {
        subject: name(`report/${one.report}`),
        text: [one.to, one.contents.nature].filter(Boolean).join('；'),
        outcome: one.stage,
        time: one.happenedAt,
      };
    case 'linkFault':
      return { subject: `${one.fault.number} ${one.fault.title}`, text: one.note };
    case 'unlinkFault':
      return { subject: '', text: one.reason };
    case 'faultNoticed':
      return { subject: `${one.fault.number} ${one.fault.title}`, text: '', time: one.at };
    case 'overdue':
      return { subject: name(`${one.what}/${one.code}`), text: '', outcome: one.told, time: one.due };
    case 'takeAlarm':
      return { subject: name(one.alarm.split('/').slice(0, 2).join('/')), text: '' };
    case 'proposeEnd':
      return { subject: one.proposer.name, text: one.text };
    case 'decideEnd':
      return { subject: one.decidedBy.name, text: one.text, outcome: one.approved ? 'approved' : 'refused' };
    case 'noteLesson':
      return { subject: one.step === undefined ? '' : name(`step/${one.step}`), text: one.text };
    case 'evaluate':
      return { subject: one.evaluator.name, text: one.summary };
    case 'review':
      return { subject: '', text: one.summary };
    case 'join':
      return { subject: one.number, text: one.reason };
    case 'joinedInto':
      return { subject: one.number, text: one.reason };
    case 'note':
      return { subject: '', text: one.text };
  }
}

function linesOf(lines: readonly { item: string; count: number }[], name: NameOf): string {
  return lines
    .map(({ item, count }) => {
      const words = name(`kit/${item}`);
      return `${typeof words === 'string' ? words : words.zh} ×${count}`;
    })
    .join('、');
}
