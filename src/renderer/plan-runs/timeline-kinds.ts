import type { RunMoment } from '../../shared/plan-runs/record';

/** What the timeline can be narrowed down to; each verb belongs to one kind. */
const kindOf = {
  activate: 'course',
  barred: 'course',
  withdraw: 'course',
  changeLevel: 'course',
  moveTarget: 'course',
  closePhase: 'course',
  proposeEnd: 'course',
  decideEnd: 'course',
  noteLesson: 'course',
  evaluate: 'course',
  review: 'course',
  join: 'course',
  joinedInto: 'course',
  note: 'course',
  archive: 'course',
  stepDone: 'steps',
  stepSetAside: 'steps',
  stepFailed: 'steps',
  stepReopened: 'steps',
  stepAdded: 'steps',
  stepDueMoved: 'steps',
  fillPost: 'people',
  nameCommander: 'people',
  call: 'people',
  startRollCall: 'people',
  answerRollCall: 'people',
  issueKit: 'kit',
  returnKit: 'kit',
  report: 'reports',
  instruct: 'reports',
  instructionDone: 'reports',
  linkFault: 'faults',
  unlinkFault: 'faults',
  faultNoticed: 'faults',
  overdue: 'alarms',
  takeAlarm: 'alarms',
} as const satisfies Record<RunMoment['verb'], string>;

export const timelineKinds = ['all', 'steps', 'people', 'kit', 'reports', 'faults', 'alarms', 'course'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export function isOfKind({ verb }: Pick<RunMoment, 'verb'>, kind: TimelineKind): boolean {
  return kind === 'all' || kindOf[verb] === kind;
}

/** Every word typed stands somewhere in the line, in any order. */
export function holdsWords(line: string, typed: string): boolean {
  const lower = line.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => lower.includes(word));
}
