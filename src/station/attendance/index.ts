export { noteAbsences } from './absences';
export { personOf, postOf } from './check-in';
export { attendanceFigures, shiftFigures } from './figures';
export { attendanceHandlers } from './handlers';
export { attendanceProjection } from './projection';
export { type Attendance, type AttendanceContext, attendanceOf } from './read';
export { visitorProjection } from './visitor-projection';
