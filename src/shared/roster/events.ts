import { z } from 'zod';
import { event } from '../event';
import { FilledLine, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { RosterRules } from './rules-in-force';
import { ShiftName } from './pattern';

const Person = z.strictObject(PersonReference.shape);
const date = z.iso.date('date');

/** Who stands a shift, as the roster says. Times are written down with it: a later change of pattern moves no past shift. */
export const shiftRostered = event(
  'shift.rostered@1',
  z.strictObject({
    author: Line(40),
    date,
    shift: ShiftName,
    name: FilledLine(12),
    start: InstantInput,
    end: InstantInput,
    leader: Person.nullable(),
    officers: z.array(Person).max(12),
    /** Posts left open. */
    open: z.number().int().min(0).max(12),
    /** Why it was saved although it breaks a rule; blank when it breaks none. */
    reason: Text(400),
    /** The rosterings in force when this one was made, by entry id: two that do not know each other contest. */
    replaces: z.array(Id).max(50),
  }),
);

/** An approved leave, swap or stand-in: one person gives the shift up, another takes it, or the post stays open. */
export const shiftPersonReplaced = event(
  'shift.personReplaced@1',
  z.strictObject({
    author: Line(40),
    /** The request it follows from. */
    change: Id,
    post: z.enum(['leader', 'officer']),
    leaves: Person,
    comes: Person.nullable(),
  }),
);

/** Only what changed. */
export const rosterRulesChanged = event('rosterRules.changed@1', RosterRules.partial());
