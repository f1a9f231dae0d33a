import { attendanceAbsenceNoted } from '../../shared/attendance/events';
import type { EventDraft } from '../../shared/event';
import { isSamePerson } from '../../shared/references';
import { derivedId } from '../random';
import { shiftAt } from '../roster';
import { type AttendanceContext, attendanceOf } from './read';

/** Who is on the roster and has not come 5 minutes after the beginning: put on record once, on every desk under the same id. */
export function noteAbsences(context: AttendanceContext): (EventDraft & { derivedId: string })[] {
  const shift = shiftAt(context, context.now);
  if (!shift.rostered) return [];
  const { people, records } = attendanceOf(context, shift);
  // A voided note stays noted: what a leader has judged is not brought up again.
  const isNoted = (person: { id?: string | undefined; name: string }) =>
    records.some((record) => record.what === 'absenceNoted' && isSamePerson(record.person, person));
  return people
    .filter(({ state, person }) => state === 'absent' && !isNoted(person))
    .map(({ person }) => ({
      ...attendanceAbsenceNoted(shift.id, { author: '', shift: shift.key, person, start: shift.start }),
      derivedId: derivedId(`absence/${shift.key}/${person.id ?? person.name}`),
    }));
}
