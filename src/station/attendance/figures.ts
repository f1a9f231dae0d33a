import type { ShiftFigure } from '../../shared/handover/item';
import type { Shift } from '../../shared/roster/shift';
import type { Raw } from '../database/open';
import { logFigures } from '../duty-log';
import { faultFigures } from '../faults';
import { matterFigures } from '../matters';
import { reportFigures } from '../reports';
import { type AttendanceContext, attendanceOf } from './read';
import { visitorsBetween } from './visitors';

/** A shift's attendance in numbers: present (late ones counted in), late, absent, left without permission, spot checks, visitors. */
export function attendanceFigures(context: AttendanceContext & { raw: Raw }, shift: Shift): ShiftFigure[] {
  const { people, records } = attendanceOf(context, shift);
  const visitors = visitorsBetween(context.raw, shift.start, shift.end);
  return [
    { key: 'present', value: people.filter(({ checkedIn }) => checkedIn).length },
    { key: 'late', value: people.filter(({ checkedIn }) => checkedIn && checkedIn.minutesLate > 0).length },
    { key: 'absent', value: people.filter(({ state }) => state === 'absent').length },
    { key: 'leftWithoutPermission', value: people.reduce((sum, { leftWithoutPermission }) => sum + leftWithoutPermission, 0) },
    { key: 'spotChecks', value: records.filter(({ what, voided }) => what === 'spotChecked' && !voided).length },
    { key: 'visitors', value: visitors.filter(({ arrivedAt, voided }) => arrivedAt >= shift.start && !voided).length },
  ];
}

/** A shift in numbers: attendance, what was logged by kind, faults, matters, and reports late or missing. */
export function shiftFigures(context: AttendanceContext & { raw: Raw }, shift: Shift): ShiftFigure[] {
  const until = Math.min(shift.end, Math.max(context.now, shift.start));
  return [
    ...attendanceFigures(context, shift),
    ...logFigures(context.raw, shift.start, until),
    ...faultFigures(context.raw, shift.start, until),
    ...matterFigures(context, shift.start, until),
    ...reportFigures(context, shift.start, until),
  ];
}
