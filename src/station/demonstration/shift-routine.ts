import { contracts } from '../../shared/contracts';
import { hour, minute } from '../../shared/time';
import type { Course } from './course';
import type { Desk } from './desk';
import type { Dice } from './dice';
import { hourAt, type Roster, type Shift } from './roster';
import type { Scenes } from './scene';
import { referenceTo } from './staff';

const { dutyLog, faults } = contracts;

const attention = [
  '注意{area}片区链路波动',
  '关注{venue}周边夜间情况',
  '明日有检查，台账备查',
  '{area}片区计划停电，注意点位上线',
  '2号精密空调出风偏高，加强巡看',
  '催办逾期未修复点位',
  '{venue}{event}保障，提前测试',
  '气象部门提示有雾，注意能见度',
];

/** What every shift does: it takes over, makes its rounds, sums up, is looked in on. */
export function tellShifts(course: Course, scenes: Scenes, roster: Roster, dice: Dice): void {
  for (const shift of roster.all()) {
    takeOver(course, scenes, roster.shift(shift.index - 1), shift, dice);
    for (let at = shift.start + hour; at < shift.end; at += 4 * hour) patrol(course, scenes, shift, at + dice.whole(2, 14) * minute, dice);
    if (dice.chance(0.3)) lookIn(course, scenes, shift, dice);
    if (!shift.isDay) reportDay(course, shift, dice);
    sumUp(course, shift, dice);
  }
}

function takeOver(course: Course, scenes: Scenes, outgoing: Shift, shift: Shift, dice: Dice): void {
  const [one, other] = shift.officers;
  const at = shift.start + dice.whole(1, 6) * minute;
  const heed = scenes.phrases.say(dice.pick(attention));
  const names = (of: Shift) => of.officers.map(({ name }) => name).join('、');
  const equipment = dice.weighted([
    ['对讲机 8 部、应急钥匙 1 串、车钥匙 2 把清点相符', 8],
    ['装备清点相符，1 部对讲机送充电', 2],
    ['装备清点相符，强光手电 1 支送修', 1],
  ]);
  course.write(at, dice.pick(shift.officers), {
    kind: 'other',
    persons: [...(shift.index > 0 ? outgoing.officers : []), one, other, shift.leader].map(referenceTo),
    text: async (desk) =>
      shift.index === 0
        ? `值班站启用，${names(shift)}接班，带班领导${shift.leader.name}。${equipment}。`
        : `交接班：${names(outgoing)}交，${names(shift)}接。移交未闭环故障 ${await openFaults(desk, shift)} 件；${equipment}；${heed}。带班领导${shift.leader.name}。`,
  });
}

function patrol(course: Course, scenes: Scenes, shift: Shift, at: number, dice: Dice): void {
  const remark = scenes.phrases.say(
    dice.pick([
      '抽看{area}、{area2}片区{12..36}路，画面正常',
      '重点点位{30..48}路逐一调看，录像连续',
      '机房温度 {21..24}℃，UPS 负载 {38..52}%',
      '云存储剩余容量 {18..26}%，写入正常',
      '{area}片区{1..3}路夜间偏暗，已登记',
      '网络核心链路时延 {1..4}ms，无丢包',
      '抽查{8..20}路回放，均可检索',
      '级联上级平台在线，抽调{4..10}路正常',
    ]),
    { area: dice.pick(['东城', '西关', '南园', '北岗']) },
  );
  course.write(at, dice.pick(shift.officers), {
    kind: 'patrol',
    after: dice.whole(0, 4),
    text: async (desk) => {
      const down = await openFaults(desk, shift);
      const rate = (((300 - down) / 300) * 100).toFixed(1);
      return `${String(hourAt(at)).padStart(2, '0')}时电子巡检：应检 300 台，在线 ${300 - down} 台，在线率 ${rate}%。${remark}。`;
    },
  });
}

function lookIn(course: Course, scenes: Scenes, shift: Shift, dice: Dice): void {
  const at = shift.start + dice.whole(120, 660) * minute;
  const finding = dice.pick([
    '日志记录完整',
    '一条来电漏登联系电话，当场补正',
    '装备摆放规范',
    '应急预案抽问回答准确',
    '交接记录签字齐全',
    '值班室整洁，无关人员未入内',
  ]);
  course.write(at, shift.leader, {
    kind: 'other',
    persons: shift.officers.map(referenceTo),
    text: `带班领导${shift.leader.name}${dice.pick(['不定期抽查', '到岗检查', '夜查'])}：在岗 2 人，${finding}。${scenes.phrases.say(dice.pick(['', '要求保持。', '询问{area}片区故障进度。']))}`,
  });
}

function reportDay(course: Course, shift: Shift, dice: Dice): void {
  const at = shift.end - dice.whole(16, 34) * minute;
  course.write(at, dice.pick(shift.officers), {
    kind: 'other',
    text: dice.pick([
      '值班信息日报已报送市局总值班室、应急办公室，电话确认收悉。',
      '昨日值班信息汇总完成，经带班领导审签后报送。',
      '值班日报已送签并报市局总值班室，无更正。',
    ]),
  });
}

function sumUp(course: Course, shift: Shift, dice: Dice): void {
  const at = shift.end - dice.whole(6, 14) * minute;
  const author = dice.pick(shift.officers);
  course.write(at, author, {
    kind: 'other',
    text: async (desk) => {
      const { rows } = await desk.as(author, dutyLog.page, { from: shift.start, until: shift.end, limit: 200 });
      const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
      return `本班小结：登记 ${rows.length} 条，其中来电 ${of('call')}、指示 ${of('instruction')}、事件 ${of('incident')}；未闭环故障 ${await openFaults(desk, shift)} 件，已列入交接。`;
    },
  });
}

async function openFaults(desk: Desk, shift: Shift): Promise<number> {
  return (await desk.as(shift.officers[0], faults.board, {})).open.length;
}
