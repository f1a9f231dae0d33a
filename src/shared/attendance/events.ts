import { z } from 'zod';
import { event } from '../event';
import { FilledLine, FilledText, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { ShiftKey } from '../roster/shift';
import { permissionMeans, spotCheckResults } from './rules';

const Person = z.strictObject(PersonReference.shape);
/** Name of the officer who entered it, as it was then; blank for the station itself. */
const Author = Line(40);
/** Which shift, readable by itself: the stream's id is derived from it. */
const shift = { shift: ShiftKey, author: Author };

export const CheckIn = z.strictObject({
  ...shift,
  /** Who proved to be there, by their own password. */
  account: Id,
  person: Person,
  /** What the roster had them for; undefined for who stands in (顶班). */
  post: z.enum(['leader', 'officer']).optional(),
  /** Beginning of the shift as it stood then, and how late that made them. */
  start: InstantInput,
  minutesLate: z.number().int().min(0).max(100_000),
  /** Why somebody came who was not on the roster; blank otherwise. */
  reason: Text(400),
});
export const attendanceCheckedIn = event('attendance.checkedIn@1', CheckIn);

export const Permission = z.strictObject({ by: Person, means: z.enum(permissionMeans) });
export const PostLeft = z.strictObject({
  ...shift,
  person: Person,
  /** Null: nobody gave it. A violation (domain.md 1). */
  permission: Permission.nullable(),
  reason: FilledText(400),
  expectedBack: InstantInput.optional(),
});
export const attendancePostLeft = event('attendance.postLeft@1', PostLeft);

export const attendancePostReturnedTo = event('attendance.postReturnedTo@1', z.strictObject({ ...shift, person: Person }));
export const attendanceCheckedOut = event('attendance.checkedOut@1', z.strictObject({ ...shift, person: Person }));

export const SpotCheck = z.strictObject({
  ...shift,
  checkedBy: Person,
  present: z.array(Person).max(20),
  result: z.enum(spotCheckResults),
  findings: Text(1_000),
  remark: Text(400),
});
export const attendanceSpotChecked = event('attendance.spotChecked@1', SpotCheck);

/** The station saw that a rostered person had not come 5 minutes after the beginning. */
export const AbsenceNoted = z.strictObject({ ...shift, person: Person, start: InstantInput });
export const attendanceAbsenceNoted = event('attendance.absenceNoted@1', AbsenceNoted);

/** An entry was wrong. It stays on the record beside the reason. */
export const attendanceVoided = event(
  'attendance.voided@1',
  z.strictObject({ author: Author, shift: ShiftKey, entry: Id, reason: FilledText(400) }),
);

export const VisitFacts = z.strictObject({
  name: FilledLine(40),
  /** Where they come from. */
  unit: Line(80),
  phone: Line(40),
  purpose: FilledText(400),
  /** Whom they come to see. */
  visits: Person.nullable(),
  badge: Line(24),
});
export type VisitFacts = z.infer<typeof VisitFacts>;
export const visitorArrived = event('visitor.arrived@1', z.strictObject({ ...VisitFacts.shape, author: Author }));
export const visitorLeft = event('visitor.left@1', z.strictObject({ author: Author, badgeReturned: z.boolean() }));
export const visitorVoided = event('visitor.voided@1', z.strictObject({ author: Author, reason: FilledText(400) }));
