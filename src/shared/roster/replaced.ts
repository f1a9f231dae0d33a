import { isSamePerson, type PersonReference } from '../references';
import type { Post, Shift } from './shift';

type Watch = Pick<Shift, 'leader' | 'officers' | 'open'>;

export interface Replacement {
  post: Post;
  leaves: PersonReference;
  /** Nobody: the post is left open. */
  comes: PersonReference | null;
}

/**
 * Who stands a shift after one person gave it up. Where that person is not on it (any more) whoever comes is added, so that
 * nobody is lost; {@link fits} says so beforehand.
 */
export function replacedIn<W extends Watch>(watch: W, { post, leaves, comes }: Replacement): W {
  if (post === 'leader') return { ...watch, leader: comes };
  const staying = watch.officers.filter((person) => !isSamePerson(person, leaves));
  const added = comes !== null && !staying.some((person) => isSamePerson(person, comes));
  // A payload holds twelve: a thirteenth could never be saved again.
  const officers = added && staying.length < 12 ? [...staying, comes] : staying;
  return { ...watch, officers, open: comes || staying.length === watch.officers.length ? watch.open : Math.min(watch.open + 1, 12) };
}

/** Whether the person who gives it up has that post. */
export function fits({ leader, officers }: Watch, { post, leaves }: Replacement): boolean {
  return post === 'leader' ? leader !== null && isSamePerson(leader, leaves) : officers.some((person) => isSamePerson(person, leaves));
}

/** Whether the shift already is as if it had been done. */
export function isDone({ leader, officers }: Watch, { post, leaves, comes }: Replacement): boolean {
  if (post === 'leader') return comes === null ? leader === null : leader !== null && isSamePerson(leader, comes);
  const on = (person: PersonReference) => officers.some((other) => isSamePerson(other, person));
  return !on(leaves) && (comes === null || on(comes));
}
