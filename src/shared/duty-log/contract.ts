import { z } from 'zod';
import { Attachment } from '../attachments/contract';
import { command, query, slice } from '../contract';
import { Id, Line } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { LogFields, LogReason, LogText, Moment } from './events';
import { LogKind } from './kinds';

/** Roles that keep the log; everyone at the desk reads it. */
export const logWriters = ['dutyOfficer', 'shiftLeader', 'office', 'groupLeader', 'leadingGroup'] as const satisfies readonly Role[];

/** Largest number of hits that is counted; beyond it the answer says "more". */
export const countedHits = 1_000;

const Fields = z.object(LogFields.shape);
const Range = z.tuple([z.number(), z.number()]);

/** One line of the log. */
export const LogRow = z.object({
  id: Id,
  /** Place in the log, newest largest: page on with `before`. */
  position: z.number(),
  number: z.string(),
  occurredAt: z.number(),
  writtenAt: z.number(),
  late: z.boolean(),
  kind: LogKind,
  author: z.string(),
  caller: z.string().optional(),
  persons: z.array(z.string()),
  places: z.array(z.string()),
  devices: z.array(z.string()),
  /** The text in force, its beginning; around the first hit when searched for. */
  text: z.string(),
  attachments: z.number(),
  followUps: z.number(),
  corrected: z.boolean(),
  contested: z.boolean(),
  voided: z.boolean(),
});
export type LogRow = z.infer<typeof LogRow>;

/** Where else a hit stands, beside the text of the row. */
export const LogHit = z.object({
  part: z.enum(['number', 'author', 'caller', 'person', 'place', 'device', 'attachment', 'earlier', 'reason', 'followUp', 'voiding']),
  text: z.string(),
  marks: z.array(Range),
});
export type LogHit = z.infer<typeof LogHit>;

/** A row with what to highlight: ranges of its own text, and the other places of the entry that were hit. */
export const FoundRow = LogRow.extend({ marks: z.array(Range), hits: z.array(LogHit) });
export type FoundRow = z.infer<typeof FoundRow>;

const Mark = z.object({ entry: z.string(), at: z.number(), officer: z.string(), author: z.string() });

/** One entry with its whole history. */
export const LogDetails = z.object({
  id: Id,
  position: z.number(),
  late: z.boolean(),
  /** What it says now. */
  current: Fields,
  original: Mark.extend({ number: z.string(), ...Fields.shape, attachments: z.array(Attachment) }),
  corrections: z.array(Mark.extend({ changes: Fields.partial(), replaces: z.array(z.string()), reason: z.string() })),
  /** Fields that two desks corrected apart: a further correction settles them. */
  contested: z.array(z.enum(Object.keys(LogFields.shape) as [keyof LogFields, ...(keyof LogFields)[]])),
  followUps: z.array(Mark.extend({ text: z.string(), attachments: z.array(Attachment) })),
  voidings: z.array(Mark.extend({ reason: z.string() })),
});
export type LogDetails = z.infer<typeof LogDetails>;

/** Filters of list and search. `from` is the first moment wanted, `until` the first no longer wanted (event time, ms). */
const filters = {
  kinds: z.array(LogKind).max(8).optional(),
  /** Id of a person who is named as caller or person concerned. */
  person: Id.optional(),
  from: Moment.optional(),
  until: Moment.optional(),
  lateOnly: z.boolean().optional(),
  /** Position of the last row already shown. */
  before: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
};

/** What stands in the search box, beside the filters. */
const typed = { text: Line(200), literal: z.boolean().optional(), ...filters };

export const dutyLog = slice('dutyLog', {
  write: command({
    input: z.object({
      /** When it happened; now, when left out. */
      occurredAt: Moment.optional(),
      kind: LogKind,
      caller: PersonReference.nullable().default(null),
      persons: z.array(PersonReference).max(50).default([]),
      places: Fields.shape.places.default([]),
      devices: z.array(DeviceReference).max(50).default([]),
      text: LogText,
      attachments: z.array(Attachment).max(20).default([]),
    }),
    output: z.object({ id: Id, number: z.string(), late: z.boolean() }),
    roles: logWriters,
    refuses: ['occurredInFuture', 'attachmentMissing'],
  }),
  /** Puts a correction beside the original. Only what differs counts; the original stays readable for ever. */
  correct: command({
    input: z.object({
      id: Id,
      changes: z
        .object({
          occurredAt: Moment,
          kind: LogKind,
          caller: PersonReference.nullable(),
          persons: z.array(PersonReference).max(50),
          places: Fields.shape.places,
          devices: z.array(DeviceReference).max(50),
          text: LogText,
        })
        .partial(),
      reason: LogReason,
    }),
    output: z.null(),
    roles: logWriters,
    refuses: ['entryVoided', 'nothingChanged', 'occurredInFuture'],
  }),
  followUp: command({
    input: z.object({ id: Id, text: LogText, attachments: z.array(Attachment).max(20).default([]) }),
    output: z.null(),
    roles: logWriters,
    refuses: ['entryVoided', 'attachmentMissing'],
  }),
  /** 作废: the entry stays where it is, marked, with the reason. */
  void: command({ input: z.object({ id: Id, reason: LogReason }), output: z.null(), roles: logWriters, refuses: ['entryVoided'] }),
  /** Newest first by event time. */
  page: query({
    input: z.object({ ...filters, limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(LogRow), next: z.number().optional() }),
    roles: deskRoles,
    reads: ['dutyLog'],
  }),
  one: query({ input: z.object({ id: Id }), output: LogDetails, roles: deskRoles, reads: ['dutyLog'] }),
  /**
   * Newest first. Parts apart by spaces must all be there: any substring, pinyin initials, a name, a kind by its word, a
   * date (11-05, 2026-11-05, 11月5日 narrow to that day; `literal` takes them as text). How many there are: `count`.
   */
  search: query({
    input: z.object({ ...typed, limit: z.number().int().min(1).max(100).default(50) }),
    output: z.object({
      rows: z.array(FoundRow),
      next: z.number().optional(),
      /** The days the typed date was read as, `2026-11-05`. */
      days: z.array(z.string()),
      ms: z.number(),
    }),
    roles: deskRoles,
    reads: ['dutyLog'],
  }),
  /** How many a search finds, up to 1000 and `more`. Asked beside the search, which does not wait for it. */
  count: query({
    input: z.object(typed),
    output: z.object({ count: z.number(), more: z.boolean() }),
    roles: deskRoles,
    reads: ['dutyLog'],
  }),
});
