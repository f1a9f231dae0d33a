import type { PersonReference } from '../../shared/references';

/** A name as typed, tied to the register where it is one of those at hand: nobody has to search for who sits beside them. */
export function namedPerson(name: string, known: readonly (PersonReference | null | undefined)[]): PersonReference | undefined {
  const typed = name.trim().slice(0, 40);
  if (typed === '') return undefined;
  const found = known.find((person) => person?.name === typed);
  return found ? { ...(found.id === undefined ? {} : { id: found.id }), name: found.name } : { name: typed };
}
