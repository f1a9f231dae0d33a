import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { event } from '../event';
import { FilledText, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { Code, Words } from '../service-profiles/profile-format';

const Person = z.strictObject(PersonReference.shape);
const author = Line(40);
/** Statements in force when this one was made, by entry id: two that do not know each other contest. */
const replaces = z.array(Id).max(100);

export const mostFiles = 10;
export const mostDevicesAtOnce = 200;
export const DutyResult = Text(2_000);
export const DutyReason = FilledText(1_000);

/** Which period of which duty: every desk names it alike. */
export const Occurrence = z.strictObject({
  profile: Code,
  duty: Code,
  /** What it was called when it was recorded. */
  name: Words,
  period: Line(40),
  from: InstantInput,
  until: InstantInput,
  dueAt: InstantInput,
});
export type Occurrence = z.infer<typeof Occurrence>;

/** A person did it: when, who, with what result. Of a duty for every device, the devices it was done for; none: all of them. */
export const periodicDutyDone = event(
  'periodicDuty.done@1',
  z.strictObject({
    author,
    of: Occurrence,
    by: Person,
    happenedAt: InstantInput,
    result: DutyResult,
    devices: z.array(z.strictObject({ ...DeviceReference.shape, id: Id })).max(mostDevicesAtOnce),
    attachments: z.array(z.strictObject(Attachment.shape)).max(mostFiles),
    replaces,
  }),
);
/** It was not, or will not be done in this period, and why. */
export const periodicDutyNotDone = event(
  'periodicDuty.notDone@1',
  z.strictObject({ author, of: Occurrence, reason: DutyReason, replaces }),
);
/** What was recorded of it was a mistake; what was recorded stays to be read. */
export const periodicDutyTakenBack = event(
  'periodicDuty.takenBack@1',
  z.strictObject({ author, of: Occurrence, reason: DutyReason, replaces }),
);
/** The station noticed that a period was over and nothing on record: stays for good. */
export const periodicDutyMissed = event('periodicDuty.missed@1', z.strictObject({ of: Occurrence }));

/** A goal was missed: its causes, and what is done about them, go into the improvement ledger. */
export const goalImprovementRecorded = event(
  'goalImprovement.recorded@1',
  z.strictObject({
    author,
    profile: Code,
    goal: Code,
    name: Words,
    /** `2026-11`. */
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, 'month'),
    /** What was reached, 0 to 1 or a number, as far as it was known. */
    actual: z.number().min(0).max(100_000).nullable(),
    atLeast: z.number().min(0).max(100_000),
    causes: FilledText(1_000),
    measures: FilledText(1_000),
  }),
);
