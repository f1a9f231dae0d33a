import { isPending, type ShiftChangeRecord } from '../../shared/roster/shift-change';
import type { Instant } from '../../shared/time';
import type { Db } from '../database/open';
import { letterOf } from '../unit';
import { assignmentsAfter, effectOf } from './change-effect';
import type { StoredChange } from './changes';
import { type RosterBook, shiftByKey } from './read';
import { type CalendarOf, newlyBrokenBy } from './rosterings';

interface Asking extends RosterBook {
  db: Db;
  now: Instant;
  officer: { personId?: string | undefined };
}

/** A request with all that a leader decides on: what it would touch, and which rules that would break. */
export function recordOfChange(book: Asking, calendarOf: CalendarOf, change: StoredChange): ShiftChangeRecord {
  const { id, asked, steps, state, contested } = change;
  const { kind, person, standIn, shift, standInShift, from, until, reason, onBehalf, late, author } = asked;
  const own = book.officer.personId;
  const mine = own === undefined ? undefined : own === person.id ? 'person' : own === standIn?.id ? 'standIn' : undefined;
  const effect = isPending(state) ? effectOf(book, asked, book.now) : [];
  const after = 'refusal' in effect ? [] : assignmentsAfter(effect);
  return {
    id,
    kind,
    state,
    contested,
    person,
    standIn,
    shift: touched(book, shift),
    standInShift: touched(book, standInShift),
    from,
    until,
    reason,
    onBehalf,
    late,
    author,
    askedAt: steps.find(({ step }) => step === 'asked')?.at ?? 0,
    steps: steps.map(({ entry: _, actor: __, station, ...step }) => ({ ...step, letter: letterOf(book.db, station) })),
    touches: after.map(({ key }) => key),
    breaks: newlyBrokenBy(book, calendarOf, after),
    ...(mine ? { mine } : {}),
  };
}

function touched(book: RosterBook, key: string | null): ShiftChangeRecord['shift'] {
  const shift = key === null ? undefined : shiftByKey(book, key);
  return shift ? { key: shift.key, name: shift.name, date: shift.date, start: shift.start, end: shift.end } : null;
}
