import { isExpected, minutesLate, opensForCheckIn } from '../../shared/attendance/rules';
import { attendanceCheckedIn } from '../../shared/attendance/events';
import type { Presence } from '../../shared/attendance/record';
import type { PersonReference } from '../../shared/references';
import { deskRoles } from '../../shared/roles';
import type { Post, Shift } from '../../shared/roster/shift';
import type { StoredAccount } from '../accounts';
import { append, type Decision, type Refused, refuse, type SignedContext } from '../handler';
import { shiftAfter, shiftAt } from '../roster';
import { attendanceOf } from './read';

export interface CheckedIn {
  shift: string;
  person: PersonReference;
  minutesLate: number;
  standsIn: boolean;
}

/** How the record names the holder of an account. */
export function personOf({ name, personId }: Pick<StoredAccount, 'name' | 'personId'>): PersonReference {
  return personId === undefined ? { name } : { id: personId, name };
}

/** What the roster has a person for in a shift. */
export function postOf(shift: Pick<Shift, 'leader' | 'officers'>, person: PersonReference): Post | undefined {
  if (shift.officers.some((officer) => isExpected(officer, person))) return 'officer';
  return shift.leader && isExpected(shift.leader, person) ? 'leader' : undefined;
}

/**
 * Puts an account's holder on record as being at the post. Time and lateness are the station's. Refusals: `notADeskAccount`, `notOpen`,
 * `alreadyCheckedIn`, `notRostered` (then only with a reason: 顶班).
 */
export function checkedIn(
  account: StoredAccount,
  key: string | undefined,
  reason: string,
  context: SignedContext,
): Decision<CheckedIn> | Refused {
  if (!account.roles.some((role) => deskRoles.includes(role))) return refuse('notADeskAccount');
  const person = personOf(account);
  const shift = shiftFor(person, key, context);
  if (!shift) return refuse('notOpen', { key: key ?? '' });
  const there = ofPerson(attendanceOf(context, shift).people, person);
  if (there?.checkedIn && !there.checkedIn.carriedOver && there.checkedOutAt === undefined) {
    return refuse('alreadyCheckedIn', { name: person.name, at: there.checkedIn.at });
  }
  const post = postOf(shift, person);
  if (!post && reason === '') return refuse('notRostered', { name: person.name, shift: shift.name });
  // Who stands in was not expected; who stands on from the shift before has been there all along.
  const late = post && !there?.checkedIn?.carriedOver ? minutesLate(shift.start, context.now) : 0;
  const event = attendanceCheckedIn(shift.id, {
    author: account.name,
    shift: shift.key,
    account: account.id,
    person,
    ...(post ? { post } : {}),
    start: shift.start,
    minutesLate: late,
    reason,
  });
  const output = { shift: shift.key, person, minutesLate: late, standsIn: post === undefined };
  return append(event, output);
}

export function ofPerson(people: readonly Presence[], person: PersonReference): Presence | undefined {
  return people.find((one) => isExpected(one.person, person));
}

/** The shift asked for, if it can be checked in to now; without one, that which expects the person. */
function shiftFor(person: PersonReference, key: string | undefined, context: SignedContext): Shift | undefined {
  const current = shiftAt(context, context.now);
  const next = shiftAfter(context, current);
  const open = opensForCheckIn(next.start, context.now) ? [current, next] : [current];
  if (key !== undefined) return open.find((shift) => shift.key === key);
  const expecting = open.filter((shift) => postOf(shift, person) !== undefined);
  return expecting.find((shift) => !ofPerson(attendanceOf(context, shift).people, person)?.checkedIn) ?? expecting[0] ?? current;
}
