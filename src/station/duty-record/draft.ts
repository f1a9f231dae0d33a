import { isExpected } from '../../shared/attendance/rules';
import { type DutyRecordDraft, importantKinds, mostQuoted, quotedLength } from '../../shared/duty-record/content';
import type { Shift } from '../../shared/roster/shift';
import type { StoredAccount } from '../accounts';
import { type AttendanceContext, attendanceOf, personOf, postOf, shiftFigures } from '../attendance';
import type { Raw } from '../database/open';
import { entriesBetween } from '../duty-log';

/** What the station can write of an officer's duty record by itself, as of now. */
export function draftOf(
  context: AttendanceContext & { raw: Raw },
  shift: Shift,
  account: Pick<StoredAccount, 'id' | 'name' | 'personId'>,
): DutyRecordDraft {
  const officer = personOf(account);
  const post = postOf(shift, officer);
  const { people } = attendanceOf(context, shift);
  const checkedIn = people.find(({ person }) => isExpected(person, officer))?.checkedIn;
  return {
    shift: { key: shift.key, name: shift.name, start: shift.start, end: shift.end },
    officer,
    account: account.id,
    ...(post ? { post } : {}),
    leader: shift.leader,
    colleagues: people
      .filter((one) => one.post !== 'leader' && one.checkedIn && !isExpected(one.person, officer))
      .map(({ person }) => person)
      .slice(0, 40),
    ...(checkedIn ? { checkedInAt: checkedIn.at, minutesLate: checkedIn.minutesLate } : {}),
    figures: shiftFigures(context, shift),
    important: entriesBetween(context.raw, shift.start, shift.end)
      .filter(({ officer: writer, kind }) => writer === account.id && (importantKinds as readonly string[]).includes(kind))
      .slice(-mostQuoted)
      .map(({ id, number, occurredAt, kind, text }) => ({ entry: id, number, occurredAt, kind, text: shortened(text) })),
  };
}

function shortened(text: string): string {
  const characters = [...text];
  return text.length > quotedLength
    ? `${characters
        .slice(0, quotedLength / 2)
        .join('')
        .trim()}…`.toWellFormed()
    : text;
}
