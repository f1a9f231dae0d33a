import { z } from 'zod';
import { event } from '../event';
import { FilledLine, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { RosterRules } from './rules-in-force';
import { ShiftName } from './pattern';
import { ShiftKey } from './shift';
import { shiftChangeKinds } from './shift-change';

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
    /** Rosterings in force and replacements since, as this desk knew them, by entry id: two that do not know each other contest. */
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

/** Leave, swap or stand-in, asked for in advance with a reason (domain.md 1). */
export const shiftChangeAsked = event(
  'shiftChange.asked@1',
  z.strictObject({
    author: Line(40),
    kind: z.enum(shiftChangeKinds),
    person: Person,
    /** The shift that is given up; null for a leave, which counts from one moment to another. */
    shift: ShiftKey.nullable(),
    from: InstantInput,
    until: InstantInput,
    standIn: Person.nullable(),
    /** What the person takes in exchange; of swaps only. */
    standInShift: ShiftKey.nullable(),
    reason: Text(400),
    /** By an officer of the desk, for somebody on the phone. */
    onBehalf: z.boolean(),
    /** Only after the shift had begun. */
    late: z.boolean(),
  }),
);
/** By the stand-in alone: at a session of theirs, or proven by their password at somebody else's. */
export const shiftChangeAccepted = event('shiftChange.accepted@1', z.strictObject({ author: Line(40), byPassword: z.boolean() }));
export const shiftChangeDeclined = event(
  'shiftChange.declined@1',
  z.strictObject({ author: Line(40), byPassword: z.boolean(), reason: Text(400) }),
);
/** The shifts it touched are said too: what became of each stands in its own stream. */
export const shiftChangeApproved = event(
  'shiftChange.approved@1',
  z.strictObject({ author: Line(40), reason: Text(400), shifts: z.array(ShiftKey).max(400) }),
);
export const shiftChangeRefused = event('shiftChange.refused@1', z.strictObject({ author: Line(40), reason: Text(400) }));
export const shiftChangeWithdrawn = event('shiftChange.withdrawn@1', z.strictObject({ author: Line(40), reason: Text(400) }));
/** Two desks decided differently apart: which decision stands, after all. */
export const shiftChangeSettled = event(
  'shiftChange.settled@1',
  z.strictObject({ author: Line(40), stands: z.enum(['approved', 'refused']), reason: Text(400) }),
);
