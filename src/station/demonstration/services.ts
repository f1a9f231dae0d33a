import { contracts } from '../../shared/contracts';
import { day, hour, type Instant } from '../../shared/time';
import type { Course } from './course';
import type { Dice } from './dice';
import { onDay, type Roster } from './roster';
import { referenceTo, type Staff } from './staff';

const { periodicDuties, serviceRequests } = contracts;

/** What was asked for beside faults, by words of the unit; which service it is the contract in use says, one after the other. */
const asked = [
  { title: '大型活动期间指挥大厅增开两个视频分屏', ago: 18 },
  { title: '为新入职民警开通视频浏览账号 6 个', ago: 14 },
  { title: '调取学府街路口三日内录像并刻录', ago: 9 },
  { title: '会议室终端重装及入网', ago: 5 },
  { title: '节前机房巡检报告加急出具', ago: 1 },
] as const;

/** Service requests, some of them answered, and the periodic duties of the month that were done. */
export function tellServices(course: Course, roster: Roster, staff: Staff, dice: Dice): void {
  for (const [i, { title, ago }] of asked.entries()) {
    const at = course.end - ago * day - dice.whole(1, 8) * hour;
    course.plan(at, async (desk) => {
      const by = roster.officerAt(at, dice);
      const kinds = (await desk.as(by, serviceRequests.services, {})).find(({ usual }) => usual);
      // What the station takes by itself and must put down something for is left to a person.
      const plain = kinds?.services.filter(({ steps }) => steps.every((step) => !('records' in step))) ?? [];
      const service = plain[i % Math.max(1, plain.length)] ?? kinds?.services[i];
      if (!kinds || !service) return;
      await desk.as(by, serviceRequests.register, {
        profile: kinds.code,
        service: service.code,
        title,
        text: title,
        asker: referenceTo(dice.pick(staff.superiors)),
        answer: i % 2 === 0 ? '' : '已受理，安排工程师办理',
      });
    });
  }
  for (let index = 3; index < 29; index += 5) recordDuties(course, onDay(roster, index, '10:30'), roster, dice);
}

function recordDuties(course: Course, at: Instant, roster: Roster, dice: Dice): void {
  course.plan(at, async (desk) => {
    const by = roster.officerAt(at, dice);
    const { due } = await desk.as(by, periodicDuties.list, {});
    const open = due.filter(({ said, from, per }) => said === undefined && from <= at && per === 'contract');
    for (const { profile, duty, period } of open.slice(0, 3)) {
      await desk.as(by, periodicDuties.record, { profile, duty, period, result: '已完成，结果正常' });
    }
  });
}
