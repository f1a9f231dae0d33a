import { z } from 'zod';
import { Subsystem } from '../devices/facts';
import { event } from '../event';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { mostDevices } from './limits';
import { WorkOutcome } from './state';

const Person = z.strictObject(PersonReference.shape);
/** Name of the officer as it was then: a table must not depend on another stream. */
const author = Line(40);
/** Statements in force when this one was made, by entry id: two that do not know each other contest. */
const replaces = z.array(Id).max(100);

export const WorkReason = FilledText(400);
export const WorkNote = FilledText(1_000);
export const WorkArea = FilledLine(60);
export const WorkPlace = FilledLine(120);

/** What a work is done on: devices of the register, an area, or a place that is in no list. */
export const WorkScope = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('devices'),
    devices: z.array(z.strictObject({ ...DeviceReference.shape, id: Id })).max(mostDevices),
    /** 影响下级设备: what hangs below goes down with them. */
    takesDownBelow: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('area'), area: WorkArea }),
  z.strictObject({ kind: z.literal('place'), place: WorkPlace }),
]);
export type WorkScope = z.infer<typeof WorkScope>;

/** What is written down when a tag is hung (挂牌); only its end changes afterwards. */
export const WorkHanging = z.strictObject({
  number: HumanNumber,
  scope: WorkScope,
  /** The part of the area or place it is done on; null: all of it. */
  subsystem: Subsystem.nullable(),
  /** Who answers for the work (责任人), with the phone he is reached by. */
  owner: Person,
  /** What is done, and why. */
  reason: WorkReason,
  starts: InstantInput,
  end: InstantInput,
  /** Who allowed it (批准人). */
  allowedBy: Person.nullable(),
  /** What will not work meanwhile. */
  effect: Text(400),
});
export type WorkHanging = z.infer<typeof WorkHanging>;

export const plannedWorkHung = event('plannedWork.hung@1', z.strictObject({ ...WorkHanging.shape, author }));
/** Goes on longer, or less long; the former end stays on record. */
export const plannedWorkEndChanged = event(
  'plannedWork.endChanged@1',
  z.strictObject({ author, end: InstantInput, former: InstantInput, reason: WorkReason, replaces }),
);
export const plannedWorkNoted = event('plannedWork.noted@1', z.strictObject({ author, note: WorkNote }));
/** The tag was taken down (摘牌): what was worked on runs again, or does not, and the note says why. */
export const plannedWorkTakenDown = event(
  'plannedWork.takenDown@1',
  z.strictObject({ author, restored: z.boolean(), note: Text(1_000), happenedAt: InstantInput, end: InstantInput, replaces }),
);
/** Before it began. */
export const plannedWorkCancelled = event(
  'plannedWork.cancelled@1',
  z.strictObject({ author, reason: WorkReason, end: InstantInput, replaces }),
);
/** A person looked at what two desks said differently, and says what holds. */
export const plannedWorkSettled = event(
  'plannedWork.settled@1',
  z.strictObject({
    author,
    note: Text(1_000),
    /** The entry that was found right, and what it says. */
    side: Id,
    outcome: WorkOutcome,
    end: InstantInput,
    restored: z.boolean().nullable(),
    endedAt: InstantInput.nullable(),
    replaces,
  }),
);
/** The station announced the end ahead; `before` is how long ahead of it the rule asks for that, ms. */
export const plannedWorkEndAnnounced = event(
  'plannedWork.endAnnounced@1',
  z.strictObject({ end: InstantInput, before: z.number().int().min(0) }),
);
/** The station noticed that the planned end had passed and the tag still hung. */
export const plannedWorkOverdueNoted = event('plannedWork.overdueNoted@1', z.strictObject({ end: InstantInput }));
