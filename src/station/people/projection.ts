import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { canonicalJson } from '../../shared/canonical';
import type { EntryFacts } from '../../shared/event';
import { personChanged, personLeft, personRegistered, personReturned } from '../../shared/people/events';
import { nameKey } from '../../shared/people/names';
import { blankPerson, type PersonFacts, type PersonField, personFields } from '../../shared/people/person';
import { documentStore, on, projection } from '../journal/projection';

export interface Person extends PersonFacts {
  /** In the order in which they are asked. */
  deputies: string[];
  left?: { date: string; reason: string } | undefined;
  /** What another desk registered for the same person, where it differed; gone once a person has decided on the field. */
  contested: { [F in PersonField]?: PersonFacts[F][] };
  changedAt: number;
  changedBy: string;
}

export const peopleTable = sqliteTable(
  'people',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Person>().notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    gender: text('gender').notNull(),
    /** Primary number, then the others, a blank between; begins with a blank when there is no primary. */
    phones: text('phones').notNull(),
    post: text('post').notNull(),
    groupName: text('group_name').notNull(),
    organisation: text('organisation').notNull(),
    responsibility: text('responsibility').notNull(),
    left: integer('has_left').notNull(),
  },
  (table) => [index('people_by_id').on(table.id), index('people_by_name').on(table.nameKey)],
);

/** The first to register a field stands; what a second desk said otherwise is kept beside it. */
function registered(person: Person, facts: PersonFacts, entry: EntryFacts): Person {
  const next: Person = { ...person, contested: { ...person.contested }, ...touched(entry) };
  for (const field of personFields) {
    const said = canonicalJson(facts[field]);
    const blank = canonicalJson(blankPerson[field]);
    if (said === blank || said === canonicalJson(next[field])) continue;
    if (canonicalJson(next[field]) === blank) Object.assign(next, { [field]: facts[field] });
    else if (!(next.contested[field] ?? []).some((other) => canonicalJson(other) === said)) {
      Object.assign(next.contested, { [field]: [...(next.contested[field] ?? []), facts[field]] });
    }
  }
  return next;
}

function changed(person: Person, facts: Partial<PersonFacts> & { deputies?: string[] | undefined }, entry: EntryFacts): Person {
  const settled = Object.entries(person.contested).filter(([field]) => !(field in facts));
  return { ...person, ...facts, contested: Object.fromEntries(settled), ...touched(entry) };
}

function touched({ at, actor }: EntryFacts): Pick<Person, 'changedAt' | 'changedBy'> {
  return { changedAt: at, changedBy: actor };
}

export const personProjection = projection<Person>({
  slice: 'people',
  kind: 'person',
  version: 1,
  initial: () => ({ ...blankPerson, deputies: [], contested: {}, changedAt: 0, changedBy: '' }),
  folds: [
    on(personRegistered, (person: Person, { from: _, ...facts }, entry) => registered(person, facts, entry)),
    on(personChanged, (person: Person, { from: _, ...facts }, entry) => changed(person, facts as Partial<PersonFacts>, entry)),
    on(personLeft, (person: Person, { date, reason }, entry) => ({ ...person, left: { date, reason }, ...touched(entry) })),
    on(personReturned, (person: Person, _, entry) => ({ ...person, left: undefined, ...touched(entry) })),
  ],
  tables: [peopleTable],
  open: (raw) =>
    documentStore<Person>(raw, peopleTable, (person) => ({
      name: person.name,
      name_key: nameKey(person.name),
      gender: person.gender,
      phones: [person.phone, ...person.otherPhones].join(' '),
      post: person.post,
      group_name: person.group,
      organisation: person.organisation,
      responsibility: person.responsibility,
      has_left: person.left ? 1 : 0,
    })),
});
