import { contracts } from '../../shared/contracts';
import type { MatterKind } from '../../shared/matters/kinds';
import { day, hour, type Instant, minute, second } from '../../shared/time';
import type { Course } from './course';
import type { Dice } from './dice';
import type { Roster } from './roster';
import { referenceTo, type Staff } from './staff';

const { matters, reports } = contracts;

interface TrackedMatter {
  kind: MatterKind;
  title: string;
  /** Days and hours before the end of the month at which it came in. */
  ago: readonly [days: number, hours: number];
  /** Hours until its deadline. */
  within?: number;
  /** Hours until it was done; open when left out. */
  doneAfter?: number;
  result?: string;
}

const tracked: readonly TrackedMatter[] = [
  {
    kind: 'instruction',
    title: '做好周末大型活动周边视频保障，逐路检查并报结果',
    ago: [6, 3],
    within: 48,
    doneAfter: 41,
    result: '已逐路检查，异常两路当日修复，书面报应急办',
  },
  { kind: 'notice', title: '市局要求报送四季度值班力量统计表', ago: [5, 6], within: 72, doneAfter: 50, result: '已按时报送并电话确认收悉' },
  { kind: 'request', title: '请示：老旧球机 12 台列入更换计划', ago: [4, 8], within: 120 },
  {
    kind: 'promise',
    title: '答复来电人：学府街路口补光灯更换时间',
    ago: [3, 5],
    within: 24,
    doneAfter: 20,
    result: '已电话答复，来电人认可',
  },
  { kind: 'instruction', title: '元旦前完成应急机动设备清点，缺项补齐', ago: [2, 2], within: 240 },
  { kind: 'carriedItem', title: '应急办公室移交保密文件一袋，交带班领导', ago: [1, 4], within: 24, doneAfter: 3, result: '带班领导已签收' },
  { kind: 'silencedAlarm', title: '机房 2 号空调高温告警，维保更换压缩机期间屏蔽', ago: [0, 20], within: 40 },
  { kind: 'promise', title: '答复来电人：小区西门录像调取结果', ago: [0, 6], within: 20 },
];

const important = [
  { text: '火车站广场人员聚集约两百人，秩序平稳，已通知属地派出所', place: '火车站广场', ago: [4, 7], told: 3 },
  { text: '主干光缆被市政施工挖断，西关片区 36 路离线', place: '西关片区', ago: [2, 9], told: 4 },
  { text: '学府街路口发生多车追尾，两人受伤，占用两条车道', place: '学府街路口', ago: [1, 5], told: 8 },
] as const;

/** What is tracked to done, and what was reported within five minutes: the last one was late. */
export function tellTracked(course: Course, roster: Roster, staff: Staff, dice: Dice): void {
  for (const matter of tracked) track(course, roster, staff, dice, matter);
  for (const matter of important) report(course, roster, staff, dice, matter);
}

function before(course: Course, [days, hours]: readonly [number, number]): Instant {
  return course.end - days * day - hours * hour;
}

function track(course: Course, roster: Roster, { superiors }: Staff, dice: Dice, matter: TrackedMatter): void {
  const at = before(course, matter.ago);
  const author = roster.officerAt(at, dice);
  const leader = referenceTo(roster.at(at).leader);
  const { kind, title, within, doneAfter, result = '' } = matter;
  let opened: string | undefined;
  course.plan(at, async (desk) => {
    const deadline = within === undefined ? {} : { deadline: at + within * hour };
    const { id } = await desk.as(author, matters.open, {
      kind,
      title,
      text: title,
      from: referenceTo(dice.pick(superiors)),
      holder: leader,
      ...deadline,
    });
    opened = id;
    await desk.as(author, matters.relay, { id, to: leader, what: title, means: 'phone', takesOver: false });
  });
  if (doneAfter === undefined) return;
  const doneAt = at + doneAfter * hour;
  const closer = roster.officerAt(doneAt, dice);
  course.plan(doneAt, async (desk) => {
    if (opened !== undefined) await desk.as(closer, matters.finish, { id: opened, result });
  });
}

function report(course: Course, roster: Roster, { office, superiors }: Staff, dice: Dice, matter: (typeof important)[number]): void {
  const at = before(course, matter.ago);
  const author = roster.officerAt(at, dice);
  const { leader } = roster.at(at);
  const entry = course.write(at, author, { kind: 'incident', places: [matter.place], text: `${matter.text}。` });
  const contents = {
    time: at,
    place: matter.place,
    source: '来电',
    nature: matter.text,
    scope: '现场周边',
    trend: '总体可控',
    measures: '已通知属地处置，视频持续跟踪',
  };
  let started: string | undefined;
  course.plan(at + 40 * second, async (desk) => {
    if (entry.id !== undefined) started = (await desk.as(author, reports.start, { logEntry: entry.id })).id;
  });
  course.plan(at + matter.told * minute, async (desk) => {
    if (started === undefined) return;
    const told = [
      { to: referenceTo(leader), role: 'shiftLeader' as const, means: 'phone' as const },
      { to: referenceTo(office), role: 'office' as const, means: 'phone' as const },
    ];
    await desk.as(author, reports.send, { id: started, contents, told, nextAt: at + hour });
  });
  course.plan(at + 50 * minute, async (desk) => {
    if (started === undefined) return;
    await desk.as(author, reports.instruct, { id: started, leader: referenceTo(dice.pick(superiors)), text: '盯住现场，处置完毕再报' });
  });
  course.plan(at + 3 * hour, async (desk) => {
    if (started === undefined) return;
    await desk.as(author, reports.finish, { id: started, contents: { ...contents, trend: '已处置完毕，秩序恢复' } });
  });
}
