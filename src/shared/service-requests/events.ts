import { z } from 'zod';
import { event } from '../event';
import { ProfileReference } from '../faults/intake';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { Code, Words } from '../service-profiles/profile-format';

const Person = z.strictObject(PersonReference.shape);
/** Name of the officer as it was then: a table must not depend on another stream. Blank where the station did it by itself. */
const author = Line(40);
/** Statements in force when this one was made, by entry id: two that do not know each other contest. */
const replaces = z.array(Id).max(100);
/** The same of what was said of the whole: that it goes on, has ended, was cancelled. */
const overrides = z.array(Id).max(100);

export const RequestTitle = FilledLine(120);
export const RequestText = Text(2_000);
export const RequestNote = FilledText(1_000);
export const RecordValue = Text(400);
/** A request goes on as another kind of service: its part under each kind is a phase, counted from 0. */
export const mostPhases = 20;
const phase = z.number().int().min(0).max(mostPhases);

/** Something that a step must put down, under the name its profile gives it (故障现象). */
export const StepRecord = z.strictObject({ name: Words, value: FilledText(400) });
export type StepRecord = z.infer<typeof StepRecord>;

/** What is written down when a request is registered; never changed afterwards but for the planned moment. */
export const RequestRegistration = z.strictObject({
  number: HumanNumber,
  profile: ProfileReference,
  service: Code,
  title: RequestTitle,
  text: RequestText,
  /** Who asks; null for what came by itself (a monitoring alarm). */
  asker: Person.nullable(),
  fault: Id.nullable(),
  device: z.strictObject(DeviceReference.shape).nullable(),
  logEntry: Id.nullable(),
  receivedAt: InstantInput,
  /** The moment the work is planned for. */
  plannedAt: InstantInput.nullable(),
});
export type RequestRegistration = z.infer<typeof RequestRegistration>;

export const serviceRequestRegistered = event('serviceRequest.registered@1', z.strictObject({ ...RequestRegistration.shape, author }));
/** A step of the service was taken. All that follows from it stands in it: a table must not depend on the profile. */
export const serviceRequestStepTaken = event(
  'serviceRequest.stepTaken@1',
  z.strictObject({
    author,
    phase,
    service: Code,
    step: Code,
    choice: Code.nullable(),
    /** The kind of service it goes on as. */
    becomes: Code.nullable(),
    records: z.array(StepRecord).max(12),
    note: Text(1_000),
    /** Who did or decided it, where that was not the officer who records it. */
    doer: Person.nullable(),
    happenedAt: InstantInput,
    /** Nothing is owed any more after it. */
    ends: z.boolean(),
    replaces,
    overrides,
  }),
);
/** A step that was recorded by mistake; what was recorded stays to be read. */
export const serviceRequestStepTakenBack = event(
  'serviceRequest.stepTakenBack@1',
  z.strictObject({ author, phase, service: Code, step: Code, reason: RequestNote, replaces, overrides }),
);
export const serviceRequestPlanned = event(
  'serviceRequest.planned@1',
  z.strictObject({ author, plannedAt: InstantInput, reason: Text(1_000), replaces }),
);
export const serviceRequestNoted = event('serviceRequest.noted@1', z.strictObject({ author, note: RequestNote }));
export const serviceRequestCancelled = event('serviceRequest.cancelled@1', z.strictObject({ author, reason: RequestNote, overrides }));
/** A person looked at what two desks said differently, and says what holds. */
export const serviceRequestSettled = event(
  'serviceRequest.settled@1',
  z.strictObject({
    author,
    note: Text(1_000),
    /** The entry that was found right. */
    side: Id,
    holds: z.discriminatedUnion('topic', [
      z.strictObject({
        topic: z.literal('step'),
        phase,
        service: Code,
        step: Code,
        /** False: it was not done. */
        taken: z.boolean(),
        choice: Code.nullable(),
        becomes: Code.nullable(),
        happenedAt: InstantInput,
        ends: z.boolean(),
      }),
      z.strictObject({ topic: z.literal('outcome'), outcome: z.enum(['open', 'ended', 'cancelled']) }),
      z.strictObject({ topic: z.literal('plan'), plannedAt: InstantInput }),
    ]),
    replaces,
    overrides,
  }),
);
/** The station noticed that a limit was not kept: stays for good. */
export const serviceRequestBreached = event(
  'serviceRequest.breached@1',
  z.strictObject({ phase, service: Code, limit: Code, name: Words, startedAt: InstantInput, dueAt: InstantInput }),
);
/** Why a limit was not kept. */
export const serviceRequestBreachExplained = event(
  'serviceRequest.breachExplained@1',
  z.strictObject({ author, phase, limit: Code, dueAt: InstantInput, reason: RequestNote }),
);
