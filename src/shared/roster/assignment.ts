import { z } from 'zod';
import { PersonReference } from '../references';
import { type Shift, ShiftKey } from './shift';

const Person = z.strictObject(PersonReference.shape);

/** Who shall stand one shift: what the roster's editor, the generator and an imported spreadsheet all speak of. */
export const Assignment = z.strictObject({
  key: ShiftKey,
  leader: Person.nullable(),
  officers: z.array(Person).max(12),
  /** Posts left open. */
  open: z.number().int().min(0).max(12),
});
export type Assignment = z.infer<typeof Assignment>;

type Watch = Pick<Shift, 'leader' | 'officers' | 'open'>;

export function assignmentOf({ key, leader, officers, open }: Pick<Shift, 'key'> & Watch): Assignment {
  return { key, leader, officers, open };
}

/** True when the same people stand in the same posts; in which order officers were typed makes no difference. */
export function sameWatch(one: Watch, other: Watch): boolean {
  if (one.open !== other.open || one.officers.length !== other.officers.length) return false;
  if (personKey(one.leader) !== personKey(other.leader)) return false;
  const officers = new Set(one.officers.map(personKey));
  return other.officers.every((person) => officers.has(personKey(person)));
}

/** Somebody stands it, or a post is open on purpose. */
export function isManned({ leader, officers, open }: Watch): boolean {
  return leader !== null || officers.length > 0 || open > 0;
}

/** Tells people apart: by the register where there is one, else by the name as it was written. Blank for nobody. */
export function personKey(person: PersonReference | null): string {
  return person === null ? '' : (person.id ?? `name ${person.name}`);
}
