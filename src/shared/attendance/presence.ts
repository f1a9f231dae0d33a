import { isSamePerson, type PersonReference } from '../references';
import type { Post, Shift } from '../roster/shift';
import type { Instant } from '../time';
import type { AttendanceRecord, Presence, PresenceState, RecordOf } from './record';
import { isAbsentBy, isExpected } from './rules';

type Facts = Omit<Presence, 'state'>;
type Watch = Pick<Shift, 'start' | 'leader' | 'officers'>;

/** How a person stands now: expected, present, late, absent, away, gone (issue 3). `start` is the shift's beginning. */
export function presenceState(facts: Pick<Facts, 'checkedIn' | 'away' | 'checkedOutAt'>, start: Instant, now: Instant): PresenceState {
  if (!facts.checkedIn) return isAbsentBy(start, now) ? 'absent' : 'expected';
  if (facts.checkedOutAt !== undefined) return 'checkedOut';
  if (facts.away) return facts.away.permission ? 'awayWithPermission' : 'awayWithoutPermission';
  return facts.checkedIn.minutesLate > 0 ? 'late' : 'present';
}

/**
 * Everybody of a shift: the leader, the officers, then who came without being on the roster, in the order they came. Two
 * check-ins of one person are both on record; the earlier counts. Voided records say nothing.
 */
export function presencesOf(shift: Watch, records: readonly AttendanceRecord[], now: Instant): Presence[] {
  const standing = records.filter(({ voided }) => voided === undefined);
  const rostered: [PersonReference, Post][] = [
    ...(shift.leader ? [[shift.leader, 'leader'] as [PersonReference, Post]] : []),
    ...shift.officers.map((person): [PersonReference, Post] => [person, 'officer']),
  ];
  const presences = rostered.map(([person, post]) =>
    presenceOf(
      person,
      post,
      standing.filter((record) => 'person' in record && isExpected(person, record.person)),
    ),
  );
  const extras: PersonReference[] = [];
  for (const record of standing) {
    if (record.what !== 'checkedIn' || rostered.some(([person]) => isExpected(person, record.person))) continue;
    if (!extras.some((person) => isSamePerson(person, record.person))) extras.push(record.person);
  }
  for (const person of extras) {
    presences.push(
      presenceOf(
        person,
        undefined,
        standing.filter((record) => 'person' in record && isSamePerson(person, record.person)),
      ),
    );
  }
  return presences.map((facts) => ({ ...facts, state: presenceState(facts, shift.start, now) }));
}

/**
 * Whether the watch before goes on over its time: officers of it have come and not gone, and nobody has come to relieve
 * them. A leader who stands for both shifts relieves nobody.
 */
export function isUnrelieved(before: readonly Presence[], current: readonly Presence[]): boolean {
  const stillThere = before.some(({ post, checkedIn, checkedOutAt }) => post !== 'leader' && checkedIn && checkedOutAt === undefined);
  return stillThere && !current.some(({ checkedIn }) => checkedIn && !checkedIn.carriedOver);
}

function presenceOf(person: PersonReference, post: Post | undefined, records: readonly AttendanceRecord[]): Facts {
  const checkIns = records.filter((record): record is RecordOf<'checkedIn'> => record.what === 'checkedIn');
  const first = checkIns.reduce<RecordOf<'checkedIn'> | undefined>((one, other) => (one && one.at <= other.at ? one : other), undefined);
  const facts: Facts = { person, leftWithoutPermission: 0, checkIns: checkIns.length };
  if (post) facts.post = post;
  if (first) {
    const { entry, at, minutesLate, account, reason } = first;
    facts.checkedIn = { entry, at, minutesLate, account, reason, carriedOver: false };
  }
  for (const record of records) take(facts, record);
  return facts;
}

/** What one record changes of where a person is, in the order of the clock. */
function take(facts: Facts, record: AttendanceRecord): void {
  switch (record.what) {
    case 'postLeft': {
      const { entry, at, permission, reason, expectedBack } = record;
      if (!permission) facts.leftWithoutPermission += 1;
      // Two desks noted it apart: away since the earlier, and without permission if one of them knew of none.
      facts.away = facts.away
        ? { ...facts.away, permission: facts.away.permission && permission }
        : { entry, since: at, permission, reason, ...(expectedBack === undefined ? {} : { expectedBack }) };
      break;
    }
    case 'checkedOut':
      delete facts.away;
      facts.checkedOutAt = record.at;
      break;
    case 'postReturnedTo':
      delete facts.away;
      break;
    case 'checkedIn':
      // Back after having left for good.
      delete facts.checkedOutAt;
      break;
    default:
  }
}
