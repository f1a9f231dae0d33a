import { contracts } from '../../shared/contracts';
import { hour, type Instant, minute } from '../../shared/time';
import type { Course } from './course';
import type { Dice } from './dice';
import type { Device, Estate } from './estate';
import type { Roster } from './roster';
import { referenceTo, type Staff } from './staff';

const { plannedWork } = contracts;

interface Tag {
  devices: readonly Device[];
  takesDownBelow?: boolean;
  reason: string;
  effect: string;
  /** Hours from the end of the month, which is the present of whoever opens it: when it was hung, begins and is to end. */
  hung: number;
  begins: number;
  ends: number;
  /** Prolonged, and taken down, when it was. */
  prolonged?: { at: number; until: number; reason: string };
  down?: { at: number; note: string };
}

/** Three tags: one that hangs, one that is to come in the next shift, one that was prolonged and taken down. */
export function tellPlannedWorks(course: Course, roster: Roster, staff: Staff, { switches, central }: Estate, dice: Dice): void {
  const named = (name: string) => central.filter((device) => device.name === name);
  const tags: readonly Tag[] = [
    {
      devices: named('云存储节点-02'),
      reason: '更换 2 块预警硬盘，重建阵列',
      effect: '该节点录像回放变慢，写入不受影响',
      hung: -30,
      begins: -29,
      ends: -25,
      prolonged: { at: -25.5, until: -23, reason: '阵列重建未完成' },
      down: { at: -23.5, note: '重建完成，抽查 6 路录像正常' },
    },
    {
      devices: switches.slice(4, 5),
      takesDownBelow: true,
      reason: '更换上联光模块，重做接地',
      effect: '所辖前端点位中断',
      hung: -2,
      begins: -2,
      ends: 3,
    },
    { devices: named('UPS主机-1'), reason: '蓄电池充放电试验', effect: '试验期间由市电旁路供电', hung: -5, begins: 9, ends: 12 },
  ];
  for (const tag of tags) tell(course, roster, staff, tag, dice);
}

function tell(course: Course, roster: Roster, { engineers, office }: Staff, tag: Tag, dice: Dice): void {
  const { devices, takesDownBelow = false, reason, effect, prolonged, down } = tag;
  const at = (hours: number): Instant => {
    const moment = course.end + hours * hour;
    return moment - (moment % (10 * minute));
  };
  const owner = dice.pick(engineers.filter(({ phone }) => phone !== ''));
  let hung: string | undefined;
  course.plan(at(tag.hung), async (desk) => {
    const { id } = await desk.as(roster.officerAt(at(tag.hung), dice), plannedWork.hang, {
      scope: { kind: 'devices', devices: devices.flatMap(({ id: device }) => device ?? []), takesDownBelow },
      owner: { ...referenceTo(owner), phone: owner.phone },
      reason,
      effect,
      starts: at(tag.begins),
      end: at(tag.ends),
      allowedBy: referenceTo(office),
    });
    hung = id;
  });
  if (prolonged) {
    course.plan(at(prolonged.at), async (desk) => {
      if (hung === undefined) return;
      const change = { id: hung, end: at(prolonged.until), reason: prolonged.reason };
      await desk.as(roster.officerAt(at(prolonged.at), dice), plannedWork.changeEnd, change);
    });
  }
  if (down) {
    course.plan(at(down.at), async (desk) => {
      if (hung === undefined) return;
      await desk.as(roster.officerAt(at(down.at), dice), plannedWork.takeDown, { id: hung, restored: true, note: down.note });
    });
  }
}
