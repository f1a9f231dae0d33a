import type { PersonReference } from '../../shared/references';
import { type Assignment, assignmentOf } from '../../shared/roster/assignment';
import { dateAfter } from '../../shared/roster/pattern';
import { type Replacement, replacedIn } from '../../shared/roster/replaced';
import { postIn, type Shift } from '../../shared/roster/shift';
import { dateIn, type Instant } from '../../shared/time';
import { type Refused, refuse } from '../handler';
import type { StoredChange } from './changes';
import { readRosterRules, type RosterBook, shiftByKey, shiftsOn } from './read';

export interface ShiftReplacement {
  shift: Shift;
  replacement: Replacement;
}

type Asked = Pick<StoredChange['asked'], 'kind' | 'person' | 'shift' | 'from' | 'until' | 'standIn' | 'standInShift'>;

/**
 * What an approval would do to the roster as it stands now; shifts that have ended stay as they were. Refused where the
 * people do not stand as the request says (any more): `noSuchShift`, `shiftEnded`, `notOnShift`, `alreadyOnShift`.
 */
export function effectOf(book: RosterBook, asked: Asked, now: Instant): ShiftReplacement[] | Refused {
  if (asked.kind === 'leave') return leaveEffect(book, asked, now);
  const given = givenUp(book, asked.shift ?? '', asked.person, asked.standIn, now);
  if ('refusal' in given || asked.kind === 'standIn' || asked.standIn === null) return given;
  const taken = givenUp(book, asked.standInShift ?? '', asked.standIn, asked.person, now);
  return 'refusal' in taken ? taken : [...given, ...taken];
}

function leaveEffect(book: RosterBook, { person, from, until, standIn }: Asked, now: Instant): ShiftReplacement[] | Refused {
  const first = dateAfter(dateIn(book.zone, from), -1);
  const shifts = shiftsOn(book, first, dateIn(book.zone, until)).filter(({ start, end }) => start < until && end > from && end > now);
  const touched: ShiftReplacement[] = [];
  for (const shift of shifts) {
    const post = postIn(shift, person.id);
    if (!post) continue;
    if (standIn && postIn(shift, standIn.id)) return refuse('alreadyOnShift', { name: standIn.name, shift: wordFor(shift) });
    touched.push({ shift, replacement: { post, leaves: person, comes: standIn } });
  }
  return touched;
}

/** One shift; for a leader who stands the whole day, all of that day's shifts that have not ended. */
function givenUp(
  book: RosterBook,
  key: string,
  leaves: PersonReference,
  comes: PersonReference | null,
  now: Instant,
): ShiftReplacement[] | Refused {
  const shift = shiftByKey(book, key);
  if (!shift) return refuse('noSuchShift', { shift: key });
  if (shift.end <= now) return refuse('shiftEnded', { shift: wordFor(shift) });
  const post = postIn(shift, leaves.id);
  if (!post) return refuse('notOnShift', { name: leaves.name, shift: wordFor(shift) });
  const wholeDay = post === 'leader' && readRosterRules(book).pattern.leader === 'wholeDay';
  const shifts = wholeDay
    ? shiftsOn(book, shift.date, shift.date).filter(({ leader, end }) => leader?.id === leaves.id && end > now)
    : [shift];
  for (const one of shifts) {
    if (comes && postIn(one, comes.id)) return refuse('alreadyOnShift', { name: comes.name, shift: wordFor(one) });
  }
  return shifts.map((one) => ({ shift: one, replacement: { post, leaves, comes } }));
}

/** The shifts as they would be afterwards, to be held against the rules. */
export function assignmentsAfter(effect: readonly ShiftReplacement[]): Assignment[] {
  const after = new Map<string, Assignment>();
  for (const { shift, replacement } of effect) {
    after.set(shift.key, replacedIn(after.get(shift.key) ?? assignmentOf(shift), replacement));
  }
  return [...after.values()];
}

/** A shift as a refusal names it: `2026-12-03 白班`. */
export function wordFor({ date, name }: Pick<Shift, 'date' | 'name'>): string {
  return `${date} ${name}`;
}
