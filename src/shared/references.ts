import { z } from 'zod';
import { FilledLine, Id, Line } from './input';

// How a record names a person or a device: the name as it was said then stays readable for ever, the id links to the
// register where there is one. Free text is allowed: callers and places are not always on a list.

export const PersonReference = z.object({ id: Id.optional(), name: FilledLine(40), phone: Line(40).optional() });
export type PersonReference = z.infer<typeof PersonReference>;

/** The same person in two records: by the register where both have it, else by name. */
export function isSamePerson(one: PersonReference, other: PersonReference): boolean {
  return one.id === undefined || other.id === undefined ? one.name === other.name : one.id === other.id;
}

export const DeviceReference = z.object({ id: Id.optional(), code: Line(40).optional(), name: FilledLine(120) });
export type DeviceReference = z.infer<typeof DeviceReference>;
