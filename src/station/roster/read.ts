import { and, asc, eq, gt, lte, ne } from 'drizzle-orm';
import { isManned } from '../../shared/roster/assignment';
import { defaultRosterRules, type RosterRules } from '../../shared/roster/rules-in-force';
import { dateAfter, type ShiftSlot, slotAt, slotsOf } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import type { Db } from '../database/open';
import { derivedId } from '../random';
import { rosterRulesTable, shiftTable } from './projection';
import { isContested, type ShiftState } from './shift-state';

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

/** The shift that was asked for by its key, or without one the one on watch at `context.now`; undefined when there is no such shift. */
export function shiftAsked(context: RosterBook & { now: Instant }, key: string | undefined): Shift | undefined {
  return key === undefined ? shiftAt(context, context.now) : shiftByKey(context, key);
}

/** The shift whose watch it is. Always answers: without a roster it has its times, and nobody on it. */
export function shiftAt(book: RosterBook, at: Instant): Shift {
  const rows = book.db
    .select({ id: shiftTable.id, doc: shiftTable.doc })
    .from(shiftTable)
    .where(and(lte(shiftTable.starts, at), gt(shiftTable.ends, at), ne(shiftTable.date, '')))
    .orderBy(asc(shiftTable.starts), asc(shiftTable.id))
    .all();
  // Where the pattern was changed meanwhile, a shift that was cleared may overlap one that somebody stands.
  const manned = rows.map(({ id, doc }) => shiftOf(id, doc)).find((shift) => shift?.rostered);
  if (manned) return manned;
  const slot = slotAt(readRosterRules(book).pattern, book.zone, at);
  return storedById(book, shiftIdOf(slot.key)) ?? emptyShift(slot);
}

export function shiftAfter(book: RosterBook, shift: Pick<Shift, 'end'>): Shift {
  return shiftAt(book, shift.end);
}

export function shiftBefore(book: RosterBook, shift: Pick<Shift, 'start'>): Shift {
  return shiftAt(book, shift.start - 1);
}

/**
 * Shifts that begin on the dates from `first` to `last`, both counted in, in order; unrostered ones from the pattern, where
 * no shift of an earlier pattern stands at that time.
 */
export function shiftsOn(book: RosterBook, first: string, last: string): Shift[] {
  const rows = book.db
    .select({ id: shiftTable.id, doc: shiftTable.doc })
    .from(shiftTable)
    .where(and(gt(shiftTable.date, dateAfter(first, -1)), lte(shiftTable.date, last)))
    .all();
  const stored = rows.flatMap(({ id, doc }) => shiftOf(id, doc) ?? []);
  const manned = stored.filter(({ rostered }) => rostered);
  const cleared = new Map(stored.filter(({ rostered }) => !rostered).map((shift) => [shift.key, shift]));
  const { pattern } = readRosterRules(book);
  const unmanned: Shift[] = [];
  for (let date = first; date <= last; date = dateAfter(date, 1)) {
    for (const slot of slotsOf(pattern, book.zone, date)) {
      if (!manned.some(({ start, end }) => start < slot.end && end > slot.start)) unmanned.push(cleared.get(slot.key) ?? emptyShift(slot));
    }
  }
  return [...manned, ...unmanned].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
}

/** What the entries of a shift say, for whoever needs more than who stands it; undefined when there are none. */
export function shiftStateOf({ db }: Pick<RosterBook, 'db'>, key: string): ShiftState | undefined {
  return db
    .select({ doc: shiftTable.doc })
    .from(shiftTable)
    .where(eq(shiftTable.id, shiftIdOf(key)))
    .get()?.doc;
}

function storedById({ db }: RosterBook, id: string): Shift | undefined {
  const row = db.select({ doc: shiftTable.doc }).from(shiftTable).where(eq(shiftTable.id, id)).get();
  return row && shiftOf(id, row.doc);
}

/** Undefined while its rostering has not arrived from the other desk. */
function shiftOf(id: string, state: ShiftState): Shift | undefined {
  if (!state.roster) return undefined;
  const { date, shift, name, start, end, leader, officers, open } = state.roster;
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
    rostered: isManned(state.roster),
    ...(state.rosteredAt === undefined ? {} : { rosteredAt: state.rosteredAt }),
    contested: isContested(state),
  };
}

function emptyShift({ key, date, shift, name, start, end }: ShiftSlot): Shift {
  return { id: shiftIdOf(key), key, date, shift, name, start, end, leader: null, officers: [], open: 0, rostered: false, contested: false };
}
