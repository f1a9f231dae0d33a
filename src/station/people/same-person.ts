import { nameKey } from '../../shared/people/names';
import type { PersonFacts } from '../../shared/people/person';
import { derivedId } from '../random';

type Numbers = Pick<PersonFacts, 'phone' | 'otherPhones'>;

/** All numbers of a person, the primary first. */
export function numbersOf({ phone, otherPhones }: Numbers): string[] {
  return phone === '' ? otherPhones : [phone, ...otherPhones];
}

export function sharesPhone(a: Numbers, b: Numbers): boolean {
  const numbers = new Set(numbersOf(a));
  return numbersOf(b).some((number) => numbers.has(number));
}

export function samePlace(a: PersonFacts, b: PersonFacts): boolean {
  return a.group === b.group && a.organisation === b.organisation;
}

/** Of two with one name: the same number, or no number at all and the same place. */
export function samePerson(a: PersonFacts, b: PersonFacts): boolean {
  return sharesPhone(a, b) || (numbersOf(a).length + numbersOf(b).length === 0 && samePlace(a, b));
}

/** Two desks that take in the same list while apart name each person alike, so that afterwards everybody is there once. */
export function personIdOf(person: PersonFacts): string {
  const known = numbersOf(person)[0] ?? `${person.group}/${person.organisation}`;
  return derivedId(`person/${nameKey(person.name)}/${known}`);
}
