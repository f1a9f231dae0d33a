import type { Attachment } from '../attachments/contract';
import type { Instant } from '../time';
import { type LogField, type LogFields, logFields } from './events';

/** Who did something to an entry, and when: account, name as it was then, entry time. */
export interface LogMark {
  /** Id of the journal entry. */
  entry: string;
  at: Instant;
  officer: string;
  author: string;
}

export interface LogOriginal extends LogMark, LogFields {
  number: string;
  attachments: Attachment[];
}

export interface LogCorrection extends LogMark {
  changes: Partial<LogFields>;
  replaces: string[];
  reason: string;
}

export interface LogFollowUp extends LogMark {
  text: string;
  attachments: Attachment[];
}

export interface LogVoiding extends LogMark {
  reason: string;
}

/** An entry of the duty log: the original and everything that stands beside it. Nothing is ever taken away. */
export interface LogEntry {
  /** Missing only while the other desk's first entry of the stream has not arrived. */
  original?: LogOriginal;
  corrections: LogCorrection[];
  followUps: LogFollowUp[];
  voidings: LogVoiding[];
}

/** Per field, the corrections in force (their ids): none means the original stands, more than one that desks disagree. */
export function correctionsInForce(corrections: readonly LogCorrection[]): Partial<Record<LogField, string[]>> {
  const inForce: Partial<Record<LogField, string[]>> = {};
  for (const field of logFields) {
    const ofField = corrections.filter(({ changes }) => changes[field] !== undefined);
    if (ofField.length === 0) continue;
    const replaced = new Set(ofField.flatMap(({ entry, replaces }) => replaces.filter((id) => id !== entry)));
    inForce[field] = ofField.map(({ entry }) => entry).filter((id) => !replaced.has(id));
  }
  return inForce;
}

/** Fields that desks corrected apart from each other and nobody has settled since. */
export function contestedFields(corrections: readonly LogCorrection[]): LogField[] {
  if (corrections.length < 2) return [];
  return Object.entries(correctionsInForce(corrections)).flatMap(([field, ids]) => (ids.length > 1 ? [field as LogField] : []));
}

/** What the entry says now: the original with the newest correction of each field. */
export function currentFields(original: LogFields, corrections: readonly LogCorrection[]): LogFields {
  const { occurredAt, kind, caller, persons, places, devices, text } = original;
  const current: LogFields = { occurredAt, kind, caller, persons, places, devices, text };
  for (const { changes } of corrections) {
    for (const field of logFields) if (changes[field] !== undefined) Object.assign(current, { [field]: changes[field] });
  }
  return current;
}
