import type { attendance as contract } from '../../shared/attendance/contract';
import {
  attendanceCheckedOut,
  attendancePostLeft,
  attendancePostReturnedTo,
  attendanceSpotChecked,
  attendanceVoided,
  visitorArrived,
  visitorLeft,
  visitorVoided,
} from '../../shared/attendance/events';
import { isUnrelieved } from '../../shared/attendance/presence';
import type { Presence } from '../../shared/attendance/record';
import { isExpected, opensForCheckIn } from '../../shared/attendance/rules';
import { isSamePerson, type PersonReference } from '../../shared/references';
import type { Shift } from '../../shared/roster/shift';
import { allAccounts, signedCommand } from '../accounts';
import type { Db } from '../database/open';
import { append, type HandlersOf, refuse, type SignedContext } from '../handler';
import { shiftAfter, shiftAsked, shiftBefore, shiftByKey } from '../roster';
import { checkedIn, ofPerson, personOf } from './check-in';
import { attendanceFigures, shiftFigures } from './figures';
import { attendanceOf } from './read';
import { badgeHolder, visitorById, visitorsBetween, visitorsOf } from './visitors';

/** Attendance (在岗): who is at the post, by their own password; leaving and returning; spot checks; visitors (domain.md 1). */
export function attendanceHandlers({ passwordCost }: { passwordCost: number }): HandlersOf<typeof contract> {
  return {
    checkIn: signedCommand(passwordCost, ({ shift, reason }, context, account) => checkedIn(account, shift, reason, context)),
    leavePost: ({ shift: key, person, permission, reason, expectedBack }, context) => {
      const found = present(context, key, person);
      if ('code' in found) return refuse(found.code);
      const { shift, presence } = found;
      if (presence.away) return refuse('alreadyAway', { name: presence.person.name, since: presence.away.since });
      if (permission && isSamePerson(permission.by, presence.person)) return refuse('ownPermission');
      if (expectedBack !== undefined && expectedBack <= context.now) return refuse('backInPast', { at: expectedBack });
      return append(
        attendancePostLeft(shift.id, {
          author: context.officer.name,
          shift: shift.key,
          person: presence.person,
          permission,
          reason,
          ...(expectedBack === undefined ? {} : { expectedBack }),
        }),
      );
    },
    returnToPost: ({ shift: key, person }, context) => {
      const shift = shiftByKey(context, key);
      if (!shift) return refuse('noSuchShift');
      const presence = ofPerson(attendanceOf(context, shift).people, person);
      if (!presence?.away) return refuse('notAway', { name: person.name });
      return append(attendancePostReturnedTo(shift.id, { author: context.officer.name, shift: shift.key, person: presence.person }));
    },
    checkOut: ({ shift: key, person }, context) => {
      const found = present(context, key, person);
      if ('code' in found) return refuse(found.code);
      const { shift, presence } = found;
      return append(attendanceCheckedOut(shift.id, { author: context.officer.name, shift: shift.key, person: presence.person }));
    },
    spotCheck: ({ shift: key, ...facts }, context) => {
      const shift = shiftAsked(context, key);
      if (!shift) return refuse('noSuchShift');
      if (facts.result === 'problems' && facts.findings === '') return refuse('findingsNeeded');
      return append(attendanceSpotChecked(shift.id, { author: context.officer.name, shift: shift.key, ...facts }));
    },
    void: ({ shift: key, entry, reason }, context) => {
      const shift = shiftByKey(context, key);
      const record = shift && attendanceOf(context, shift).records.find((one) => one.entry === entry);
      if (!record) return refuse('notFound');
      if (record.voided) return refuse('alreadyVoided', { author: record.voided.author, at: record.voided.at });
      const violation = record.what === 'absenceNoted' || (record.what === 'postLeft' && record.permission === null);
      if (violation && !context.officer.roles.includes('shiftLeader')) return refuse('leaderVoids');
      return append(attendanceVoided(shift.id, { author: context.officer.name, shift: shift.key, entry, reason }));
    },
    visitorArrived: ({ visits, ...facts }, { raw, newId, officer }) => {
      const holder = badgeHolder(raw, facts.badge);
      if (holder) return refuse('badgeGivenOut', { badge: facts.badge, name: holder.name });
      const id = newId();
      return append(visitorArrived(id, { author: officer.name, visits: visits ?? null, ...facts }), { id });
    },
    visitorLeft: ({ id, badgeReturned }, { raw, officer }) => {
      const visitor = visitorById(raw, id);
      if (!visitor) return refuse('notFound');
      if (visitor.voided) return refuse('visitorVoided');
      if (visitor.leftAt !== undefined) return refuse('visitorGone', { name: visitor.name, at: visitor.leftAt });
      return append(visitorLeft(id, { author: officer.name, badgeReturned }));
    },
    voidVisitor: ({ id, reason }, { raw, officer }) => {
      const visitor = visitorById(raw, id);
      if (!visitor) return refuse('notFound');
      if (visitor.voided) return refuse('visitorVoided');
      return append(visitorVoided(id, { author: officer.name, reason }));
    },
    shift: ({ key }, context) => {
      const shift = shiftAsked(context, key);
      if (!shift) return { refusal: { code: 'notFound' } };
      const next = shiftAfter(context, shift);
      const opens = opensForCheckIn(next.start, context.now) && context.now < next.start;
      const there = attendanceOf(context, shift);
      const before = unrelievedBefore(context, shift, there.people);
      return {
        shift,
        records: there.records,
        people: withLogins(context.db, there.people),
        ...(before ? { unrelieved: before } : {}),
        visitors: visitorsBetween(context.raw, shift.start, shift.end),
        figures: attendanceFigures(context, shift),
        ...(opens ? { next: { shift: next, people: withLogins(context.db, attendanceOf(context, next).people) } } : {}),
      };
    },
    figures: ({ key }, context) => {
      const shift = shiftAsked(context, key);
      return shift ? shiftFigures(context, shift) : { refusal: { code: 'notFound' } };
    },
    visitors: ({ inside, limit }, { raw }) => visitorsOf(raw, inside, limit),
  };
}

/** The shift before, while its officers wait for relief; only of the shift that is on now. */
function unrelievedBefore(context: SignedContext, shift: Shift, people: readonly Presence[]) {
  if (context.now < shift.start || context.now >= shift.end) return undefined;
  const before = shiftBefore(context, shift);
  const then = attendanceOf(context, before).people;
  if (!isUnrelieved(then, people)) return undefined;
  return {
    shift: before,
    people: then.filter(({ checkedIn, checkedOutAt }) => checkedIn && checkedOutAt === undefined).map(({ person }) => person),
  };
}

/** Names the account of each person, as far as one can be found. */
function withLogins(db: Db, people: readonly Presence[]): Presence[] {
  const accounts = allAccounts(db).filter(({ disabled }) => !disabled);
  return people.map((presence) => {
    const { checkedIn, person } = presence;
    const account = accounts.find((one) => (checkedIn ? one.id === checkedIn.account : isExpected(person, personOf(one))));
    return account ? { ...presence, login: account.login } : presence;
  });
}

/** A person who is on record as having come in a shift and not as having gone. */
function present(context: SignedContext, key: string, person: PersonReference): { shift: Shift; presence: Presence } | { code: string } {
  const shift = shiftByKey(context, key);
  if (!shift) return { code: 'noSuchShift' };
  const presence = ofPerson(attendanceOf(context, shift).people, person);
  return presence?.checkedIn && presence.checkedOutAt === undefined ? { shift, presence } : { code: 'notCheckedIn' };
}
