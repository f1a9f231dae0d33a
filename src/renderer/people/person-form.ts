import { calendarDateOf } from '../../shared/people/dates';
import { blankPerson, type PersonFacts } from '../../shared/people/person';
import { phoneForEyes, phoneOf } from '../../shared/people/phones';

/** A person as typed: phones and dates are still what the officer wrote. */
export interface TypedPerson {
  outside: boolean;
  name: string;
  gender: PersonFacts['gender'];
  post: string;
  group: string;
  organisation: string;
  responsibility: string;
  serviceTime: string;
  phone: string;
  /** Several, with a comma between. */
  otherPhones: string;
  qualifications: { name: string; expires: string }[];
  tier: PersonFacts['tier'];
  remark: string;
}

export function typedOf(person: PersonFacts = blankPerson): TypedPerson {
  return {
    outside: person.organisation !== '',
    name: person.name,
    gender: person.gender,
    post: person.post,
    group: person.group,
    organisation: person.organisation,
    responsibility: person.responsibility,
    serviceTime: person.serviceTime,
    phone: phoneForEyes(person.phone),
    otherPhones: person.otherPhones.map(phoneForEyes).join('、'),
    qualifications: person.qualifications.map(({ name, expires }) => ({ name, expires: expires ?? '' })),
    tier: person.tier,
    remark: person.remark,
  };
}

const pieces = (text: string) => text.split(/[,，、;；/]/u).filter((piece) => piece.trim() !== '');

/** The first number in the text that is none, or undefined when all are. */
export function wrongPhone(text: string): string | undefined {
  return pieces(text).find((piece) => phoneOf(piece) === undefined);
}

export function wrongDate(text: string): boolean {
  return text.trim() !== '' && calendarDateOf(text) === undefined;
}

/** What the form says, once nothing in it is wrong any more; what belongs to the other kind of person is blank. */
export function factsOf(typed: TypedPerson): PersonFacts {
  const line = (text: string) => text.trim();
  return {
    name: line(typed.name),
    gender: typed.gender,
    post: line(typed.post),
    group: line(typed.group),
    organisation: typed.outside ? line(typed.organisation) : '',
    responsibility: line(typed.responsibility),
    serviceTime: typed.outside ? line(typed.serviceTime) : '',
    phone: line(typed.phone) === '' ? '' : (phoneOf(typed.phone) ?? typed.phone),
    otherPhones: pieces(typed.otherPhones).map((piece) => phoneOf(piece) ?? piece),
    qualifications: typed.qualifications.map(({ name, expires }) => {
      const date = calendarDateOf(expires);
      return { name: line(name), ...(date === undefined ? {} : { expires: date }) };
    }),
    tier: typed.tier,
    remark: line(typed.remark),
  };
}

/** Only the fields that were changed in the form: another desk may have changed the others meanwhile. */
export function changedFacts(before: PersonFacts, after: PersonFacts, contested: readonly string[]): Partial<PersonFacts> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => contested.includes(field) || JSON.stringify(value) !== JSON.stringify(before[field as keyof PersonFacts]),
    ),
  );
}
