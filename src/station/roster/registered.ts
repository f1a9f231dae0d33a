import type { PersonReference } from '../../shared/references';
import type { LeftPerson } from '../../shared/roster/absence';
import type { Assignment } from '../../shared/roster/assignment';
import { peopleOfShift, type Shift } from '../../shared/roster/shift';
import type { Db } from '../database/open';
import { personById } from '../people';

/** As the register calls a person now. An id that the register does not have makes nobody known: only the name stays. */
export function fromRegister(db: Db, { id, name, phone }: PersonReference): PersonReference {
  const person = id === undefined ? undefined : personById(db, id);
  if (person) return { id: person.id, name: person.name };
  return phone === undefined ? { name } : { name, phone };
}

export function assignmentFromRegister(db: Db, { key, leader, officers, open }: Assignment): Assignment {
  return { key, leader: leader && fromRegister(db, leader), officers: officers.map((person) => fromRegister(db, person)), open };
}

/** Those who stand one of the shifts, or are named beside, and have left the unit. */
export function leftAmong(
  db: Db,
  shifts: readonly Pick<Shift, 'leader' | 'officers'>[],
  beside: readonly PersonReference[] = [],
): LeftPerson[] {
  const ids = new Set([...shifts.flatMap(peopleOfShift), ...beside].flatMap(({ id }) => id ?? []));
  return [...ids].flatMap((id) => {
    const date = personById(db, id)?.left?.date;
    return date === undefined ? [] : [{ person: id, date }];
  });
}
