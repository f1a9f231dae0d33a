import { type Instant, minute } from '../../shared/time';
import type { Course } from './course';
import type { Dice } from './dice';
import { type Device, type Estate, referenceToDevice } from './estate';
import { timed } from './fault-course';
import type { FaultDesk, Reported } from './fault-desk';
import { onDay, type Roster } from './roster';
import type { Scenes } from './scene';
import { seasonOf } from './season';
import { type Member, referenceTo, type Staff } from './staff';

/** Faults of the evening: the switch, and what hangs on it. */
export const stormFaults = 20;
const evening = 17;

export interface Cast {
  course: Course;
  scenes: Scenes;
  roster: Roster;
  faults: FaultDesk;
  staff: Staff;
  estate: Estate;
  dice: Dice;
}

/** One evening a storm takes a switch and what hangs on it: 20 faults within 30 minutes, from the warning to the final report. */
export function tellThunderstorm(cast: Cast): void {
  const { course, scenes, roster, faults, staff, estate, dice } = cast;
  const season = seasonOf(onDay(roster, evening, '20:40'));
  const strike = onDay(roster, evening, '20:41');
  const after = (minutes: number) => strike + minutes * minute;
  const officer = (at: Instant) => roster.officerAt(at, dice);
  const [accessSwitch] = estate.switches as [Device];
  const beneath = dice.shuffled(estate.frontEnd.filter(({ upstream }) => upstream === accessSwitch.name)).slice(0, stormFaults - 1);
  const superior = staff.superiors[0] as Member;
  const { leader } = roster.at(strike);

  const warning = onDay(roster, evening, '16:22');
  const warned = course.write(warning, officer(warning), {
    kind: 'notice',
    caller: { name: '市气象台值班室' },
    text: `市气象台发布${season.warning}：今日傍晚至夜间有${season.storm}。已转发各应急小组、各派出所及供电抢修班。`,
  });
  course.followUp(warning + 25 * minute, officer(warning), warned, '应急一组、二组、预备组均已回复收悉，应急车辆 3 台待命，备件装车。');
  const ordered = onDay(roster, evening, '17:06');
  course.write(ordered, officer(ordered), {
    kind: 'instruction',
    caller: referenceTo(superior),
    persons: [referenceTo(roster.at(strike).leader)],
    text: '应急领导小组电话指示：今晚按恶劣天气加强值守，指挥中心在岗不少于 4 人，每 2 小时报告一次。已转达带班领导及应急办公室。',
  });
  const arriving = after(-23);
  course.write(arriving, officer(arriving), {
    kind: 'incident',
    text: `${season.storm}影响城区，${accessSwitch.area}、南园片区风雨明显，视频轮巡加密至每 15 分钟一次。`,
  });

  const incident = course.write(after(1), officer(after(1)), {
    kind: 'incident',
    places: [accessSwitch.place],
    devices: [referenceToDevice(accessSwitch)],
    persons: [referenceTo(leader)],
    after: 1,
    text: `平台告警：${accessSwitch.name} 中断，下挂 ${beneath.length} 路视频陆续离线，疑因${season.storm}所致。立即报修并报告带班领导${leader.name}（20:43）。`,
  });
  course.followUp(
    after(9),
    leader,
    incident,
    `首报：20:41 ${accessSwitch.area}片区部分视频中断，影响 ${beneath.length} 路，原因初判雷雨，已派应急一组，报市局总值班室、应急办公室。`,
  );

  const engineer = staff.engineers[0] as Member;
  const main = faults.report(after(2), {
    device: accessSwitch,
    symptom: `交换机中断，下挂 ${beneath.length} 路视频离线`,
    scope: `${accessSwitch.area}片区 ${beneath.length} 个点位`,
    class: 'A',
    priority: 'urgent',
    source: 'monitoringAlarm',
    entry: incident,
    foundBefore: 1,
  });
  repairSwitch(cast, main, engineer, after(2));

  for (const [i, device] of beneath.entries()) {
    const at = after(3) + Math.round(((26 * minute) / beneath.length) * i) + dice.whole(0, 40_000);
    const phoned = i % 4 === 2;
    const fault = faults.report(at, {
      device,
      symptom: dice.pick(['离线，画面中断', '无信号，PING 不通', '画面静止后离线', '电源指示灯灭，离线']),
      scope: '该点位 1 路视频',
      class: 'B',
      source: phoned ? 'phone' : 'monitoringAlarm',
      caller: phoned ? scenes.policeCaller(device.area) : undefined,
      entry: phoned ? undefined : incident,
      foundBefore: dice.whole(0, 2),
    });
    if (i < 6)
      faults.step(after(38 + i), officer(after(38 + i)), 'merge', fault, () => ({ into: main.id, note: '上级交换机故障引起，并入' }));
    else if (i < 11) comeBack(cast, fault, after(170 + 2 * i));
    else repairPoint(cast, fault, device, i, after(175 + 24 * (i - 10)), season);
  }

  const progress: readonly (readonly [number, string])[] = [
    [52, '续报一：应急一组到达机房，查明交换机电源模块损坏；室外风雨较大，登高作业暂缓。'],
    [118, '续报二：备用电源模块已送达，更换中；派出所加强辖区人工巡逻。'],
    [168, `续报三：${accessSwitch.name} 恢复，11 路视频自动上线，其余 8 路为设备自身损坏，逐一修复。`],
  ];
  for (const [minutes, text] of progress) course.followUp(after(minutes), officer(after(minutes)), incident, text);
  const final = onDay(roster, evening + 2, '10:20');
  course.followUp(
    final,
    officer(final),
    incident,
    `终报：受损 8 路全部修复，录像恢复连续，累计更换电源适配器 8 个、防雷器 8 只、电源模块 1 块。原因：${season.cause}。`,
  );
  const asking = after(64);
  course.write(asking, officer(asking), {
    kind: 'request',
    persons: [referenceTo(leader), referenceTo(staff.office)],
    text: `请示带班领导${leader.name}：受损点位较多，申请从预备组调拨电源适配器 10 个、防雷器 10 只，并启用应急预备组 1 车 2 人。同意。`,
  });
  const lifted = onDay(roster, evening + 1, '06:48');
  course.write(lifted, officer(lifted), {
    kind: 'notice',
    caller: { name: '市气象台值班室' },
    text: `市气象台解除${season.warning}，已转发各组，恢复正常值守。`,
  });
}

function repairSwitch({ faults, dice }: Cast, main: Reported, engineer: Member, start: Instant): void {
  const steps = [
    ['accept', 1, {}],
    ['dispatch', 2, { engineer: referenceTo(engineer), note: '携带备用交换机和电源模块，注意雨中行车' }],
    ['acknowledge', 2, { note: '已出发' }],
    ['arrive', 16, { note: '到达派出所机房' }],
    ['diagnose', 19, { cause: '交换机电源模块雷击损坏' }],
    ['wait', 8, { waitingFor: 'parts', note: '电源模块从应急车调运' }],
    ['resume', 62, { note: '电源模块送到' }],
    ['repair', 46, { remedy: '更换电源模块，加装防雷器，端口逐一核对', parts: '电源模块 1 块、防雷器 1 只' }],
    ['verify', 9, { holds: true, note: '在线 30 分钟无丢包，11 路恢复' }],
    ['close', 30, { note: '平台告警发现，无外部报障人，核验后关闭' }],
  ] as const;
  faults.take(
    main,
    timed(
      steps.map(([verb, gap, input]) => ({ verb, gap, input })),
      start,
      false,
      dice,
    ),
    engineer,
  );
}

/** Was dark only because the switch was. */
function comeBack({ faults, roster, dice }: Cast, fault: Reported, at: Instant): void {
  const officer = roster.officerAt(at, dice);
  faults.step(at - 120 * minute, roster.officerAt(at - 120 * minute, dice), 'accept', fault);
  faults.step(at, officer, 'repair', fault, { cause: '上联交换机中断', remedy: '上联恢复后自动上线' });
  faults.step(at + 4 * minute, officer, 'verify', fault, { holds: true, note: '在线，图像与录像正常' });
  faults.step(at + 9 * minute, officer, 'close', fault, { note: '随上级故障恢复，核验后关闭' });
}

function repairPoint(
  { faults, scenes, dice }: Cast,
  fault: Reported,
  device: Device,
  i: number,
  at: Instant,
  season: { cause: string; remedy: string },
): void {
  const engineer = scenes.engineer();
  const outside = i % 4 === 2;
  const steps = timed(
    [
      { verb: 'accept', gap: -120, input: {} },
      { verb: 'dispatch', gap: 118, input: { engineer: referenceTo(engineer), note: '交换机已恢复，该点位仍离线，请查电源' } },
      { verb: 'acknowledge', gap: 4, input: {} },
      { verb: 'arrive', gap: 21, input: {} },
      ...(i % 3 === 0
        ? ([
            { verb: 'wait', gap: 6, input: { waitingFor: 'weather', note: '风大，登高作业暂停' } },
            { verb: 'resume', gap: 320 + 10 * i, input: { note: '风力减弱，恢复作业' } },
          ] as const)
        : []),
      { verb: 'diagnose', gap: 9, input: { cause: season.cause } },
      { verb: 'repair', gap: dice.whole(25, 70), input: { remedy: season.remedy, parts: '电源适配器 1 个、防雷器 1 只' } },
      { verb: 'verify', gap: dice.whole(4, 12), input: { holds: true } },
      ...(outside ? [{ verb: 'confirm', gap: 10, input: { satisfaction: 'satisfied' } } as const] : []),
      { verb: 'close', gap: dice.whole(6, 30), input: { note: outside ? '' : '核验正常，关闭' } },
    ],
    at,
    true,
    dice,
  );
  faults.take(fault, steps, engineer);
  faults.accompany(fault, steps, { device, repair: { cause: season.cause, remedy: season.remedy }, engineer });
}
