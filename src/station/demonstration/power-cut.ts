import { minute } from '../../shared/time';
import type { Cast } from './thunderstorm';
import { onDay } from './roster';
import { type Member, type Outsider, referenceTo } from './staff';

export const powerCutFaults = 8;
const afternoon = 8;
const area = '古镇';

/** One afternoon a cable is cut: eight points of one area are without power for two and a half hours. */
export function tellPowerCut({ course, scenes, roster, faults, staff, estate, dice }: Cast): void {
  const start = onDay(roster, afternoon, '14:12');
  const after = (minutes: number) => start + minutes * minute;
  const officer = (minutes: number) => roster.officerAt(after(minutes), dice);
  const { leader } = roster.at(start);
  const power = staff.outsiders.find(({ responsibility }) => responsibility === '供电') as Outsider;
  const caller = { name: `${power.name}（${power.organisation}）`, phone: power.phone };
  const engineer = staff.engineers[1] as Member;
  const points = dice.shuffled(estate.frontEnd.filter((device) => device.area === area)).slice(0, powerCutFaults);

  const incident = course.write(start, officer(0), {
    kind: 'incident',
    after: 2,
    persons: [referenceTo(leader)],
    text: `平台告警：${area}片区 ${points.length} 处点位同时离线，现场信号灯亦无显示，疑为停电。已报告带班领导${leader.name}并联系供电抢修班。`,
  });
  course.write(after(6), officer(6), {
    kind: 'call',
    caller,
    text: `供电抢修班来电：${area}片区 10kV 支线被施工机械挖断，影响约 600 户，预计 2—3 小时恢复。`,
  });
  course.write(after(12), officer(12), {
    kind: 'instruction',
    persons: [referenceTo(leader)],
    text: `带班领导${leader.name}指示：应急一组携发电机保障${area}牌坊广场重点点位，其余点位通知派出所人工巡逻。已转达。`,
  });
  course.followUp(after(47), officer(47), incident, '续报：发电机到位，牌坊广场 2 路重点视频恢复。');
  course.followUp(after(164), officer(164), incident, '终报：16:52 恢复供电，8 处点位全部上线，录像缺失约 2 小时 40 分，已登记。');
  course.write(after(158), officer(158), {
    kind: 'call',
    caller,
    text: `供电抢修班来电：${area}片区支线抢修完毕，已送电，请核对点位上线情况。`,
  });

  for (const [i, device] of points.entries()) {
    const reportedAt = after(2 + i);
    const phoned = i % 3 === 1;
    const fault = faults.report(reportedAt, {
      device,
      symptom: '市电中断，设备离线',
      scope: '该点位视频及录像中断',
      class: 'B',
      source: phoned ? 'phone' : 'monitoringAlarm',
      caller: phoned ? scenes.policeCaller(area) : undefined,
      entry: phoned ? undefined : incident,
      foundBefore: 2,
    });
    const keyPoint = i < 2;
    const back = keyPoint ? 44 : 160 + 2 * i;
    faults.step(after(10 + i), officer(10 + i), 'accept', fault);
    faults.step(after(14 + i), officer(14 + i), 'dispatch', fault, { engineer: referenceTo(engineer) });
    faults.step(after(18 + i), engineer, 'acknowledge', fault, i === 0 ? { note: '携发电机出发' } : {});
    if (keyPoint) faults.step(after(38 + i), engineer, 'arrive', fault, { note: '发电机接入' });
    else faults.step(after(24 + i), officer(24 + i), 'wait', fault, { waitingFor: 'access', note: '等待供电恢复' });
    if (!keyPoint) faults.step(after(back - 2), officer(back), 'resume', fault, { note: '供电已恢复' });
    faults.step(after(back), engineer, 'repair', fault, {
      cause: '供电支线被施工挖断',
      remedy: keyPoint ? '发电机供电，送电后切回市电' : '市电恢复后设备自动上线',
    });
    faults.step(after(back + 8 + i), officer(back), 'verify', fault, { holds: true });
    faults.step(after(back + 20 + i), officer(back + 20), 'close', fault, { note: '供电恢复，核验正常' });
  }
}
