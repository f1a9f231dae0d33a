import { z } from 'zod';
import { command, query, slice } from '../contract';
import { Subsystem } from '../devices/facts';
import { HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { WorkArea, WorkNote, WorkPlace, WorkReason } from './events';
import { mostDevices } from './limits';
import { PlannedWorkMark, WorkRecord, WorkRow } from './record';

/** Who hangs tags and takes them down. */
export const tagKeepers = ['dutyOfficer', 'shiftLeader', 'office'] as const satisfies readonly Role[];
/** Who is at the work may say how it goes. */
const noteWriters = [...tagKeepers, 'engineer'] as const satisfies readonly Role[];

/** What a work is done on, as a screen says it: devices by id alone, their names are the register's. */
export const ScopeInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('devices'),
    devices: z.array(Id).min(1, 'required').max(mostDevices),
    takesDownBelow: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('area'), area: WorkArea }),
  z.object({ kind: z.literal('place'), place: WorkPlace }),
]);
export type ScopeInput = z.output<typeof ScopeInput>;

/** At 03:40 a name without a phone helps nobody. */
const Owner = PersonReference.refine(({ phone }) => (phone ?? '') !== '', { message: 'required', path: ['phone'] });

export const HangWork = z.object({
  scope: ScopeInput,
  subsystem: Subsystem.nullable().default(null),
  owner: Owner,
  reason: WorkReason,
  /** Now, when left out. */
  starts: InstantInput.optional(),
  end: InstantInput,
  allowedBy: PersonReference.nullable().default(null),
  effect: Text(400).default(''),
});

/** Something a work may bear on: a device of the register, or what is known where there is none. */
export const WorkSubject = z.object({
  device: Id.optional(),
  area: Line(60).optional(),
  subsystem: Subsystem.optional(),
  place: Line(120).optional(),
});
export type WorkSubject = z.output<typeof WorkSubject>;

const own = { id: Id };
const notStanding = ['notStanding'] as const;
const badEnd = ['endNotAfterStart', 'endInPast'] as const;

/** Planned work (检修挂牌): a tag hung on what is worked on, until it is taken down (issue 4). */
export const plannedWork = slice('plannedWork', {
  hang: command({
    input: HangWork,
    output: z.object({ id: Id, number: HumanNumber }),
    roles: tagKeepers,
    refuses: ['deviceNotFound', 'startsInPast', ...badEnd],
  }),
  changeEnd: command({
    input: z.object({ ...own, end: InstantInput, reason: WorkReason }),
    output: z.null(),
    roles: tagKeepers,
    refuses: [...notStanding, ...badEnd, 'endUnchanged'],
  }),
  note: command({ input: z.object({ ...own, note: WorkNote }), output: z.null(), roles: noteWriters, refuses: [] }),
  takeDown: command({
    input: z
      .object({
        ...own,
        /** What was worked on runs again. */
        restored: z.boolean(),
        note: Text(1_000).default(''),
        /** Now, when left out. */
        happenedAt: InstantInput.optional(),
      })
      .refine(({ restored, note }) => restored || note !== '', { message: 'required', path: ['note'] }),
    output: z.null(),
    roles: tagKeepers,
    refuses: [...notStanding, 'notBegun', 'timeInFuture', 'timeBeforeStart'],
  }),
  /** Before it began. */
  cancel: command({
    input: z.object({ ...own, reason: WorkReason }),
    output: z.null(),
    roles: tagKeepers,
    refuses: [...notStanding, 'alreadyBegun'],
  }),
  /** A person looked at what two desks said differently: `side`, an entry of the contradiction, is right. */
  settle: command({
    input: z.object({ ...own, side: Id, note: Text(1_000).default('') }),
    output: z.null(),
    roles: tagKeepers,
    refuses: ['nothingContested', 'notASide'],
  }),
  /** In force and overdue first, then the ones to come, then, when wanted, the ended ones, newest first. */
  list: query({
    input: z.object({ text: Line(80).default(''), ended: z.boolean().default(false) }),
    output: z.array(WorkRow),
    roles: deskRoles,
    reads: ['plannedWork'],
  }),
  one: query({ input: z.object(own), output: WorkRecord, roles: deskRoles, reads: ['plannedWork'] }),
  /** The works in force on a device, an area or a place, now or at another moment: for a fault as it is typed, and one on record. */
  on: query({
    input: WorkSubject.extend({ at: InstantInput.optional() }),
    output: z.array(PlannedWorkMark),
    roles: deskRoles,
    reads: ['plannedWork', 'devices'],
  }),
  /** How many devices in service a work would bear on: those it names, and those that hang below. */
  reach: query({
    input: z.object({ scope: ScopeInput, subsystem: Subsystem.nullable().default(null) }),
    output: z.object({ named: z.number(), below: z.number() }),
    roles: deskRoles,
    reads: ['devices'],
  }),
  /** The areas of the register, to choose from. */
  areas: query({ input: z.object({}), output: z.array(z.string()), roles: deskRoles, reads: ['devices'] }),
});
