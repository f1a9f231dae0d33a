import { contracts } from '../../shared/contracts';
import { day, hour, type Instant, minute } from '../../shared/time';
import type { Course } from './course';
import type { Desk } from './desk';
import { onDay, type Roster } from './roster';
import { referenceTo, type Staff } from './staff';

const { warnings } = contracts;

/** The moment of the storm of the month, for which a plan runs. */
export function stormOf(roster: Roster): Instant {
  return onDay(roster, 11, '16:20');
}

/** Two warnings that are over and one in force. Answers the id of the one the storm was announced by, once it is published. */
export function tellWarnings(course: Course, roster: Roster, staff: Staff): { id?: string } {
  const storm: { id?: string } = {};
  const { office } = staff;
  const phone = (desk: Desk) => ({ how: 'phone' as const, account: desk.accounts.get(office.login ?? '') ?? '' });
  const publish = async (
    desk: Desk,
    at: Instant,
    level: 'III' | 'IV',
    contents: { source: string; what: string; area: string; measures: string; scenario?: string; lasts: number },
  ) => {
    const { lasts, ...said } = contents;
    const { id } = await desk.as(office, warnings.publish, {
      level,
      kind: 'warning',
      contents: { origin: 'external', ...said, from: at, until: at + lasts },
      issuer: phone(desk),
    });
    await desk.as(office, warnings.report, { id, duty: 'leadingGroup', to: referenceTo(staff.leading), means: 'phone' });
    return id;
  };
  const lift = (at: Instant, id: () => string | undefined, reason: string) =>
    course.plan(at, async (desk) => {
      const warning = id();
      if (warning !== undefined) await desk.as(office, warnings.lift, { id: warning, issuer: phone(desk), reason });
    });

  const wind = onDay(roster, 4, '09:40');
  let windId: string | undefined;
  course.plan(wind, async (desk) => {
    windId = await publish(desk, wind, 'IV', {
      source: '市气象台大风蓝色预警',
      what: '阵风可达 7 级，高杆摄像机和临时架设设备可能受损',
      area: '全市',
      measures: '加固室外机柜和立杆，登高作业暂停',
      lasts: 20 * hour,
    });
  });
  lift(wind + 22 * hour, () => windId, '大风减弱，气象台解除预警');

  const announced = stormOf(roster) - 35 * minute;
  course.plan(announced, async (desk) => {
    storm.id = await publish(desk, announced, 'III', {
      source: '市气象台暴雨黄色预警',
      what: '未来 6 小时降雨量可达 50 毫米，低洼点位、地下机房有积水可能',
      area: '东城、南园片区',
      measures: '检查排水泵和机房防水，应急车辆备勤',
      scenario: 'rainstorm',
      lasts: 9 * hour,
    });
  });
  lift(announced + 10 * hour, () => storm.id, '降雨停止，积水排净，气象台解除预警');

  const last = course.end - 9 * hour;
  course.plan(last, async (desk) => {
    await publish(desk, last, 'IV', {
      source: '供电公司停电通知',
      what: '北岗片区线路检修，沿线 14 个点位改由备用电源供电',
      area: '北岗片区',
      measures: '备用发电机加油待命，每两小时核对点位在线',
      scenario: 'powerFailure',
      lasts: day + 6 * hour,
    });
  });
  return storm;
}
