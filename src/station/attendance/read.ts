import { eq } from 'drizzle-orm';
import { presencesOf, presenceState } from '../../shared/attendance/presence';
import type { AttendanceRecord, Presence } from '../../shared/attendance/record';
import { isSamePerson } from '../../shared/references';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import { readRosterRules, type RosterBook, shiftBefore } from '../roster';
import { type AttendanceBook, attendanceTable } from './projection';

/** Where attendance is looked up; every handler's context is one. */
export interface AttendanceContext extends RosterBook {
  now: Instant;
}

export interface Attendance {
  people: Presence[];
  records: AttendanceRecord[];
}

/** Who is at the post in a shift, late, absent or away, and every record it follows from. */
export function attendanceOf(context: AttendanceContext, shift: Shift): Attendance {
  const records = recordsOf(context, shift.id);
  return { people: presencesOf(shift, records, context.now).map((presence) => carriedOver(context, shift, presence)), records };
}

export function recordsOf({ db }: Pick<AttendanceContext, 'db'>, shift: string): AttendanceRecord[] {
  const book = db.select({ doc: attendanceTable.doc }).from(attendanceTable).where(eq(attendanceTable.id, shift)).get()?.doc;
  return book ? marked(book) : [];
}

/** Two desks may void the same entry apart: the first reason is shown. */
function marked({ records, voidings }: AttendanceBook): AttendanceRecord[] {
  const voided = new Map<string, AttendanceRecord['voided']>();
  for (const { of, at, author, reason } of voidings) if (!voided.has(of)) voided.set(of, { at, author, reason });
  return records.map((record) => {
    const voiding = voided.get(record.entry);
    return (voiding ? { ...record, voided: voiding } : record) as AttendanceRecord;
  });
}

/** A leader whose watch lasts the whole day stands on from the shift before, without a second check-in. */
function carriedOver(context: AttendanceContext, shift: Shift, presence: Presence): Presence {
  if (presence.post !== 'leader' || presence.checkedIn || context.now < shift.start) return presence;
  const { pattern } = readRosterRules(context);
  if (pattern.leader !== 'wholeDay') return presence;
  let earlier = shift;
  for (let i = 1; i < pattern.shifts.length; i++) {
    earlier = shiftBefore(context, earlier);
    if (!earlier.leader || !isSamePerson(earlier.leader, presence.person)) return presence;
    const before = presencesOf(earlier, recordsOf(context, earlier.id), earlier.end).find(({ post }) => post === 'leader');
    if (before?.checkedOutAt !== undefined) return presence;
    if (!before?.checkedIn) continue;
    const facts = {
      ...presence,
      checkedIn: { ...before.checkedIn, minutesLate: 0, carriedOver: true },
      // Who was away when the shift changed is away still, until the return is noted in this one.
      ...(presence.away || !before.away || isBack(context, shift, presence) ? {} : { away: before.away }),
    };
    return { ...facts, state: presenceState(facts, shift.start, context.now) };
  }
  return presence;
}

function isBack(context: AttendanceContext, shift: Shift, { person }: Presence): boolean {
  return recordsOf(context, shift.id).some(
    (record) => record.what === 'postReturnedTo' && record.voided === undefined && isSamePerson(record.person, person),
  );
}
