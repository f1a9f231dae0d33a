import { z } from 'zod';
import { Id } from '../input';
import { PersonReference } from '../references';

/** Names one shift of one date on every desk alike: `2026-11-22/night`. */
export const ShiftKey = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\/[a-z][a-z0-9]{0,11}$/, 'shiftKey');

/** Who has the watch in a shift, approved swaps and stand-ins counted in. */
export const Shift = z.object({
  id: Id,
  key: ShiftKey,
  date: z.string(),
  /** Its key in the pattern, `night`. */
  shift: z.string(),
  name: z.string(),
  start: z.number(),
  end: z.number(),
  leader: PersonReference.nullable(),
  officers: z.array(PersonReference),
  /** Posts that are left open. */
  open: z.number(),
  /** False while nobody is put on it: only its times are known, from the pattern. */
  rostered: z.boolean(),
  /** When it was first rostered, ms. */
  rosteredAt: z.number().optional(),
  /** Two desks rostered it apart, or replaced somebody apart who could be replaced once only. */
  contested: z.boolean(),
});
export type Shift = z.infer<typeof Shift>;
export type Post = 'leader' | 'officer';

/** The post a person of the register has in a shift; undefined when none. */
export function postIn(shift: Pick<Shift, 'leader' | 'officers'>, person: string | undefined): Post | undefined {
  if (person === undefined) return undefined;
  if (shift.officers.some(({ id }) => id === person)) return 'officer';
  return shift.leader?.id === person ? 'leader' : undefined;
}

export function peopleOfShift({ leader, officers }: Pick<Shift, 'leader' | 'officers'>): PersonReference[] {
  return leader ? [leader, ...officers] : officers;
}
