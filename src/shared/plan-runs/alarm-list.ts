import type { PlanShape, PlanWords } from '../plans/template-format';
import { isSamePerson, type PersonReference } from '../references';
import type { Instant } from '../time';
import { openProposal } from './course';
import type { overdueLevels } from './events';
import { leadersOf, type PostState } from './muster';
import { overdueTold } from './overdue';
import type { RunFault } from './record';
import type { ReportDue } from './reporting';
import { type RunState, saidAs } from './said';
import { isSettled, type StepState } from './steps';

export interface StandingAlarm {
  /** Names the alarm; another round, another time, another one told is another alarm. */
  key: string;
  kind: 'step' | 'report' | 'fault' | 'unfilled' | 'endProposed';
  what: PlanWords;
  level: 'amber' | 'red';
  told: (typeof overdueLevels)[number];
  people: PersonReference[];
  since: Instant;
  due?: Instant;
  takenBy?: string;
}

export interface RunAlarms {
  alarms: StandingAlarm[];
  /** The next moment at which the answer is another one. */
  nextChange?: Instant;
}

interface Parts {
  steps: readonly StepState[];
  reports: readonly ReportDue[];
  posts: readonly PostState[];
  faults: readonly RunFault[];
}

/**
 * Everything of a run that somebody must see to: steps and reports due (amber ahead to the holder's group leader, red when over: to the group
 * leader at once, to the shift leader five minutes later), critical posts nobody holds, faults on what the plan depends on, an end that
 * waits for the leading group. An alarm that somebody took is quiet and stays in sight.
 */
export function alarmsOfRun(run: RunState, plan: Pick<PlanShape, 'commander'>, parts: Parts, now: Instant): RunAlarms {
  const { steps, reports, posts, faults } = parts;
  const alarms: StandingAlarm[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  const taken = new Map(saidAs(run, 'takeAlarm').map(({ alarm, author }) => [alarm, author]));
  const add = (alarm: StandingAlarm) => {
    const by = taken.get(alarm.key);
    alarms.push(by === undefined ? alarm : { ...alarm, takenBy: by });
  };
  const owed = (kind: 'step' | 'report', code: string, round: number, what: PlanWords, who: string, due: Instant, amberAt: Instant) => {
    const people = leadersOf(posts, who);
    const moments = [amberAt, ...overdueTold.map(({ after }) => due + after)].filter((moment) => moment > now);
    nextChange = Math.min(nextChange, ...moments);
    const base = { kind, what, due };
    if (now < due && now >= amberAt)
      add({ ...base, key: `${kind}/${code}/${round}/${due}/amber`, level: 'amber', told: 'groupLeader', people, since: amberAt });
    for (const { told, after } of overdueTold) {
      if (now < due + after) continue;
      const names = told === 'groupLeader' ? people : [];
      add({ ...base, key: `${kind}/${code}/${round}/${due}/${told}`, level: 'red', told, people: names, since: due + after });
    }
  };
  for (const step of steps) {
    if (isSettled(step) || step.lapsed || step.due === undefined) continue;
    owed('step', step.code, step.round, step.what, step.who, step.due, step.amberAt ?? step.due);
  }
  for (const { code, round, name, by, due, amberAt } of reports) {
    if (due !== undefined) owed('report', code, round, name, by, due, amberAt ?? due);
  }
  const began = run.activated?.at ?? now;
  for (const { code, name, leads, people } of posts) {
    if (people.length > 0 || (!leads && code !== plan.commander)) continue;
    add({ key: `unfilled/${code}`, kind: 'unfilled', what: name, level: 'red', told: 'shiftLeader', people: [], since: began });
  }
  for (const { id, number, title, linked, open, at } of faults) {
    if (linked || !open) continue;
    const what = { zh: `${number} ${title}`, en: `${number} ${title}` };
    add({ key: `fault/${id}`, kind: 'fault', what, level: 'red', told: 'groupLeader', people: everyLeader(posts), since: at });
  }
  const proposal = openProposal(run);
  if (proposal) {
    const what = { zh: proposal.text, en: proposal.text };
    add({ key: `end/${proposal.entry}`, kind: 'endProposed', what, level: 'amber', told: 'shiftLeader', people: [], since: proposal.at });
  }
  return { alarms, ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }) };
}

function everyLeader(posts: readonly PostState[]): PersonReference[] {
  const leaders: PersonReference[] = [];
  for (const { leads, people } of posts) {
    for (const person of leads ? people : []) if (!leaders.some((one) => isSamePerson(one, person))) leaders.push(person);
  }
  return leaders;
}
