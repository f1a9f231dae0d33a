import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { event } from '../event';
import { FilledLine, FilledText, HumanNumber, Id, Line } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { LogKind } from './kinds';

/** Latest moment an entry may speak of, ms: its place in the index counts seconds in 32 bits (the year 2106). */
export const latestMoment = 2 ** 32 * 1000 - 1;
export const Moment = z.number().int().min(0).max(latestMoment);

export const LogText = FilledText(8_000);
export const LogReason = FilledText(400);
const Person = z.strictObject(PersonReference.shape);
const Device = z.strictObject(DeviceReference.shape);
export const Attachments = z.array(z.strictObject(Attachment.shape)).max(20);

/** What an entry says; each of these may be corrected later, beside the original. */
export const LogFields = z.strictObject({
  /** When it happened; when it was entered is the journal entry's own time. */
  occurredAt: Moment,
  kind: LogKind,
  /** Who called or came; null when nobody did. */
  caller: Person.nullable(),
  persons: z.array(Person).max(50),
  places: z.array(FilledLine(120)).max(20),
  devices: z.array(Device).max(50),
  text: LogText,
});
export type LogFields = z.infer<typeof LogFields>;
export type LogField = keyof LogFields;
export const logFields = Object.keys(LogFields.shape) as LogField[];

/** Name of the officer as it was then: a table must not depend on another stream. */
const Author = Line(40);

export const logEntryWritten = event(
  'logEntry.written@1',
  // Keys in order: canonical JSON is then written by the engine itself (canonical.ts), at half the cost.
  z.strictObject({
    attachments: Attachments,
    author: Author,
    caller: LogFields.shape.caller,
    devices: LogFields.shape.devices,
    kind: LogFields.shape.kind,
    number: HumanNumber,
    occurredAt: LogFields.shape.occurredAt,
    persons: LogFields.shape.persons,
    places: LogFields.shape.places,
    text: LogFields.shape.text,
  }),
);
export const logEntryCorrected = event(
  'logEntry.corrected@1',
  z.strictObject({
    author: Author,
    changes: LogFields.partial(),
    /** Corrections in force on these fields when this one was made, by entry id: two that do not know each other contest. */
    replaces: z.array(Id).max(200),
    reason: LogReason,
  }),
);
export const logEntryFollowedUp = event(
  'logEntry.followedUp@1',
  z.strictObject({ author: Author, text: LogText, attachments: Attachments }),
);
export const logEntryVoided = event('logEntry.voided@1', z.strictObject({ author: Author, reason: LogReason }));
