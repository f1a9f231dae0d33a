import { isSamePerson } from '../../shared/references';
import { type Assignment, assignmentOf } from '../../shared/roster/assignment';
import { dateAfter } from '../../shared/roster/pattern';
import { dateIn, type Instant } from '../../shared/time';
import type { StoredChange } from './changes';
import { type RosterBook, shiftByKey, shiftsOn, shiftStateOf } from './read';
import type { StoredReplacement } from './shift-state';

/** The shifts that have not ended as they were before a change, as far as it still shows in them. */
export function givenBack(book: RosterBook, { id, asked }: StoredChange, now: Instant): Assignment[] {
  const first = dateAfter(dateIn(book.zone, asked.from), -1);
  const shifts = shiftsOn(book, first, dateIn(book.zone, asked.until)).map(({ key }) => key);
  // A leader's whole day may reach beyond the shift that was named.
  return [...new Set([...shifts, asked.shift, asked.standInShift])].flatMap((key) => {
    const shift = key === null ? undefined : shiftByKey(book, key);
    if (!shift || shift.end <= now) return [];
    const done = shiftStateOf(book, shift.key)?.replacements.filter((one) => one.change === id && !one.covered) ?? [];
    return done.length === 0 ? [] : [done.reduce(undone, assignmentOf(shift))];
  });
}

function undone(watch: Assignment, { post, leaves, comes }: StoredReplacement): Assignment {
  if (post === 'leader') {
    const shows = comes === null ? watch.leader === null : watch.leader !== null && isSamePerson(watch.leader, comes);
    return shows ? { ...watch, leader: leaves } : watch;
  }
  const others = watch.officers.filter((person) => !isSamePerson(person, leaves) && (comes === null || !isSamePerson(person, comes)));
  if (comes !== null && !watch.officers.some((person) => isSamePerson(person, comes))) return watch;
  return { ...watch, officers: [...others, leaves].slice(0, 12), open: comes === null ? Math.max(0, watch.open - 1) : watch.open };
}
