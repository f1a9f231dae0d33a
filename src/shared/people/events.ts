import { z } from 'zod';
import { event } from '../event';
import { FilledLine, Id, Line } from '../input';
import { CalendarDate, mostDeputies, PersonFacts } from './person';

/** The line of a spreadsheet that an entry came from. */
export const ImportedFrom = z.strictObject({ file: FilledLine(120), sheet: Line(40), row: z.number().int().min(1) });

export const personRegistered = event('person.registered@1', PersonFacts.extend({ from: ImportedFrom.optional() }));
/** Only what changed. */
export const personChanged = event(
  'person.changed@1',
  PersonFacts.partial().extend({ deputies: z.array(Id).max(mostDeputies).optional(), from: ImportedFrom.optional() }),
);
/** Last day at this unit, and why. The person stays on record. */
export const personLeft = event('person.left@1', z.strictObject({ date: CalendarDate, reason: FilledLine(200) }));
export const personReturned = event('person.returned@1', z.strictObject({ date: CalendarDate }));
