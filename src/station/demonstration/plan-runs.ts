import { contracts } from '../../shared/contracts';
import { dateIn, day, hour, type Instant, instantIn, minute } from '../../shared/time';
import type { Course } from './course';
import type { Desk } from './desk';
import type { Dice } from './dice';
import type { Account } from './founding';
import { type Roster, zone } from './roster';
import { looksAt, RunWorker, type WorkedRun } from './run-worker';
import { type Member, referenceTo, type Staff } from './staff';
import { stormOf } from './warnings';

const { planRuns } = contracts;

export interface RunsOfMonth {
  course: Course;
  roster: Roster;
  staff: Staff;
  accounts: readonly Account[];
  /** The warning that announced the storm. */
  stormWarning: { id?: string };
  dice: Dice;
}

/** The drill of the quarter before the one of `end`: in its last month, on a quiet forenoon. */
export function drillOf(end: Instant): Instant {
  const [year, month] = dateIn(zone, end).split('-').map(Number) as [number, number];
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  const [ofYear, ofMonth] = first === 1 ? [year - 1, 12] : [year, first - 1];
  return instantIn(zone, `${ofYear}-${String(ofMonth).padStart(2, '0')}-18`, '09:00') as Instant;
}

/** A storm that was fought and reviewed, the drill of the last quarter, and the preparation of the next holiday under way. */
export function tellPlanRuns(month: RunsOfMonth): void {
  tellStorm(month);
  tellDrill(month);
  tellPreparation(month);
}

function workerFor({ accounts, staff, dice }: RunsOfMonth, run: WorkedRun, name: string, ahead = 0): RunWorker {
  const { login = '' } = staff.groupLeader;
  const password = accounts.find(({ member }) => member === staff.groupLeader)?.password ?? '';
  return new RunWorker(run, dice.for(name), { login, password }, ahead);
}

function tellStorm(month: RunsOfMonth): void {
  const { course, roster, staff, stormWarning, dice } = month;
  const run: WorkedRun = {};
  const worker = workerFor(month, run, 'storm');
  const begun = stormOf(roster);
  const ended = begun + 7 * hour + 20 * minute;
  const by = (at: Instant) => roster.officerAt(at, dice);
  course.plan(begun, async (desk) => {
    const { id } = await desk.as(staff.groupLeader, planRuns.activate, {
      plan: 'rainstorm',
      level: 3,
      drill: false,
      reason: '气象台暴雨黄色预警，东城、南园降雨已达 30 毫米/小时',
      area: '东城、南园片区',
      ...(stormWarning.id === undefined ? {} : { warning: stormWarning.id }),
    });
    run.id = id;
  });
  plan(course, begun + 3 * minute, (desk, at) => worker.callOut(desk, by(at), 16));
  plan(course, begun + 38 * minute, (desk, at) => worker.arrive(desk, by(at)));
  plan(course, begun + 41 * minute, (desk, at) => worker.rollCall(desk, by(at)));
  const carrier = staff.engineers[2] as Member;
  plan(course, begun + 24 * minute, (desk, at) => worker.issueKit(desk, by(at), carrier));
  plan(course, begun + 66 * minute, async (desk, at) => {
    const leader = referenceTo(staff.leading);
    const { instruction } = await desk.as(by(at), planRuns.instruct, {
      id: run.id ?? '',
      from: leader,
      text: '优先保障学校、医院和涵洞点位，地下机房每半小时报一次水位',
      due: at + 2 * hour,
    });
    Object.assign(told, { instruction });
  });
  const told: { instruction?: string } = {};
  plan(course, begun + 2 * hour + 5 * minute, async (desk, at) => {
    if (told.instruction === undefined) return;
    await desk.as(by(at), planRuns.instructionDone, { id: run.id ?? '', instruction: told.instruction, note: '已布置并开始半小时报' });
  });
  for (const at of looksAt(begun + 4 * minute, ended + 2 * day)) {
    if (at < ended + 3 * hour || (at - begun) % (4 * hour) < 30 * minute) plan(course, at, (desk) => worker.work(desk, by(at)));
  }
  plan(course, ended - 20 * minute, (desk, at) => worker.finish(desk, by(at)));
  plan(course, ended - 18 * minute, (desk, at) =>
    desk.as(by(at), planRuns.proposeEnd, {
      id: run.id ?? '',
      proposer: referenceTo(carrier),
      text: '降雨停止两小时，积水排净，离线点位全部恢复，现场人员设备安全撤收',
    }),
  );
  plan(course, ended, (desk) =>
    desk.as(staff.leading, planRuns.decideEnd, { id: run.id ?? '', approved: true, text: '同意终止，次日复盘' }),
  );
  plan(course, ended + 95 * minute, (desk, at) => worker.returnKit(desk, by(at), carrier));
  const lessons = [
    { text: '南园两处涵洞点位无水位读数，只能靠人看。', proposal: '对重点涵洞增加水位读数要求，纳入照片和数值佐证。' },
    { text: '电话报告按时，书面报告等数字等了 12 分钟。', proposal: '书面首报改为先报已知四要素，数字随续报补齐。' },
    { text: '两名工程师占线，改由副职通知，耽误 8 分钟。', proposal: '调集名单增加第二联系电话和副职。' },
  ];
  for (const [i, { text, proposal }] of lessons.entries()) {
    plan(course, ended + 13 * hour + i * 9 * minute, async (desk) => {
      const steps = (await worker.look(desk, staff.groupLeader))?.stepList ?? [];
      const step = steps[dice.whole(0, Math.max(0, steps.length - 1))]?.code;
      await desk.as(staff.groupLeader, planRuns.noteLesson, { id: run.id ?? '', text, proposal, ...(step === undefined ? {} : { step }) });
    });
  }
  plan(course, ended + 2 * day + 2 * hour, (desk, at) => worker.finish(desk, by(at)));
  plan(course, ended + 2 * day + 3 * hour, (desk) =>
    desk.as(staff.office, planRuns.review, {
      id: run.id ?? '',
      summary:
        '响应及时，人员 40 分钟内到齐。不足三条：涵洞水位无数值、书面首报偏慢、调集电话单一。均已提出预案修改建议，应急办月内完成修订。',
    }),
  );
}

function tellDrill(month: RunsOfMonth): void {
  const { course, staff } = month;
  const run: WorkedRun = {};
  const worker = workerFor(month, run, 'drill');
  const begun = drillOf(course.end);
  const { groupLeader, office, leading } = staff;
  const ended = begun + 2 * hour + 10 * minute;
  plan(course, begun, async (desk) => {
    const { id } = await desk.as(groupLeader, planRuns.activate, {
      plan: 'powerFailure',
      level: 3,
      drill: true,
      reason: '季度演练：主供电源中断，UPS 与发电机切换',
    });
    run.id = id;
  });
  plan(course, begun + 2 * minute, (desk) => worker.callOut(desk, groupLeader, 12));
  plan(course, begun + 25 * minute, (desk) => worker.arrive(desk, groupLeader));
  for (const at of looksAt(begun + 4 * minute, ended + 5 * hour)) plan(course, at, (desk) => worker.work(desk, groupLeader));
  plan(course, ended - 12 * minute, (desk) => worker.finish(desk, groupLeader));
  plan(course, ended - 10 * minute, (desk) =>
    desk.as(groupLeader, planRuns.proposeEnd, {
      id: run.id ?? '',
      proposer: referenceTo(staff.engineers[0] as Member),
      text: '演练科目完成，市电恢复，负载回切正常',
    }),
  );
  plan(course, ended, (desk) => desk.as(leading, planRuns.decideEnd, { id: run.id ?? '', approved: true, text: '' }));
  plan(course, ended + 70 * minute, async (desk) => {
    const sheet = (await worker.look(desk, office))?.evaluation ?? [];
    await desk.as(office, planRuns.evaluate, {
      id: run.id ?? '',
      points: sheet.map(({ code, points }, i) => ({
        code,
        given: i % 3 === 1 ? points - 2 : points,
        remark: i % 3 === 1 ? '口令不够简明' : '',
      })),
      summary: '启动和切换均在时限内，通信用语须规范。',
    });
  });
  plan(course, ended + 80 * minute, (desk) =>
    desk.as(office, planRuns.noteLesson, {
      id: run.id ?? '',
      text: '发电机房钥匙只有一把，取钥匙用了 6 分钟。',
      proposal: '值班室增存发电机房钥匙一把，列入交接清点。',
    }),
  );
  plan(course, ended + 5 * hour, (desk) => worker.finish(desk, office));
  plan(course, ended + 6 * hour, (desk) =>
    desk.as(office, planRuns.review, { id: run.id ?? '', summary: '达到演练目的，问题两条，已提出整改。' }),
  );
}

/** Holidays whose first day never moves, by the plan that prepares them. */
const holidays = [
  { plan: 'newYear', on: '01-01' },
  { plan: 'labourDay', on: '05-01' },
  { plan: 'nationalDay', on: '10-01' },
] as const;

function tellPreparation(month: RunsOfMonth): void {
  const { course, roster, staff, dice } = month;
  const run: WorkedRun = {};
  const begun = course.end - 3 * day - 5 * hour;
  const year = Number(dateIn(zone, begun).slice(0, 4));
  const coming = [year, year + 1]
    .flatMap((of) => holidays.map(({ plan: code, on }) => ({ code, target: instantIn(zone, `${of}-${on}`, '00:00') as Instant })))
    .find(({ target }) => target > course.end + 2 * day);
  if (!coming) return;
  // Whatever falls due first is done early: how much, the holiday's distance decides.
  const worker = workerFor(month, run, 'preparation', coming.target - course.end - 6 * day);
  course.plan(begun, async (desk) => {
    const { id } = await desk.as(staff.office, planRuns.activate, {
      plan: coming.code,
      level: 4,
      drill: false,
      reason: '节日保障准备提前启动',
      target: coming.target,
    });
    run.id = id;
  });
  plan(course, begun + 11 * minute, (desk, at) => worker.work(desk, roster.officerAt(at, dice)));
  for (let at = begun + 10 * hour; at < course.end; at += 8 * hour)
    plan(course, at, (desk) => worker.work(desk, roster.officerAt(at, dice)));
  for (const shift of roster.all().filter(({ end }) => end > begun)) {
    const next = roster.shift(shift.index + 1);
    const name = async (desk: Desk, key: string, commander: Member) => {
      await desk.as(shift.leader, planRuns.nameCommander, { id: run.id ?? '', shift: key, commander: referenceTo(commander) });
    };
    plan(course, shift.end - 40 * minute, (desk) => name(desk, keyOf(next), next.leader));
  }
}

const keyOf = ({ start, isDay }: { start: Instant; isDay: boolean }) => `${dateIn(zone, start)}/${isDay ? 'day' : 'night'}`;

function plan(course: Course, at: Instant, take: (desk: Desk, at: Instant) => Promise<unknown>): void {
  course.plan(at, (desk) => take(desk, at));
}
