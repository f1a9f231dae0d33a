import { and, eq, inArray, ne } from 'drizzle-orm';
import { nameKey } from '../../shared/people/names';
import type { PersonCard, PersonFacts } from '../../shared/people/person';
import { rankOfGroup, rankOfPost } from '../../shared/people/posts';
import type { Db, Raw } from '../database/open';
import { type Person, peopleTable } from './projection';
import { remembered } from './remembered';

export type StoredPerson = Person & { id: string };

const whole = { id: peopleTable.id, doc: peopleTable.doc };
/** A stream whose registration has not arrived yet has no name, and is nobody so far. */
const known = ne(peopleTable.name, '');

/** A person of the register, present or left; undefined when there is none. */
export function personById(db: Db, id: string): StoredPerson | undefined {
  const row = db
    .select(whole)
    .from(peopleTable)
    .where(and(eq(peopleTable.id, id), known))
    .get();
  return row && { id: row.id, ...row.doc };
}

/** Those of the ids that are in the register, in the order asked. */
export function peopleByIds(db: Db, ids: readonly string[]): StoredPerson[] {
  if (ids.length === 0) return [];
  const rows = db
    .select(whole)
    .from(peopleTable)
    .where(and(inArray(peopleTable.id, [...ids]), known))
    .all();
  const people = new Map(rows.map(({ id, doc }) => [id, { id, ...doc }]));
  return ids.flatMap((id) => people.get(id) ?? []);
}

export function allPeople(db: Db): StoredPerson[] {
  return db
    .select(whole)
    .from(peopleTable)
    .where(known)
    .all()
    .map(({ id, doc }) => ({ id, ...doc }));
}

export function namesakesOf(db: Db, person: Pick<PersonFacts, 'name'>): StoredPerson[] {
  return db
    .select(whole)
    .from(peopleTable)
    .where(and(eq(peopleTable.nameKey, nameKey(person.name)), known))
    .all()
    .map(({ id, doc }) => ({ id, ...doc }));
}

/** True when anything was ever written under this id, whatever is known of it. */
export function personIdUsed(db: Db, id: string): boolean {
  return db.select({ id: peopleTable.id }).from(peopleTable).where(eq(peopleTable.id, id)).get() !== undefined;
}

export function cardOf(person: StoredPerson): PersonCard {
  const { id, name, gender, post, group, organisation, responsibility, phone, otherPhones } = person;
  return { id, name, gender, post, group, organisation, responsibility, phone, otherPhones, left: person.left !== undefined };
}

/** What a list shows of a person, straight from the columns: no document is opened. */
export interface CardRow {
  id: string;
  name: string;
  name_key: string;
  gender: string;
  phones: string;
  post: string;
  group_name: string;
  organisation: string;
  responsibility: string;
  has_left: number;
}

export function cardRows(raw: Raw, includeLeft: boolean): CardRow[] {
  return raw
    .prepare<[number], CardRow>(
      `SELECT id, name, name_key, gender, phones, post, group_name, organisation, responsibility, has_left
       FROM people WHERE name <> '' AND has_left <= ?`,
    )
    .all(includeLeft ? 1 : 0);
}

export function cardOfRow({ id, name, gender, post, phones, group_name, organisation, responsibility, has_left }: CardRow): PersonCard {
  const [phone = '', ...otherPhones] = phones.split(' ');
  return { id, name, gender, post, group: group_name, organisation, responsibility, phone, otherPhones, left: has_left === 1 };
}

const groupRank = remembered(rankOfGroup);
const postRank = remembered(rankOfPost);
const byPinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

function inPinyin(a: string, b: string): number {
  return a === b ? 0 : byPinyin.compare(a, b);
}

/** As on a contact sheet: group by group, who leads first, then by name; contacts outside by organisation at the end. */
export function asOnSheet(a: PersonCard, b: PersonCard): number {
  return (
    Number(a.organisation !== '') - Number(b.organisation !== '') ||
    groupRank(a.group) - groupRank(b.group) ||
    inPinyin(a.group || a.organisation, b.group || b.organisation) ||
    Number(a.left) - Number(b.left) ||
    postRank(a.post) - postRank(b.post) ||
    inPinyin(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
