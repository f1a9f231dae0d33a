import type { RunMoment } from './record';

// How a run is told, on the screen, on paper and in its archive alike: one place, so that the same thing is never called by two names.

const zh = {
  drill: '演练',
  level: { 1: 'Ⅰ级（特别重大）', 2: 'Ⅱ级（重大）', 3: 'Ⅲ级（较大）', 4: 'Ⅳ级（一般）' },
  state: {
    running: '执行中',
    ended: '已终止，待复盘',
    reviewed: '已复盘',
    withdrawn: '已撤回',
    joined: '已并入',
    barred: '未获准启动',
    unheard: '内容未到达本站',
  },
  standing: { open: '未完成', done: '已完成', skipped: '已跳过', notApplicable: '不适用', failed: '未能完成' },
  verb: {
    activate: '启动',
    barred: '启动被拒',
    withdraw: '撤回启动',
    changeLevel: '调整响应级别',
    moveTarget: '调整 T 时刻',
    fillPost: '岗位定人',
    nameCommander: '指定指挥',
    stepDone: '步骤完成',
    stepSetAside: '步骤不做',
    stepFailed: '步骤未能完成',
    stepReopened: '步骤重新打开',
    stepAdded: '增加步骤',
    stepDueMoved: '调整步骤时限',
    closePhase: '关闭阶段',
    call: '调集',
    issueKit: '发放器材',
    returnKit: '归还器材',
    startRollCall: '点名',
    answerRollCall: '点名应答',
    instruct: '指示',
    instructionDone: '指示办结',
    report: '信息报告',
    linkFault: '关联故障',
    unlinkFault: '解除关联故障',
    faultNoticed: '发现相关故障',
    overdue: '逾期告警',
    takeAlarm: '接收告警',
    proposeEnd: '终止建议',
    decideEnd: '终止决定',
    noteLesson: '经验教训',
    evaluate: '演练评估',
    review: '复盘',
    join: '并入另一执行',
    joinedInto: '并入另一执行',
    note: '记事',
    archive: '归档导出',
  },
  call: { notCalled: '未呼叫', called: '已呼叫', noAnswer: '未接通', reached: '已通知', refused: '不能到位', arrived: '已到位' },
  kit: { lost: '遗失损耗', back: '已归还' },
  rollCall: { present: '到', absent: '未到', silent: '未应答' },
  stage: { first: '首报', followUp: '续报', final: '终报' },
  told: { groupLeader: '告知组长', shiftLeader: '告知带班领导' },
  aside: { skipped: '跳过', notApplicable: '不适用' },
  decision: { approved: '同意终止', refused: '不同意终止' },
  minutes: '限时{{n}}分钟',
  people: '{{n}}人',
};

const en: typeof zh = {
  drill: 'Drill',
  level: { 1: 'Level I (gravest)', 2: 'Level II (grave)', 3: 'Level III (serious)', 4: 'Level IV (ordinary)' },
  state: {
    running: 'Running',
    ended: 'Ended, review due',
    reviewed: 'Reviewed',
    withdrawn: 'Withdrawn',
    joined: 'Joined into another run',
    barred: 'Activation barred',
    unheard: 'Record incomplete',
  },
  standing: { open: 'Not done', done: 'Done', skipped: 'Skipped', notApplicable: 'Not applicable', failed: 'Could not be done' },
  verb: {
    activate: 'Activated',
    barred: 'Activation barred',
    withdraw: 'Activation withdrawn',
    changeLevel: 'Level changed',
    moveTarget: 'Date moved',
    fillPost: 'Post filled',
    nameCommander: 'Commander named',
    stepDone: 'Step done',
    stepSetAside: 'Step set aside',
    stepFailed: 'Step could not be done',
    stepReopened: 'Step reopened',
    stepAdded: 'Step added',
    stepDueMoved: 'Due time moved',
    closePhase: 'Phase closed',
    call: 'Call-out',
    issueKit: 'Kit issued',
    returnKit: 'Kit taken back',
    startRollCall: 'Roll call',
    answerRollCall: 'Answer to roll call',
    instruct: 'Instruction',
    instructionDone: 'Instruction carried out',
    report: 'Situation report',
    linkFault: 'Fault linked',
    unlinkFault: 'Fault unlinked',
    faultNoticed: 'Fault noticed',
    overdue: 'Overdue',
    takeAlarm: 'Alarm taken',
    proposeEnd: 'End proposed',
    decideEnd: 'End decided',
    noteLesson: 'Lesson',
    evaluate: 'Drill evaluated',
    review: 'Review',
    join: 'Joined with another run',
    joinedInto: 'Joined into another run',
    note: 'Note',
    archive: 'Archived',
  },
  call: {
    notCalled: 'Not called',
    called: 'Called',
    noAnswer: 'No answer',
    reached: 'Reached',
    refused: 'Cannot come',
    arrived: 'Arrived',
  },
  kit: { lost: 'Lost or used up', back: 'Back' },
  rollCall: { present: 'Present', absent: 'Absent', silent: 'No answer' },
  stage: { first: 'First report', followUp: 'Follow-up', final: 'Final report' },
  told: { groupLeader: 'Group leader told', shiftLeader: 'Shift leader told' },
  aside: { skipped: 'Skipped', notApplicable: 'Not applicable' },
  decision: { approved: 'End approved', refused: 'End refused' },
  minutes: 'within {{n}} min',
  people: '{{n}} people',
};

/** Words of a run in both languages, as such units write. */
export const runWords = { zh, en } as const;
export type RunLanguage = keyof typeof runWords;
export type RunWords = typeof zh;

/** What a line of the timeline came to, in words; blank where its verb says it all. */
export function outcomeInWords({ verb, outcome, level }: Pick<RunMoment, 'verb' | 'outcome' | 'level'>, words: RunWords): string {
  const of = (names: Readonly<Record<string, string>>) => (outcome === undefined ? '' : (names[outcome] ?? outcome));
  switch (verb) {
    case 'activate':
    case 'changeLevel':
      return level === undefined ? '' : words.level[level];
    case 'stepSetAside':
      return of(words.aside);
    case 'call':
      return of(words.call);
    case 'returnKit':
      return of(words.kit);
    case 'startRollCall':
      return outcome === undefined ? '' : words.minutes.replace('{{n}}', outcome);
    case 'answerRollCall':
      return of(words.rollCall);
    case 'report':
      return of(words.stage);
    case 'overdue':
      return of(words.told);
    case 'decideEnd':
      return of(words.decision);
    default:
      return outcome ?? '';
  }
}
