import { isSamePerson, type PersonReference } from '../../shared/references';
import type { Post, Shift } from '../../shared/roster/shift';
import { type Instant, minute } from '../../shared/time';

const postWords: Record<Post, string> = { leader: '带班领导', officer: '值班员' };

/** Shifts of one person, each with the post. */
export function shiftsOfPerson(shifts: readonly Shift[], person: PersonReference): { shift: Shift; post: Post }[] {
  return shifts.flatMap((shift) => {
    const post = shift.officers.some((officer) => isSamePerson(officer, person))
      ? 'officer'
      : shift.leader && isSamePerson(shift.leader, person)
        ? 'leader'
        : undefined;
    return post ? [{ shift, post: post as Post }] : [];
  });
}

/**
 * One person's shifts as iCalendar (RFC 5545). Times are UTC, so that every program shows them right in the station's zone; the UID of
 * a shift is always the same, so that a later file replaces what an earlier one brought in.
 */
export async function personCalendar(
  person: PersonReference,
  duties: readonly { shift: Shift; post: Post }[],
  { unit, zone, now }: { unit: string; zone: string; now: Instant },
): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import('ical-generator');
  const calendar = ical({
    name: `${person.name}值班`,
    prodId: { company: 'duty-station', product: 'roster', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.x('X-WR-TIMEZONE', zone);
  for (const { shift, post } of duties) {
    calendar.createEvent({
      id: `${shift.id}.${person.id ?? Buffer.from(person.name).toString('hex')}@duty-station`,
      // Counts up with every file, so that the later one wins.
      sequence: Math.max(0, Math.floor((now - firstSequence) / minute)),
      stamp: new Date(now),
      start: new Date(shift.start),
      end: new Date(shift.end),
      summary: `${shift.name}（${postWords[post]}）`,
      location: unit,
      description: othersOf(shift, person),
    });
  }
  return calendar.toString();
}

const firstSequence = Date.UTC(2026, 0, 1);

/** Who stands it too. */
function othersOf({ leader, officers, open }: Shift, person: PersonReference): string {
  const others = officers.filter((officer) => !isSamePerson(officer, person)).map(({ name }) => name);
  return [
    ...(leader ? [`带班领导：${leader.name}`] : []),
    ...(others.length > 0 ? [`同班：${others.join('、')}`] : []),
    ...(open > 0 ? [`空缺：${open}人`] : []),
  ].join('\n');
}
