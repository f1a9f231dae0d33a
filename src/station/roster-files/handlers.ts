import type { PersonReference } from '../../shared/references';
import { personKey } from '../../shared/roster/assignment';
import type { rosterFiles as contract } from '../../shared/roster-files/contract';
import { decidedRoster } from '../../shared/roster-files/decided';
import type { RosterReading } from '../../shared/roster-files/reading';
import { dateIn } from '../../shared/time';
import { calendarOf } from '../calendar';
import { append, type Context, type HandlersOf, prepared, type Refused, refuse } from '../handler';
import { allPeople, personById } from '../people';
import { brokenBy, readRosterRules, reasonNeeded, rosteringsOf, shiftsOn } from '../roster';
import { readSpreadsheet, type Sheet } from '../spreadsheets';
import { readSettings } from '../unit';
import { heldAgainst } from './held-against';
import { personCalendar, shiftsOfPerson } from './person-calendar';
import { readRoster } from './read-roster';
import { spanWords, writeRoster } from './write-roster';

/** The roster as files: a unit's spreadsheet in, a spreadsheet and calendars out (issue: roster). */
export const rosterFileHandlers: HandlersOf<typeof contract> = {
  preview: async ({ content, year }, context) => {
    const sheets = await sheetsOf(content);
    if ('refusal' in sheets) return sheets;
    const reading = readingOf(sheets.sheets, year, context);
    return 'refusal' in reading ? reading : { ...reading, held: heldAgainst(reading, context) };
  },
  import: prepared(
    ({ content }) => sheetsOf(content),
    ({ year, decisions, plan, reason }, context, sheets) => {
      if ('refusal' in sheets) return sheets;
      const reading = readingOf(sheets.sheets, year, context);
      if ('refusal' in reading) return reading;
      if (plan !== undefined && plan !== reading.plan) return refuse('rosterChanged');
      const { assignments, changes, undecided, standIns } = decidedRoster(reading, decisions, (id) => referenceById(id, context));
      if (undecided[0]) return refuse('issuesUndecided', { count: undecided.length, cell: undecided[0].cells[0] ?? '' });
      const counts = { changed: changes.length, unchanged: assignments.length - changes.length };
      if (changes.length === 0) return append([], counts);
      const broken = brokenBy(context, calendarOf, changes);
      if (reason === '' && broken.length > 0) return reasonNeeded(broken);
      const events = changes.flatMap((wanted) => {
        const pairs = standIns.filter(({ key }) => key === wanted.key).map(({ standIn, original }) => `${standIn}替${original}`);
        // The rostering holds who stands; for whom, its reason keeps.
        return rosteringsOf(context, [wanted], context.officer.name, [reason, ...pairs].join('；').slice(0, 400).toWellFormed().trim());
      });
      return append(events, { ...counts, changed: events.length });
    },
  ),
  spreadsheet: async ({ first, last }, context) => {
    const { db, zone } = context;
    const unit = readSettings(db).unit;
    const content = await writeRoster({
      unit,
      zone,
      pattern: readRosterRules(context).pattern,
      calendar: calendarOf({ db }, first, last),
      first,
      last,
      shifts: shiftsOn(context, first, last),
    });
    return { name: fileName(`${unit}${spanWords(first, last)}值班表`, 'xlsx'), content: content.toString('base64') };
  },
  calendarOfPerson: async ({ first, last, person }, context) => {
    const { db, zone, now } = context;
    const known: PersonReference = (person.id === undefined ? undefined : referenceById(person.id, context)) ?? referenceOf(person);
    const duties = shiftsOfPerson(shiftsOn(context, first, last), known);
    const text = await personCalendar(known, duties, { unit: readSettings(db).unit, zone, now });
    return {
      name: fileName(`${known.name}${spanWords(first, last)}值班`, 'ics'),
      content: Buffer.from(text).toString('base64'),
      shifts: duties.length,
    };
  },
  people: ({ first, last }, context) => {
    const people = new Map<string, { person: PersonReference; shifts: number }>();
    for (const { leader, officers } of shiftsOn(context, first, last)) {
      // Leader and officer of one shift is one shift.
      const standing = new Map([...(leader ? [leader] : []), ...officers].map((person) => [personKey(person), person]));
      for (const [key, person] of standing) people.set(key, { person, shifts: (people.get(key)?.shifts ?? 0) + 1 });
    }
    return [...people.values()].map(({ person: { id, name }, shifts }) => ({ ...(id === undefined ? {} : { id }), name, shifts }));
  },
};

function readingOf(sheets: readonly Sheet[], year: number | undefined, context: Context): RosterReading | Refused {
  const { db, zone, now } = context;
  const reading = readRoster(sheets, year, {
    pattern: readRosterRules(context).pattern,
    zone,
    today: dateIn(zone, now),
    people: allPeople(db),
    shiftsOn: (first, last) => shiftsOn(context, first, last),
  });
  return typeof reading === 'string' ? refuse(reading) : reading;
}

async function sheetsOf(content: string): Promise<{ sheets: Sheet[] } | Refused> {
  const read = await readSpreadsheet(Buffer.from(content, 'base64'));
  return 'refused' in read ? refuse(read.refused) : read;
}

function referenceById(id: string, { db }: Context): PersonReference | undefined {
  const person = personById(db, id);
  return person && { id: person.id, name: person.name };
}

function referenceOf({ id, name }: { id?: string | undefined; name: string }): PersonReference {
  return id === undefined ? { name } : { id, name };
}

/** What no file system takes in a name is left out. */
function fileName(words: string, ending: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  const clean = words.replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/gu, '').trim();
  return `${(clean || 'roster').slice(0, 100).toWellFormed()}.${ending}`;
}
