import { type people as contract, registrars } from '../../shared/people/contract';
import { personChanged, personLeft, personRegistered, personReturned } from '../../shared/people/events';
import { blankPerson, type PersonCard, type PersonFacts, type PersonField, personFields } from '../../shared/people/person';
import { rolesOfPost } from '../../shared/people/posts';
import { dateIn } from '../../shared/time';
import { allAccounts, nameOfActor } from '../accounts';
import { append, type Context, type HandlersOf, prepared, type Refused, refuse, type SignedContext } from '../handler';
import { readSpreadsheet } from '../spreadsheets';
import { findPeople } from './find';
import { type PeopleOfSheets, peopleOfSheets } from './import/people-of-sheets';
import { asLeader, differenceOf, eventsOf, linesOf, type PlannedRow, planImport } from './import/plan';
import {
  allPeople,
  asOnSheet,
  cardOf,
  cardOfRow,
  cardRows,
  namesakesOf,
  peopleByIds,
  personById,
  personIdUsed,
  type StoredPerson,
} from './read';
import { personIdOf, samePerson } from './same-person';

/** The register of people (issue 2, item 4). */
export const peopleHandlers: HandlersOf<typeof contract> = {
  find: (input, { raw }) => findPeople(raw, input),
  list: ({ includeLeft }, { raw }) => {
    const everyone = cardRows(raw, true).map(cardOfRow).sort(asOnSheet);
    const left = everyone.filter((person) => person.left).length;
    return { groups: grouped(includeLeft ? everyone : everyone.filter((person) => !person.left)), present: everyone.length - left, left };
  },
  one: ({ id }, context) => {
    const person = personById(context.db, id);
    return person ? detailsOf(person, context) : { refusal: { code: 'notFound' } };
  },
  register: (input, context) => {
    const person: PersonFacts = { ...input, ...tidyPhones(input) };
    const twin = twinOf(person, context);
    if (twin) return twin;
    const id = freshId(person, context);
    return append(personRegistered(id, person), { id });
  },
  change: ({ id, ...given }, context) => {
    const person = personById(context.db, id);
    if (!person) return refuse('notFound');
    const facts = Object.fromEntries(personFields.map((field) => [field, person[field]])) as unknown as PersonFacts;
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const wanted = { ...facts, ...said };
    const next = { ...wanted, ...tidyPhones(wanted) };
    // A field that two desks disagree on is settled by saying it again, even as it stands.
    const settled = (Object.keys(person.contested) as PersonField[]).filter((field) => field in said);
    const change = { ...differenceOf(facts, next), ...Object.fromEntries(settled.map((field) => [field, next[field]])) };
    if (Object.keys(change).length === 0) return append([]);
    const renamed = 'name' in change || 'phone' in change || 'otherPhones' in change;
    const twin = renamed ? twinOf({ ...next, id }, context) : undefined;
    return twin ?? append(personChanged(id, change));
  },
  setDeputies: ({ id, deputies }, { db }) => {
    const person = personById(db, id);
    if (!person) return refuse('notFound');
    const wanted = [...new Set(deputies)];
    if (wanted.includes(id)) return refuse('ownDeputy');
    const found = peopleByIds(db, wanted);
    if (found.length < wanted.length) return refuse('deputyUnknown');
    // Whoever was a deputy before leaving may stay on the list until somebody takes them off.
    const gone = found.find((deputy) => deputy.left && !person.deputies.includes(deputy.id));
    if (gone) return refuse('deputyLeft', { name: gone.name });
    return wanted.join() === person.deputies.join() ? append([]) : append(personChanged(id, { deputies: wanted }));
  },
  leave: ({ id, date, reason }, { db }) => {
    const person = personById(db, id);
    if (!person) return refuse('notFound');
    if (person.left) return refuse('alreadyLeft', { date: person.left.date });
    const accountOpen = allAccounts(db).some((account) => account.personId === id && !account.disabled);
    return append(personLeft(id, { date, reason }), { accountOpen });
  },
  comeBack: ({ id, date }, { db }) => {
    const person = personById(db, id);
    if (!person) return refuse('notFound');
    return person.left ? append(personReturned(id, { date })) : refuse('notLeft');
  },
  previewImport: async ({ content }, context) => {
    const read = await readPeople(content, context);
    return 'refusal' in read ? read : planImport(read, allPeople(context.db)).preview;
  },
  import: prepared(
    ({ content }, context) => readPeople(content, context),
    ({ name, leaveOut, plan }, context, read) => {
      if ('refusal' in read) return read;
      const planned = planImport(read, allPeople(context.db));
      if (plan !== undefined && plan !== planned.preview.plan) return refuse('registerChanged');
      const out = new Set(leaveOut);
      const kept = planned.rows.filter(({ key }) => !out.has(key));
      const wrong = kept.filter(({ outcome }) => outcome === 'error');
      if (wrong[0]) return refuse('rowsWithErrors', { count: wrong.length, row: wrong[0].row, sheet: wrong[0].sheetName });
      const again = repeatedIn(kept);
      if (again) return refuse('rowsRepeated', { row: again[1].row, other: again[0].row, sheet: again[1].sheetName });
      const taken = new Set<string>();
      const events = eventsOf(kept.map(asLeader), name, (person) => {
        const id = freshId(person, context);
        const unused = taken.has(id) ? context.newId() : id;
        taken.add(unused);
        return unused;
      });
      const added = events.filter((event) => event.name === personRegistered.eventName).length;
      const counts = {
        added,
        changed: events.length - added,
        unchanged: kept.length - events.length,
        leftOut: planned.rows.length - kept.length,
      };
      return append(events, counts);
    },
  ),
};

/** The first two rows that are one person. */
function repeatedIn(rows: readonly PlannedRow[]): [PlannedRow, PlannedRow] | undefined {
  const leaders = new Map<string, PlannedRow>();
  for (const row of rows) {
    const other = leaders.get(row.leader);
    if (other) return [other, row];
    leaders.set(row.leader, row);
  }
  return undefined;
}

async function readPeople(content: string, { now, zone }: Context): Promise<PeopleOfSheets | Refused> {
  const read = await readSpreadsheet(Buffer.from(content, 'base64'));
  if ('refused' in read) return refuse(read.refused);
  const found = peopleOfSheets(read.sheets, dateIn(zone, now));
  return found.rows.length === 0 ? refuse('noPeopleFound') : found;
}

/** A number stands once, the primary first. */
function tidyPhones({ phone, otherPhones }: Pick<PersonFacts, 'phone' | 'otherPhones'>): Pick<PersonFacts, 'phone' | 'otherPhones'> {
  return { phone, otherPhones: [...new Set(otherPhones)].filter((number) => number !== '' && number !== phone) };
}

function twinOf(person: PersonFacts & { id?: string }, { db }: Context): Refused | undefined {
  const twin = namesakesOf(db, person).find((other) => other.id !== person.id && samePerson(other, person));
  if (!twin) return undefined;
  const where = { name: twin.name, group: twin.group || twin.organisation };
  return twin.left ? refuse('alreadyRegisteredLeft', { ...where, date: twin.left.date }) : refuse('alreadyRegistered', where);
}

function freshId(person: PersonFacts, { db, newId }: Context): string {
  const id = personIdOf(person);
  return personIdUsed(db, id) ? newId() : id;
}

function grouped(cards: readonly PersonCard[]): { group: string; outside: boolean; people: PersonCard[] }[] {
  const groups: { group: string; outside: boolean; people: PersonCard[] }[] = [];
  for (const card of cards) {
    const outside = card.organisation !== '';
    const last = groups.at(-1);
    // All contacts outside stand together: most organisations have one.
    if (last && last.outside === outside && (outside || last.group === card.group)) last.people.push(card);
    else groups.push({ group: outside ? '' : card.group, outside, people: [card] });
  }
  return groups;
}

function detailsOf(person: StoredPerson, { db, officer }: SignedContext) {
  const { id, left, contested, changedAt, changedBy } = person;
  const facts = Object.fromEntries(personFields.map((field) => [field, person[field]])) as unknown as PersonFacts;
  const seesAccount = officer.roles.some((role) => ([...registrars, 'secAdmin', 'auditAdmin'] as string[]).includes(role));
  const account = seesAccount ? allAccounts(db).find((held) => held.personId === id) : undefined;
  return {
    ...facts,
    id,
    deputies: peopleByIds(db, person.deputies).map(cardOf),
    deputyOf: allPeople(db)
      .filter((other) => other.deputies.includes(id))
      .map(cardOf)
      .sort(asOnSheet),
    ...(left ? { left } : {}),
    contested: (Object.keys(contested) as PersonField[]).map((field) => ({
      field,
      values: (contested[field] ?? []).map((value) => linesOf({ ...blankPerson, [field]: value }, field).join('、')),
    })),
    suggestedRoles: rolesOfPost(person.post),
    ...(account ? { account: { login: account.login, roles: account.roles, disabled: account.disabled } } : {}),
    changedAt,
    changedBy: nameOfActor(db, changedBy) ?? changedBy,
  };
}
