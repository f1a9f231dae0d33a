import { and, asc, eq, gt, lte, ne } from 'drizzle-orm';
import { defaultRosterRules, type RosterRules } from '../../shared/roster/rules-in-force';
import { dateAfter, type ShiftSlot, slotAt, slotsOf } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import type { Db } from '../database/open';
import { derivedId } from '../random';
import { rosterRulesTable, shiftTable } from './projection';
import type { ShiftState } from './shift-state';

/** Where a shift is looked up: the tables and the zone its times are read in. Every handler's context is one. */
export interface RosterBook {
  db: Db;
  zone: string;
}

export function readRosterRules({ db }: Pick<RosterBook, 'db'>): RosterRules {
  const row = db.select({ doc: rosterRulesTable.doc }).from(rosterRulesTable).where(eq(rosterRulesTable.id, 'unit')).get();
  return { ...defaultRosterRules, ...row?.doc };
}

/** Every desk names a shift alike, so that what two desks say of it comes together. */
export function shiftIdOf(key: string): string {
  return derivedId(`shift/${key}`);
}

/** The shift of that key: as rostered, or with nobody on it when the pattern knows it; undefined when there is no such shift. */
export function shiftByKey(book: RosterBook, key: string): Shift | undefined {
  const stored = storedById(book, shiftIdOf(key));
  if (stored) return stored;
  const slot = slotsOf(readRosterRules(book).pattern, book.zone, key.slice(0, 10)).find((one) => one.key === key);
  return slot && emptyShift(slot);
}

/** The shift whose watch it is. Always answers: without a roster it has its times, and nobody on it. */
export function shiftAt(book: RosterBook, at: Instant): Shift {
  const row = book.db
    .select({ id: shiftTable.id, doc: shiftTable.doc })
    .from(shiftTable)
    .where(and(lte(shiftTable.starts, at), gt(shiftTable.ends, at), ne(shiftTable.date, '')))
    .orderBy(asc(shiftTable.starts), asc(shiftTable.id))
    .limit(1)
    .get();
  if (row) return shiftOf(row.id, row.doc) as Shift;
  const slot = slotAt(readRosterRules(book).pattern, book.zone, at);
  return storedById(book, shiftIdOf(slot.key)) ?? emptyShift(slot);
}

export function shiftAfter(book: RosterBook, shift: Pick<Shift, 'end'>): Shift {
  return shiftAt(book, shift.end);
}

export function shiftBefore(book: RosterBook, shift: Pick<Shift, 'start'>): Shift {
  return shiftAt(book, shift.start - 1);
}

/** Shifts that begin on the dates from `first` to `last`, both counted in, in order; unrostered ones from the pattern. */
export function shiftsOn(book: RosterBook, first: string, last: string): Shift[] {
  const shifts = new Map<string, Shift>();
  const { pattern } = readRosterRules(book);
  for (let date = first; date <= last; date = dateAfter(date, 1)) {
    for (const slot of slotsOf(pattern, book.zone, date)) shifts.set(slot.key, emptyShift(slot));
  }
  const rows = book.db
    .select({ id: shiftTable.id, doc: shiftTable.doc })
    .from(shiftTable)
    .where(and(gt(shiftTable.date, dateAfter(first, -1)), lte(shiftTable.date, last)))
    .all();
  for (const { id, doc } of rows) {
    const shift = shiftOf(id, doc);
    if (shift) shifts.set(shift.key, shift);
  }
  return [...shifts.values()].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
}

function storedById({ db }: RosterBook, id: string): Shift | undefined {
  const row = db.select({ doc: shiftTable.doc }).from(shiftTable).where(eq(shiftTable.id, id)).get();
  return row && shiftOf(id, row.doc);
}

/** Undefined while its rostering has not arrived from the other desk. */
function shiftOf(id: string, { roster, rosteredAt, inForce }: ShiftState): Shift | undefined {
  if (!roster) return undefined;
  const { date, shift, name, start, end, leader, officers, open } = roster;
  return {
    id,
    key: `${date}/${shift}`,
    date,
    shift,
    name,
    start,
    end,
    leader,
    officers,
    open,
    rostered: true,
    ...(rosteredAt === undefined ? {} : { rosteredAt }),
    contested: inForce.length > 1,
  };
}

function emptyShift({ key, date, shift, name, start, end }: ShiftSlot): Shift {
  return { id: shiftIdOf(key), key, date, shift, name, start, end, leader: null, officers: [], open: 0, rostered: false, contested: false };
}
