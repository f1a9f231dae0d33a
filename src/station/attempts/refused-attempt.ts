import { attemptRefused } from '../../shared/attempts/events';
import type { Refusal } from '../../shared/answer';
import type { Role } from '../../shared/roles';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { type Refused, refuse, type SignedContext } from '../handler';
import type { Attempt } from './projection';

/** Who would have done it: the officer of the session, or whoever proved or was named to be. */
interface Attempter {
  id: string;
  name: string;
  roles: readonly Role[];
}

interface Tried {
  procedure: string;
  /** Stream of the record it was about; blank where there is none yet. */
  subject?: string;
  level?: string;
  what?: string;
}

/**
 * A refusal that leaves its mark: the attempt goes on the record in the same transaction. For what a role may not do (level I by a
 * duty officer), not for mistakes of typing.
 */
export function refusedAttempt(
  code: string,
  params: NonNullable<Refusal['params']>,
  who: Attempter,
  { procedure, subject = '', level = '', what = '' }: Tried,
  { newId, officer }: Pick<SignedContext, 'newId' | 'officer'>,
): Refused {
  const facts = {
    account: who.id,
    name: line(who.name, 40),
    roles: [...who.roles],
    author: line(officer.name, 40),
    procedure,
    refusal: code,
    subject,
    level,
    what: line(what, 200),
  };
  return refuse(code, params, [attemptRefused(newId(), facts)]);
}

/** Refused attempts on one record, oldest first. */
export function attemptsOn(raw: Raw, subject: string): Attempt[] {
  return statement<[string], string>(raw, 'SELECT doc FROM attempts WHERE subject = ? ORDER BY at, id')
    .pluck()
    .all(subject)
    .map((doc) => JSON.parse(doc) as Attempt);
}

function line(words: string, most: number): string {
  return words
    .replace(/[\s\u0000-\u001f\u007f]+/gu, ' ')
    .slice(0, most)
    .toWellFormed()
    .trim();
}
